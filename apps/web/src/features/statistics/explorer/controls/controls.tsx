/** What is asked, and of whom. */
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { Panel } from '../../../../design/page.tsx';
import type { Change } from '../../question/change.ts';
import { takes } from '../../question/possible.ts';
import type { Question } from '../../question/question.ts';
import type { Known, Resolved } from '../resolved.ts';
import { AxisChoices } from './axis-choices.tsx';
import { fields } from './field.ts';
import { MeasureChoice } from './measure-choice.tsx';
import { Options } from './options.tsx';
import { Reference } from './reference.tsx';
import { Selections } from './selections.tsx';

export function Controls({
  question,
  known,
  resolved,
  onChange,
}: {
  question: Question;
  known: Known;
  resolved: readonly Resolved[];
  onChange: Change;
}) {
  const infos = resolved.flatMap(({ info }) => (info ? [info] : []));
  const [first] = resolved;
  return (
    <>
      <Panel title={<Trans>Question</Trans>}>
        <Box sx={{ '& p': { m: 0, mt: 0.75, fontSize: 12, color: 'text.secondary' } }}>
          <Box sx={{ pt: 0.75 }}>
            <MeasureChoice
              question={question}
              measures={[...known.measures.values()]}
              onChange={onChange}
            />
          </Box>
          <Box sx={{ ...fields, mt: 1 }}>
            <AxisChoices question={question} infos={infos} onChange={onChange} />
            <Options question={question} infos={infos} onChange={onChange} />
          </Box>
          {first && takes(infos, 'COMPARED_WITH') && (
            <Reference
              question={question}
              source={first.source}
              info={first.info}
              onChange={onChange}
            />
          )}
        </Box>
      </Panel>
      <Panel title={<Trans>Population</Trans>}>
        <Selections
          question={question}
          sources={known.sources}
          resolved={resolved}
          onChange={onChange}
        />
      </Panel>
    </>
  );
}

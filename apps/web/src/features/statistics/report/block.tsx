/** A figure or a text of the report, with what can be done to it. */
import { Trans, useLingui } from '@lingui/react/macro';
import { mdiArrowDown, mdiArrowUp, mdiClose } from '@mdi/js';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { Icon } from '../../../design/icon.tsx';
import { ButtonLink } from '../../../design/links.tsx';
import { printOnly, screenOnly } from '../../../design/print/styles.ts';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import type { Source } from '../asked.ts';
import { Answer } from '../explorer/answer.tsx';
import { useKnown } from '../explorer/known.ts';
import { useResolved } from '../explorer/resolved.ts';
import { type Question, searchOf } from '../question/question.ts';
import type { Block } from './report.ts';
import { WordsField } from './words-field.tsx';

export function BlockView({
  block,
  sources,
  number,
  place,
  places,
  onChange,
  onMove,
  onRemove,
}: {
  block: Block;
  sources: readonly Source[];
  /** Of the figure among the figures. */
  number: number;
  place: number;
  places: number;
  onChange: (block: Block) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}) {
  const { t } = useLingui();
  const at = place + 1;
  const actions = [
    { name: t`Move part ${at} up`, path: mdiArrowUp, act: () => onMove(-1), off: place === 0 },
    {
      name: t`Move part ${at} down`,
      path: mdiArrowDown,
      act: () => onMove(1),
      off: place === places - 1,
    },
    { name: t`Take part ${at} out`, path: mdiClose, act: onRemove, off: false },
  ];
  return (
    <Box sx={{ mb: 1 }}>
      <Box {...screenOnly} sx={{ display: 'flex', justifyContent: 'flex-end', gap: 0.5 }}>
        {block.is === 'figure' && (
          <ButtonLink to="/management/explorer" search={searchOf(block.question)}>
            <Trans>Open in the explorer</Trans>
          </ButtonLink>
        )}
        {actions.map(({ name, path, act, off }) => (
          <Tooltip key={path} title={off ? '' : name}>
            <span>
              <IconButton aria-label={name} onClick={act} disabled={off}>
                <Icon path={path} />
              </IconButton>
            </span>
          </Tooltip>
        ))}
      </Box>
      {block.is === 'text' ? (
        <Words
          label={t`Text ${at}`}
          text={block.text}
          onChange={(text) => onChange({ is: 'text', text })}
        />
      ) : (
        <FigureBlock
          question={block.question}
          sources={sources}
          number={number}
          onChange={(question) => onChange({ is: 'figure', question })}
        />
      )}
    </Box>
  );
}

const Words = ({
  label,
  text,
  onChange,
}: {
  label: string;
  text: string;
  onChange: (text: string) => void;
}) => (
  <>
    <Box {...screenOnly}>
      <WordsField label={label} words={text} longest={1500} lines={2} onKeep={onChange} />
    </Box>
    <Box {...printOnly} sx={{ whiteSpace: 'pre-wrap', fontSize: '0.875rem', mb: 2 }}>
      {text}
    </Box>
  </>
);

function FigureBlock({
  question,
  sources,
  number,
  onChange,
}: {
  question: Question;
  sources: readonly Source[];
  number: number;
  onChange: (question: Question) => void;
}) {
  const { known, error, retry } = useKnown(question, sources);
  if (error) return <ErrorPanel error={error} retry={retry} />;
  if (!known) return <LoadingRows />;
  return <Known question={question} known={known} number={number} onChange={onChange} />;
}

function Known({
  question,
  known,
  number,
  onChange,
}: {
  question: Question;
  known: NonNullable<ReturnType<typeof useKnown>['known']>;
  number: number;
  onChange: (question: Question) => void;
}) {
  const resolved = useResolved(known)(question);
  const lost = question.selections.length - resolved.length;
  if (lost > 0) {
    const names = question.selections.flatMap(({ source }) => source ?? []).join(', ');
    return (
      <p>
        <Trans>A source of this figure is no longer there: {names}.</Trans>
      </p>
    );
  }
  return (
    <Answer
      question={question}
      known={known}
      resolved={resolved}
      number={number}
      onChange={(change) => onChange({ ...question, ...change })}
    />
  );
}

/** The question on the one hand, its answer on the other. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { VisuallyHidden } from '../../../design/page.tsx';
import { PrintRelease, PrintSelection } from '../../../design/print/parts.tsx';
import { screenOnly } from '../../../design/print/styles.ts';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { CountsLeft } from '../../../figures/counts-left.tsx';
import { useLabel } from '../../../i18n/label.ts';
import type { Source } from '../asked.ts';
import type { Change } from '../question/change.ts';
import type { Question } from '../question/question.ts';
import { AddToReport } from './add-to-report.tsx';
import { Answer } from './answer.tsx';
import { Controls } from './controls/controls.tsx';
import { useKnown } from './known.ts';
import { type Known, useResolved } from './resolved.ts';
import type { View } from './view.ts';

type Props = {
  question: Question;
  /** Newest first; each that the question names is among them. */
  sources: readonly Source[];
  /** Which measures can be chosen; null for all of them. */
  view: Pick<View, 'groups' | 'measures'> | null;
  onChange: Change;
};

export function Explorer({ question, sources, view, onChange }: Props) {
  const { known: all, error, retry } = useKnown(question, sources);
  if (error) return <ErrorPanel error={error} retry={retry} />;
  if (!all) return <LoadingRows />;
  const known =
    view === null
      ? all
      : {
          ...all,
          measures: new Map(
            [...all.measures].map(([id, infos]) => [
              id,
              infos.filter(
                ({ group, measure }) =>
                  view.groups.includes(group) || view.measures?.includes(measure),
              ),
            ]),
          ),
        };
  return <Asked question={question} known={known} onChange={onChange} />;
}

function Asked({
  question,
  known,
  onChange,
}: {
  question: Question;
  known: Known;
  onChange: Change;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const resolved = useResolved(known)(question);
  return (
    <Box sx={beside}>
      <Box {...screenOnly} sx={{ minWidth: 0 }}>
        <Controls question={question} known={known} resolved={resolved} onChange={onChange} />
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <VisuallyHidden>
          <PrintRelease>
            {[...new Set(resolved.map(({ source }) => label(source.label)))].join(', ')}
          </PrintRelease>
        </VisuallyHidden>
        <PrintSelection name={t`Selection`}>
          {resolved.map(({ words }) => words).join(' | ')}
        </PrintSelection>
        <Answer
          question={question}
          known={known}
          resolved={resolved}
          actions={<AddToReport question={question} />}
          onChange={onChange}
        />
        <Box sx={{ fontSize: 12, color: 'text.secondary', '& p': { m: 0 } }}>
          <CountsLeft />
        </Box>
      </Box>
    </Box>
  );
}

const beside = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '340px minmax(0, 1fr)' },
  columnGap: 2,
  alignItems: 'start',
  '@media print': { display: 'block' },
} as const;

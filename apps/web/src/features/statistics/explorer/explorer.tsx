/** The question on the one hand, its answer on the other. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useQueries } from '@tanstack/react-query';
import { VisuallyHidden } from '../../../design/page.tsx';
import { PrintRelease, PrintSelection } from '../../../design/print/parts.tsx';
import { screenOnly } from '../../../design/print/styles.ts';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { measuresQuery, type Source } from '../asked.ts';
import type { Change } from '../question/change.ts';
import type { Question } from '../question/question.ts';
import { Answer } from './answer.tsx';
import { Controls } from './controls/controls.tsx';
import { type Known, useResolved } from './resolved.ts';

type Props = {
  question: Question;
  /** Newest first; each that the question names is among them. */
  sources: readonly Source[];
  onChange: Change;
};

export function Explorer({ question, sources, onChange }: Props) {
  const named = question.selections.map(({ source }) => source ?? sources[0]?.id ?? '');
  const different = [...new Set(named)];
  const measures = useQueries({ queries: different.map(measuresQuery) });
  const failed = measures.find(({ isError }) => isError);
  if (failed) return <ErrorPanel error={failed.error} retry={() => void failed.refetch()} />;
  const said = measures.flatMap(({ data }, i): [string, NonNullable<typeof data>][] =>
    data ? [[different[i] ?? '', data]] : [],
  );
  if (said.length < different.length) return <LoadingRows />;
  return (
    <Asked question={question} known={{ sources, measures: new Map(said) }} onChange={onChange} />
  );
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
        <Answer question={question} known={known} resolved={resolved} onChange={onChange} />
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

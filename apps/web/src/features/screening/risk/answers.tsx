/** What the models in force say of the values, those with an answer first. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { useSettled } from '../../../design/use-settled.ts';
import { useLabel } from '../../../i18n/label.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { type Answer, answersQuery, type RiskInput, type Values } from './data.ts';

const pause = 400;

/** Answers, then those that wait for something, then those of which a value cannot be used, then those not for the person. */
const rank = ({ notApplicable, refused, missing }: Answer): number =>
  notApplicable ? 3 : refused ? 2 : missing.length > 0 ? 1 : 0;

export function Answers({ inputs, values }: { inputs: readonly RiskInput[]; values: Values }) {
  const { t } = useLingui();
  const label = useLabel();
  const query = useQuery(answersQuery(useSettled(values, pause)));
  if (query.isPending) return <LoadingRows rows={10} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  const { problem, answers, off, version } = query.data;
  const ordered = answers.toSorted((a, b) => rank(a) - rank(b));
  return (
    <Box aria-busy={query.isPlaceholderData} sx={{ opacity: query.isPlaceholderData ? 0.6 : 1 }}>
      {problem && (
        <Alert severity="warning" sx={{ mb: 2 }} role="status">
          {label(problem)}
        </Alert>
      )}
      {ordered.map((answer) => (
        <AnswerPanel key={answer.rule.id} answer={answer} inputs={inputs} />
      ))}
      {off.length > 0 && (
        <Box component="p" sx={{ typography: 'body2', color: 'text.secondary' }}>
          <Trans>
            Not switched on by the clinical board: {off.map(({ title }) => label(title)).join('; ')}
          </Trans>
        </Box>
      )}
      <Box component="p" sx={{ typography: 'caption', color: 'text.secondary' }}>
        {t`How the form fills the models: version ${version}`}
      </Box>
    </Box>
  );
}

/** Where a person stands, as the list and the patient's page say it. */
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { StageTag } from '../../../design/marks.tsx';
import type { BroadStage } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { Standing } from './data.ts';

/** When the next test is due; why that cannot be told. */
export function Due({ standing: { due, overdue, cannot } }: { standing: Standing }) {
  const label = useLabel();
  if (due !== null)
    return overdue ? (
      <Box component="strong" sx={{ color: 'error.main' }}>
        <Trans>{due}, overdue</Trans>
      </Box>
    ) : (
      due
    );
  return cannot === null ? '—' : <Trans>cannot be judged: {label(cannot)}</Trans>;
}

/** The cancer that was diagnosed, with its stage, and whether it came between two tests. */
export function Diagnosis({ standing }: { standing: Standing }) {
  const label = useLabel();
  const { step, diagnosed, broadStage, intervalCancer, intervalCannot } = standing;
  if (step !== 'DIAGNOSED') return '—';
  return (
    <span>
      {diagnosed ?? <Trans>day unknown</Trans>}{' '}
      <StageTag stage={(broadStage ?? 'UNKNOWN') as BroadStage} group={null} />{' '}
      {intervalCancer === true && (
        <strong>
          <Trans>interval cancer</Trans>
        </strong>
      )}
      {intervalCannot !== null && (
        <Trans>whether an interval cancer cannot be judged: {label(intervalCannot)}</Trans>
      )}
    </span>
  );
}

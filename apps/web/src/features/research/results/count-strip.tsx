/** On a narrow screen the count stays in sight below the criteria, and leads to the rest. */
import { Trans } from '@lingui/react/macro';
import { mdiArrowDown } from '@mdi/js';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { Icon } from '../../../design/icon.tsx';
import { Outdated } from '../../../design/outdated.tsx';
import { useCountWords } from '../counts.tsx';
import type { Cohort, DisclosureRule } from '../queries.ts';

export function CountStrip({
  cohort,
  rule,
  stale,
  onResults,
}: {
  cohort: Cohort | undefined;
  rule: DisclosureRule;
  /** Whether the answer is of the former question. */
  stale: boolean;
  onResults: () => void;
}) {
  const inWords = useCountWords(rule);
  return (
    <Paper
      variant="outlined"
      sx={{
        display: { xs: 'flex', lg: 'none' },
        position: 'sticky',
        bottom: 0,
        zIndex: 2,
        mt: 1,
        px: 1.5,
        py: 0.75,
        alignItems: 'center',
        boxShadow: 3,
      }}
    >
      <Outdated outdated={stale} sx={{ flex: 1, fontWeight: 650 }}>
        {cohort?.count ? inWords(cohort.count) : '…'}
      </Outdated>
      <Button endIcon={<Icon path={mdiArrowDown} />} onClick={onResults}>
        <Trans>Results</Trans>
      </Button>
    </Paper>
  );
}

/** On a narrow screen the count stays in sight below the criteria, and leads to the rest. */
import { Trans } from '@lingui/react/macro';
import { mdiArrowDown } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { Icon } from '../../../design/icon.tsx';
import { useCountWords } from '../counts.tsx';
import type { Cohort, DisclosureRule } from '../queries.ts';

export function CountStrip({
  cohort,
  rule,
  onResults,
}: {
  cohort: Cohort | undefined;
  rule: DisclosureRule;
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
      <Box component="span" sx={{ flex: 1, fontWeight: 650 }}>
        {cohort?.count ? inWords(cohort.count) : '…'}
      </Box>
      <Button endIcon={<Icon path={mdiArrowDown} />} onClick={onResults}>
        <Trans>Results</Trans>
      </Button>
    </Paper>
  );
}

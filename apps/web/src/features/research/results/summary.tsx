/** How many there are, and who they are in plain words. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { Outdated } from '../../../design/outdated.tsx';
import { VisuallyHidden } from '../../../design/page.tsx';
import { formatCount, formatPercent } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { useCountWords } from '../counts.tsx';
import type { Cohort, Disclosed, DisclosureRule } from '../queries.ts';

export function Summary({
  cohort,
  name,
  everyone,
  rule,
  stale,
}: {
  /** Undefined until it is known. */
  cohort: Cohort | undefined;
  /** What the cohort is called, where there are two. */
  name: string | null;
  everyone: Disclosed;
  rule: DisclosureRule;
  /** Whether the answer is of the former question. */
  stale: boolean;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const inWords = useCountWords(rule);
  const count = cohort?.count;
  const said = count ? [name, inWords(count)].filter(Boolean).join(': ') : '';
  const share =
    count?.value != null && everyone.value ? formatPercent(count.value / everyone.value) : null;
  return (
    <Paper variant="outlined" sx={{ mb: 2, overflow: 'hidden' }}>
      <Box sx={{ height: 2 }}>
        {stale && <LinearProgress aria-label={t`Counting`} sx={{ height: 2 }} />}
      </Box>
      <VisuallyHidden live>{stale ? '' : said}</VisuallyHidden>
      <Outdated
        keepsFocus
        outdated={stale}
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(190px, auto) minmax(0, 1fr)' },
          columnGap: 3,
          rowGap: 1,
          px: 2,
          py: 1.5,
        }}
      >
        <Box data-count>
          {!cohort ? (
            <Skeleton width={150} height={48} />
          ) : !count ? (
            <Typography variant="body2" sx={{ color: 'error.main', fontWeight: 600 }}>
              <Trans>Not counted: correct the marked criteria first.</Trans>
            </Typography>
          ) : (
            <>
              <Typography
                component="p"
                sx={{
                  fontSize: '2.25rem',
                  fontWeight: 650,
                  lineHeight: 1.15,
                  letterSpacing: '-0.02em',
                }}
              >
                {count.value === null ? `< ${rule.minimumCell}` : formatCount(count.value)}
              </Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {count.value === null ? inWords(count) : <Trans>persons, about</Trans>}
                {share && <Trans> · {share} of the release</Trans>}
              </Typography>
            </>
          )}
        </Box>
        <Box>
          {cohort ? (
            <Typography
              variant="body1"
              sx={name ? undefined : { '&::first-letter': { textTransform: 'uppercase' } }}
            >
              <span data-print-selection>
                {name && <strong>{name}: </strong>}
                {label(cohort.description)}
              </span>
            </Typography>
          ) : (
            <Skeleton />
          )}
          {count?.value === null && (
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
              <Trans>
                Too few to be shown, zero included. The steps below show where they are lost.
              </Trans>
            </Typography>
          )}
        </Box>
      </Outdated>
    </Paper>
  );
}

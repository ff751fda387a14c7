/** How a referral stands: who did what when, and in which words. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { referralStateWords } from '../../../design/referral-words.ts';
import { formatInstant } from '../../../format/date.ts';
import type { ReferralDetailFragment } from '../../../graph/generated/graphql.ts';

export function Standing({ referral }: { referral: ReferralDetailFragment }) {
  const { i18n } = useLingui();
  const { state, words, decidedBy, decidedAt, endedBy, endedAt } = referral;
  const [by, at] = endedAt ? [endedBy, endedAt] : [decidedBy, decidedAt];
  return (
    <>
      {i18n._(referralStateWords[state])}
      {words && (
        <Box
          component="span"
          sx={{ display: 'block', whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
        >
          {words}
        </Box>
      )}
      {by && at && (
        <Typography variant="caption" component="span" sx={{ display: 'block' }}>
          {by} · {formatInstant(at)}
        </Typography>
      )}
    </>
  );
}

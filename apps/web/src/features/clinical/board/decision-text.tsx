/** One version of a decision, with what became of it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatInstant } from '../../../format/date.ts';
import type { Decision } from './data.ts';
import { outcomeWords } from './words.ts';

const words = { my: 0.5, whiteSpace: 'pre-line', overflowWrap: 'anywhere' } as const;

export function DecisionText({ decision }: { decision: Decision }) {
  const { t, i18n } = useLingui();
  const { version, options, reason, attended, decidedOn, dueOn, correction, outcomes } = decision;
  const between = t({ message: ', ', context: 'between names' });
  return (
    <Box component="article" sx={{ my: 1 }} aria-label={t`Decision, version ${version}`}>
      <Box component="p" sx={{ ...words, fontWeight: 650, fontSize: '1.125em' }}>
        {decision.decision}
      </Box>
      <Box component="p" sx={words}>
        <Trans>Why: {reason}</Trans>
      </Box>
      {options.length > 0 && (
        <Box component="p" sx={words}>
          <Trans>Options considered: {options.join('; ')}</Trans>
        </Box>
      )}
      <Box component="p" sx={words}>
        <Trans>
          Decided on {decidedOn} by {attended.join(between)}
        </Trans>
        {dueOn && (
          <strong>
            {' · '}
            <Trans>to be carried out by {dueOn}</Trans>
          </strong>
        )}
      </Box>
      {correction && (
        <Box component="p" sx={words}>
          <Trans>
            Version {version}, corrected because: {correction}
          </Trans>
        </Box>
      )}
      {outcomes.map(({ outcome, note, enteredBy, enteredAt }, i) => (
        <Box component="p" key={enteredAt} sx={{ ...words, opacity: i === 0 ? 1 : 0.8 }}>
          <strong>{i18n._(outcomeWords[outcome])}</strong>
          {note && `: ${note}`} ·{' '}
          <Typography variant="caption" component="span">
            {enteredBy}, {formatInstant(enteredAt)}
          </Typography>
        </Box>
      ))}
      <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
        <Trans>
          Entered by {decision.enteredBy}, {formatInstant(decision.enteredAt)}
        </Trans>
      </Typography>
    </Box>
  );
}

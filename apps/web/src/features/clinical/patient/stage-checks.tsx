/** What the stage tables make of the categories recorded, and what contradicts the stages sent. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useCodeWords } from '../../../design/code-words.ts';
import { useHeading } from '../../../design/heading-level.tsx';
import { useLabel } from '../../../i18n/label.ts';
import type { Tumour } from './data.ts';

type Check = NonNullable<Tumour['stageChecks']>[number];

export function StageChecks({ checks }: { checks: readonly Check[] }) {
  const id = useId();
  const heading = useHeading();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        mx: -2,
        mb: -1.75,
        mt: 1.5,
        px: 2,
        py: 1.25,
        borderTop: '1px solid',
        borderColor: 'divider',
      }}
    >
      <Typography id={id} variant="h3" component={heading}>
        <Trans>Stage check</Trans>
      </Typography>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', m: 0 }}>
        <Trans>Information, not a recommendation. Nothing that was sent is changed.</Trans>
      </Typography>
      {checks.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.75 }}>
          <Trans>No stage or category is recorded that could be checked</Trans>
        </Typography>
      ) : (
        checks.map((check) => <OneCheck key={check.classification ?? ''} check={check} />)
      )}
    </Box>
  );
}

function OneCheck({ check }: { check: Check }) {
  const { t } = useLingui();
  const code = useCodeWords();
  const label = useLabel();
  const { classification, sent, derived, possible, explanation, findings, sources } = check;
  const which =
    classification === null ? t`Assessment not said` : code('classification', classification);
  return (
    <Box sx={{ mt: 1 }}>
      <Typography variant="body2" component="p" sx={{ m: 0 }}>
        <strong>{which}</strong>
        {' · '}
        {sent ? t`sent ${sent.value}` : t`no stage group sent`}
        {' · '}
        {derived ? (
          <Trans>
            by the table <strong>{derived}</strong>
          </Trans>
        ) : possible.length > 0 ? (
          t`cannot be judged: ${possible.join(', ')} possible`
        ) : (
          t`cannot be judged`
        )}
        {findings.length === 0 && sent && derived && ` · ${t`no contradiction found`}`}
      </Typography>
      {findings.map(({ code: finding, sentence, sources: both }) => (
        <Alert key={finding} severity="warning" sx={{ mt: 0.75 }}>
          {label(sentence)}
          <Typography variant="caption" component="p" sx={{ m: 0, mt: 0.25 }}>
            <Trans>Sources: {both.map(label).join(' · ')}</Trans>
          </Typography>
        </Alert>
      ))}
      <Box
        component="ul"
        sx={{
          my: 0.5,
          pl: 2.5,
          color: 'text.secondary',
          typography: 'body2',
          overflowWrap: 'anywhere',
        }}
      >
        {explanation.map((line) => (
          <li key={line.en}>{label(line)}</li>
        ))}
      </Box>
      {sources.length > 0 && (
        <Typography
          variant="caption"
          component="p"
          sx={{ color: 'text.secondary', m: 0, overflowWrap: 'anywhere' }}
        >
          <Trans>
            {sources.join('; ')}. Rule version {check.ruleVersion}.
          </Trans>
        </Typography>
      )}
    </Box>
  );
}

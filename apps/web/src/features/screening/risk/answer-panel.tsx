/** One model: its answer and why, what is missing and what that would change, whose it is and where from. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { Panel } from '../../../design/page.tsx';
import { useLabel } from '../../../i18n/label.ts';
import type { Answer, RiskInput } from './data.ts';
import { Effects } from './effects.tsx';
import { useSpanWords } from './use-span-words.ts';
import { markWords, shortly } from './words.ts';

export function AnswerPanel({ answer, inputs }: { answer: Answer; inputs: readonly RiskInput[] }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const { rule, of, notApplicable, refused, missing, explanation, followed, span } = answer;
  const spanWords = useSpanWords(answer.unit);
  const name = label(rule.title);
  const given = spanWords({
    classes: answer.class ? [answer.class] : [],
    least: answer.amount ?? null,
    most: answer.amount ?? null,
    notFor: false,
  });
  return (
    <Panel
      title={name}
      name={name}
      detail={`${label(of)} · ${t`version ${rule.version}`}`}
      actions={
        <Chip
          size="small"
          variant="outlined"
          color={rule.mark === 'KNOWN' || rule.mark === 'DRAFT' ? 'warning' : 'default'}
          label={i18n._(markWords[rule.mark])}
        />
      }
    >
      {notApplicable ? (
        <Box component="p" sx={{ m: 0, typography: 'body2' }}>
          <Trans>Not applicable because: {label(notApplicable)}</Trans>
        </Box>
      ) : refused ? (
        <Alert severity="warning">{label(refused)}</Alert>
      ) : (
        <>
          <Box component="p" sx={{ m: 0, typography: 'body1', fontWeight: 600 }}>
            {given ||
              (span ? (
                <Trans>No answer yet. Possible: {spanWords(span)}</Trans>
              ) : (
                <Trans>No answer yet</Trans>
              ))}
          </Box>
          {missing.length > 0 ? (
            <Box component="p" sx={{ my: 0.5, typography: 'body2' }}>
              <Trans>Needs: {missing.map((one) => shortly(label(one.label))).join('; ')}</Trans>
            </Box>
          ) : (
            explanation.map((line) => (
              <Box component="p" key={line.en} sx={{ my: 0.5, typography: 'body2' }}>
                {label(line)}
              </Box>
            ))
          )}
          {followed.length > 0 && (
            <Box component="p" sx={{ my: 0.5, typography: 'body2', color: 'text.secondary' }}>
              {followed.map((one) => `${shortly(label(one.label))}: ${label(one.from)}`).join('; ')}
            </Box>
          )}
          <Effects answer={answer} inputs={inputs} />
        </>
      )}
      <Box component="p" sx={{ mt: 0.75, mb: 0, typography: 'caption', color: 'text.secondary' }}>
        {rule.population && `${label(rule.population)} · `}
        {label(rule.source)}
      </Box>
    </Panel>
  );
}

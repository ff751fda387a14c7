/** Prognostic stage groups of a breast cancer, with what they rest on. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useCodeWords } from '../../../../design/code-words.ts';
import { Panel } from '../../../../design/page.tsx';
import type { PatientPrognosisQuery } from '../../../../graph/generated/graphql.ts';
import { useLabel } from '../../../../i18n/label.ts';

type Stage = NonNullable<
  NonNullable<PatientPrognosisQuery['patient']>['prognosis']
>['stages'][number];

export function PrognosticStages({ stages }: { stages: readonly Stage[] }) {
  if (stages.length === 0) return null;
  return (
    <Panel title={<Trans>Prognostic stage group</Trans>}>
      {stages.map((stage) => (
        <OneStage key={stage.classification} stage={stage} />
      ))}
    </Panel>
  );
}

function OneStage({ stage }: { stage: Stage }) {
  const { t } = useLingui();
  const code = useCodeWords();
  const label = useLabel();
  const { classification, derived, possible, explanation, factors, sources } = stage;
  const names: Readonly<Record<string, string>> = {
    grade: t`Grade`,
    her2: 'HER2',
    er: 'ER',
    pr: 'PR',
  };
  const values: Readonly<Record<string, string>> = {
    positive: t`positive`,
    negative: t`negative`,
    unknown: t`equivocal`,
  };
  return (
    <Box sx={{ mb: 1.5 }}>
      <Typography variant="body2" component="p" sx={{ m: 0 }}>
        {code('classification', classification)}
        {': '}
        <strong>{derived ?? (possible.length > 0 ? possible.join(' / ') : t`no group`)}</strong>
      </Typography>
      <Box component="ul" sx={{ my: 0.5, pl: 2.5, typography: 'body2', color: 'text.secondary' }}>
        {factors.map(({ name, value, source, date }) => (
          <li key={name}>
            {names[name] ?? name}
            {': '}
            {value === null
              ? t`not known`
              : `${values[value] ?? value} (${[label(source), date].filter(Boolean).join(', ')})`}
          </li>
        ))}
        {explanation.map((line) => (
          <li key={line.en}>{label(line)}</li>
        ))}
      </Box>
      <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
        {sources.length > 0 && `${sources.join('; ')} · `}
        <Trans>Rule version {stage.ruleVersion}</Trans>
      </Typography>
    </Box>
  );
}

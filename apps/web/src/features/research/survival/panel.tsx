/** Overall survival of the cohorts, side by side. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { type ReactNode, useRef } from 'react';
import { type ChartColumn, ChartFrame } from '../../../charts/chart-frame.tsx';
import { Outdated } from '../../../design/outdated.tsx';
import { Panel } from '../../../design/page.tsx';
import { ErrorPanel } from '../../../design/states.tsx';
import { formatP } from '../../../format/p-value.ts';
import { useCountWords } from '../counts.tsx';
import { type Horizon, horizons } from '../definition/study.ts';
import type { DisclosureRule, Survival } from '../queries.ts';
import { Waiting } from '../waiting.tsx';
import { type DrawnArm, formatSurvival, type MonthRow, monthRows } from './arms.ts';
import { SurvivalChart } from './chart.tsx';
import { ArmFacts } from './facts.tsx';

export function SurvivalPanel({
  survival,
  arms,
  months,
  rule,
  error,
  retry,
  stale,
  hint,
  warning,
  onMonths,
}: {
  /** Undefined until it is known. */
  survival: Survival | undefined;
  arms: readonly DrawnArm[];
  months: Horizon;
  rule: DisclosureRule;
  error: unknown;
  retry: () => void;
  stale: boolean;
  /** Why nothing is compared, where nothing is. */
  hint: ReactNode;
  /** What makes the comparison mislead, where anything does. */
  warning: ReactNode;
  onMonths: (months: Horizon) => void;
}) {
  const { t } = useLingui();
  const chart = useRef<HTMLDivElement>(null);
  const landmark = survival?.landmark ?? 0;
  const title = survival?.delayedEntry
    ? t`Overall survival, counted from the day of the event`
    : landmark === 0
      ? t`Overall survival`
      : t`Overall survival of those alive ${landmark} months after diagnosis`;
  if (error || !survival || hint) {
    return (
      <Panel title={title}>
        {hint ? (
          <Alert severity="info">{hint}</Alert>
        ) : error ? (
          <ErrorPanel error={error} retry={retry} />
        ) : (
          <Waiting height={380} />
        )}
      </Panel>
    );
  }
  const drawn = arms.filter((arm) => arm.curve.length > 0);
  const words = arms.map((arm) => arm.words).join(', ');
  return (
    <ChartFrame
      title={title}
      name={`${title}: ${words}`}
      detail={
        survival.closing === null
          ? t`Kaplan–Meier, 95% confidence bands`
          : t`Kaplan–Meier, 95% confidence bands; follow-up to ${survival.closing}`
      }
      legend={drawn.map((arm) => ({ words: arm.words, colour: arm.colour, mark: 'line' as const }))}
      chart={chart}
      rows={monthRows(arms)}
      columns={columnsOf(arms, t`Month`, t`survival`, t`lower 95%`, t`upper 95%`)}
      actions={<Horizons months={months} onMonths={onMonths} />}
    >
      <Outdated keepsFocus outdated={stale}>
        {drawn.length === 0 ? (
          <Typography sx={{ py: 4, textAlign: 'center', color: 'text.secondary' }}>
            <Trans>Too few persons for a curve</Trans>
          </Typography>
        ) : (
          <>
            {warning}
            <Comparison survival={survival} rule={rule} />
            <div ref={chart}>
              <SurvivalChart
                label={t`Survival curve; the table has the figures`}
                arms={drawn}
                months={months}
                landmark={landmark}
                rule={rule}
              />
            </div>
            <WithoutTime arms={arms} rule={rule} />
            <Box
              sx={{
                mx: -2,
                mb: -1.75,
                mt: 1,
                borderTop: '1px solid',
                borderColor: 'divider',
                '& td, & th': { px: 1 },
              }}
            >
              <ArmFacts arms={arms} rule={rule} />
            </Box>
          </>
        )}
      </Outdated>
    </ChartFrame>
  );
}

/** What the test between two cohorts says, and who could not be compared. */
function Comparison({ survival, rule }: { survival: Survival; rule: DisclosureRule }) {
  const inWords = useCountWords(rule);
  if (survival.arms.length < 2) return null;
  const { logRank, inSeveralArms, hazardRatio, delayedEntry, from } = survival;
  const statistic = logRank?.statistic;
  const p = logRank && formatP(logRank.pValue);
  const both = inWords(inSeveralArms);
  return (
    <Typography variant="body2" sx={{ mb: 1 }}>
      {logRank ? (
        <strong>
          <Trans>Log-rank p {p}</Trans>
        </strong>
      ) : (
        <Trans>No log-rank test: too few persons or deaths to compare.</Trans>
      )}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {logRank && <Trans> (χ² = {statistic}, 1 degree of freedom)</Trans>}
        {' · '}
        <Trans>in both cohorts and left out of both: {both}</Trans>
      </Box>
      {hazardRatio && (
        <Box component="span" sx={{ display: 'block' }}>
          <Trans>
            Hazard ratio, A to B: <strong>{hazardRatio.value}</strong> (95% CI {hazardRatio.lower}–
            {hazardRatio.upper})
          </Trans>
        </Box>
      )}
      {delayedEntry && (
        <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
          <Trans>
            A person comes into a cohort on the day on which its definition comes true and leaves
            the other; those who died before are in the other. Curves go from month {from}, of those
            alive then.
          </Trans>
        </Box>
      )}
    </Typography>
  );
}

/** Who is not in the curve because nobody knows how long they were followed. */
function WithoutTime({ arms, rule }: { arms: readonly DrawnArm[]; rule: DisclosureRule }) {
  const inWords = useCountWords(rule);
  const persons = arms.map((arm) =>
    arms.length > 1 ? `${arm.words} ${inWords(arm.withoutTime)}` : inWords(arm.withoutTime),
  );
  const words = persons.join(', ');
  return (
    <Typography variant="caption" component="p" sx={{ color: 'text.secondary', m: 0 }}>
      <Trans>Left out, follow-up time not known: {words}</Trans>
    </Typography>
  );
}

function Horizons({ months, onMonths }: { months: Horizon; onMonths: (months: Horizon) => void }) {
  const { t } = useLingui();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={t`How far the curve goes, months`}
      value={months}
      onChange={(_, value: Horizon | null) => {
        if (value !== null) onMonths(value);
      }}
      sx={{
        '& .MuiToggleButton-root': {
          py: 0,
          px: 1,
          height: 28,
          whiteSpace: 'nowrap',
          textTransform: 'none',
        },
      }}
    >
      {horizons.map((h) => (
        <ToggleButton key={h} value={h} aria-label={t`${h} months`}>
          {t`${h} mo`}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function columnsOf(
  arms: readonly DrawnArm[],
  month: string,
  survival: string,
  lower: string,
  upper: string,
): ChartColumn<MonthRow>[] {
  const value = (i: number, which: 'survival' | 'lower' | 'upper', words: string) => ({
    header: arms.length > 1 ? `${arms[i]?.words}: ${words}` : words,
    align: 'right' as const,
    cell: (row: MonthRow) => formatSurvival(row.arms[i]?.[which] ?? null),
    text: (row: MonthRow) => row.arms[i]?.[which] ?? null,
  });
  return [
    { header: month, cell: (row) => row.months, text: (row) => row.months, nowrap: true },
    ...arms.flatMap((_, i) => [
      value(i, 'survival', survival),
      value(i, 'lower', lower),
      value(i, 'upper', upper),
    ]),
  ];
}

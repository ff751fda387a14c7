/** Curves of the cohorts, their figures, and every two of them compared. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { ArmMark, letterOf } from '../../../charts/curves/arms.tsx';
import { Panel } from '../../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatNumber } from '../../../format/quantity.ts';
import type { ComparisonInput } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { shortCount } from '../counts.tsx';
import type { Disclosed, DisclosureRule } from '../queries.ts';
import { Curves } from './curves.tsx';
import { type Chosen, type Comparison, comparisonQuery } from './queries.ts';
import { FigureWords, shortP } from './words.tsx';

export function EndpointPanels({
  comparison,
  chosen,
  months,
  rule,
}: {
  comparison: ComparisonInput;
  chosen: readonly Chosen[];
  months: number;
  rule: DisclosureRule;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const query = useQuery(comparisonQuery(comparison));
  const data = query.data;
  const title = data?.incidence ? (
    <Trans>Cumulative incidence</Trans>
  ) : (
    <Trans>Kaplan–Meier curves</Trans>
  );
  return (
    <>
      <Panel title={title}>
        {query.isPending ? (
          <LoadingRows rows={8} />
        ) : query.isError ? (
          <ErrorPanel error={query.error} retry={() => void query.refetch()} />
        ) : data ? (
          <>
            {data.immortalTime && (
              <Alert severity="warning" sx={{ mb: 1 }}>
                {label(data.immortalTime)}
              </Alert>
            )}
            <ArmProblems data={data} chosen={chosen} />
            {isCounted(data) && (
              <>
                <Curves comparison={data} chosen={chosen} months={months} rule={rule} />
                <Figures data={data} chosen={chosen} rule={rule} />
                <LogRank data={data} />
                <FigureWords {...data} />
                <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
                  {t`Persons in several cohorts, left out of all: ${shortCount(data.inSeveralArms, rule)}.`}
                </Typography>
              </>
            )}
          </>
        ) : null}
      </Panel>
      {data && data.pairs.length > 0 && <Pairs data={data} chosen={chosen} />}
    </>
  );
}

/** Where no arm was counted, figures of nobody would say that nobody is there. */
const isCounted = ({ arms }: Comparison): boolean =>
  arms.every(({ problems }) => problems.length === 0) ||
  arms.some(({ atRisk, curve }) => atRisk.length > 0 || curve.length > 0);

/** What is wrong with a cohort, said of that cohort. */
function ArmProblems({ data, chosen }: { data: Comparison; chosen: readonly Chosen[] }) {
  const label = useLabel();
  const said = data.arms.flatMap(({ problems }, place) =>
    problems.map(({ message }) => ({
      name: `${letterOf(place)} · ${chosen[place]?.name}`,
      message,
    })),
  );
  return said.map(({ name, message }) => (
    <Alert key={`${name} ${message.en}`} severity="error" sx={{ mb: 1 }}>
      <strong>{name}</strong>
      {': '}
      {label(message)}
    </Alert>
  ));
}

const Name = ({ chosen, place }: { chosen: readonly Chosen[]; place: number }) => (
  <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}>
    <ArmMark place={place} />
    <span>
      {letterOf(place)} · {chosen[place]?.name}
    </span>
  </Box>
);

const interval = (of: { value: number; lower: number; upper: number } | null) =>
  of ? `${formatNumber(of.value)} (${formatNumber(of.lower)}; ${formatNumber(of.upper)})` : '—';

function Figures({
  data,
  chosen,
  rule,
}: {
  data: Comparison;
  chosen: readonly Chosen[];
  rule: DisclosureRule;
}) {
  const { t } = useLingui();
  const count = (of: Disclosed) => shortCount(of, rule);
  const until = data.arms.find(({ restrictedMean }) => restrictedMean)?.restrictedMean?.until;
  const at = (arm: Comparison['arms'][number], month: number) => {
    const found = arm.curve.find(({ months }) => months === month);
    return found ? `${(found.share * 100).toFixed(1)}%` : '—';
  };
  const rows = data.arms.map((arm, place) => ({ arm, place }));
  return (
    <SimpleTable
      label={t`The cohorts in figures`}
      rows={rows}
      rowKey={({ place }) => place}
      columns={[
        {
          header: t`Cohort`,
          leastWidth: 170,
          cell: ({ place }) => <Name chosen={chosen} place={place} />,
        },
        { header: t`Persons`, align: 'right', cell: ({ arm }) => count(arm.persons) },
        { header: t`Events`, align: 'right', cell: ({ arm }) => count(arm.events) },
        { header: t`Left out`, align: 'right', cell: ({ arm }) => count(arm.leftOut) },
        ...[12, 36, 60].map((month) => ({
          header: t`${month / 12} y`,
          align: 'right' as const,
          cell: ({ arm }: (typeof rows)[number]) => at(arm, month),
        })),
        ...(data.incidence
          ? []
          : [
              {
                header: t`Median, months`,
                align: 'right' as const,
                cell: ({ arm }: (typeof rows)[number]) =>
                  arm.median ? formatNumber(arm.median.months) : '—',
              },
              {
                header: t`Restricted mean to month ${until ?? 0} (95% CI)`,
                align: 'right' as const,
                cell: ({ arm }: (typeof rows)[number]) => interval(arm.restrictedMean),
              },
            ]),
      ]}
    />
  );
}

function LogRank({ data }: { data: Comparison }) {
  const { logRank } = data;
  if (data.incidence || logRank === null) return null;
  const [p, statistic] = [shortP(logRank.pValue), formatNumber(logRank.statistic)];
  return (
    <Typography variant="body2" sx={{ mt: 1 }}>
      <Trans>
        Log-rank test over all cohorts: χ² {statistic}, {logRank.df} df, p {p}
      </Trans>
    </Typography>
  );
}

function Pairs({ data, chosen }: { data: Comparison; chosen: readonly Chosen[] }) {
  const { t } = useLingui();
  return (
    <Panel
      flush
      title={<Trans>Every two cohorts</Trans>}
      detail={<Trans>log-rank tests of the curves as they are shown</Trans>}
    >
      <SimpleTable
        label={t`Every two cohorts`}
        rows={data.pairs}
        rowKey={({ first, second }) => `${first} ${second}`}
        columns={[
          {
            header: t`Cohort`,
            leastWidth: 150,
            cell: ({ first }) => <Name chosen={chosen} place={first} />,
          },
          {
            header: t`Compared with`,
            leastWidth: 150,
            cell: ({ second }) => <Name chosen={chosen} place={second} />,
          },
          { header: t`p`, align: 'right', cell: ({ pValue }) => shortP(pValue) },
          { header: t`p (Holm)`, align: 'right', cell: ({ holm }) => shortP(holm) },
          {
            header: t`p (Bonferroni)`,
            align: 'right',
            cell: ({ bonferroni }) => shortP(bonferroni),
          },
          {
            header: t`Difference of restricted means, months (95% CI)`,
            align: 'right',
            cell: ({ restrictedMeanDifference }) => interval(restrictedMeanDifference),
          },
        ]}
      />
    </Panel>
  );
}

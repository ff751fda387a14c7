/** The cohorts made alike by inverse-probability weights: balance, weighted curves, ratios. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { ArmMark, letterOf } from '../../../charts/curves/arms.tsx';
import { StepCurves } from '../../../charts/curves/step-curves.tsx';
import { monthTicks } from '../../../charts/curves/steps.ts';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import type { ComparisonInput } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { shortCount } from '../counts.tsx';
import type { DisclosureRule } from '../queries.ts';
import type { Asked } from './asked.ts';
import { Balance } from './balance.tsx';
import { OnDemand } from './on-demand.tsx';
import { type Chosen, type Weighted, weightedQuery } from './queries.ts';
import { covariateNames, FigureWords, shortP } from './words.tsx';

interface Props {
  readonly comparison: ComparisonInput;
  readonly asked: Asked;
  readonly chosen: readonly Chosen[];
  readonly rule: DisclosureRule;
}

export function WeightedPanel(props: Props) {
  const { i18n, t } = useLingui();
  const named = props.asked.covariates.map((each) => i18n._(covariateNames[each])).join(', ');
  return (
    <OnDemand
      name="weighted"
      title={<Trans>Weighted comparison</Trans>}
      detail={
        <Trans>inverse-probability weights for what the Cox regression is adjusted for</Trans>
      }
      ask={t`Weight by ${named}`}
    >
      {props.asked.design === 'entry' ? (
        <Alert severity="info">
          <Trans>
            Weights are of persons at time zero or at a landmark: choose another design.
          </Trans>
        </Alert>
      ) : (
        <Figures {...props} />
      )}
    </OnDemand>
  );
}

function Figures({ comparison, asked, chosen, rule }: Props) {
  const { t } = useLingui();
  const label = useLabel();
  const query = useQuery(weightedQuery(comparison, asked.covariates));
  if (query.isPending) return <LoadingRows rows={8} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  const { data } = query;
  if (!data) return null;
  if (data.refused) return <Alert severity="info">{label(data.refused)}</Alert>;
  const { months } = asked;
  const said = data.arms
    .map(({ curve }, place) => {
      const last = curve.at(-1);
      return `${chosen[place]?.name}: ${last ? `${(last.share * 100).toFixed(0)}% (${last.months})` : '—'}`;
    })
    .join('; ');
  const [persons, without] = [
    shortCount(data.persons, rule),
    shortCount(data.withoutOverlap, rule),
  ];
  return (
    <Box data-weighted>
      <Balance balance={data.balance} names={chosen.map(({ name }) => name)} />
      {data.arms.some(({ curve }) => curve.length > 0) && (
        <StepCurves
          label={t`Weighted Kaplan–Meier curves; share and month at the end of each curve. ${said}`}
          axis={t`Months from time zero`}
          curves={data.arms.map(({ curve }) => ({
            curve: curve.map((point) => ({ ...point, survival: point.share })),
          }))}
          months={months}
          ticksOf={(width, room) => monthTicks(months, width, room)}
        />
      )}
      <Ratios arms={data.arms} chosen={chosen} rule={rule} />
      <Typography variant="body2" sx={{ mt: 1 }}>
        <Trans>
          {persons} persons weighted; {without} left out, since a cohort has too few at one of their
          levels.
        </Trans>
      </Typography>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1, mb: 0 }}>
        {label(data.method)}
      </Typography>
      <FigureWords {...data} />
    </Box>
  );
}

function Ratios({
  arms,
  chosen,
  rule,
}: {
  arms: Weighted['arms'];
  chosen: readonly Chosen[];
  rule: DisclosureRule;
}) {
  const { t } = useLingui();
  const rows = arms.map((arm, place) => ({ arm, place }));
  return (
    <SimpleTable
      label={t`Weighted cohorts`}
      rows={rows}
      rowKey={({ place }) => place}
      columns={[
        {
          header: t`Cohort`,
          leastWidth: 170,
          cell: ({ place }) => (
            <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}>
              <ArmMark place={place} />
              {letterOf(place)} · {chosen[place]?.name}
            </Box>
          ),
        },
        { header: t`Persons`, align: 'right', cell: ({ arm }) => shortCount(arm.persons, rule) },
        { header: t`Events`, align: 'right', cell: ({ arm }) => shortCount(arm.events, rule) },
        {
          header: t`Effective persons`,
          align: 'right',
          cell: ({ arm }) => arm.effective?.toLocaleString('en') ?? '—',
        },
        {
          header: t`Weighted HR (95% CI)`,
          align: 'right',
          nowrap: true,
          cell: ({ arm: { ratio }, place }) =>
            place === 0
              ? t`reference level`
              : ratio
                ? `${ratio.value} (${ratio.lower}–${ratio.upper})`
                : '—',
        },
        { header: t`p`, align: 'right', cell: ({ arm }) => shortP(arm.ratio?.pValue) },
      ]}
    />
  );
}

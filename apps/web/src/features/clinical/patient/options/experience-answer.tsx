/** What was found of patients like this one from the start of a drug. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { trendWords } from '../../../../design/words.ts';
import { formatCount, formatNumber, formatPercent } from '../../../../format/quantity.ts';
import type { DrugExperienceQuery } from '../../../../graph/generated/graphql.ts';
import { useLabel } from '../../../../i18n/label.ts';

type Found = NonNullable<DrugExperienceQuery['drugExperience']>;
type Curve = Pick<Found, 'months' | 'survival' | 'lower' | 'upper' | 'medianMonths'>;

/** Months of which the table tells. */
const TOLD = [6, 12, 24, 36];

/** Deaths that have to come before a disclosed curve falls. */
const DEATHS_OF_A_STEP = 10;

const shareAt = ({ months, survival, lower, upper }: Curve, month: number): string | null => {
  const i = months.indexOf(month);
  const share = survival[i];
  if (i < 0 || share === undefined) return null;
  const [from, to] = [lower[i], upper[i]];
  return typeof from === 'number' && typeof to === 'number'
    ? `${formatPercent(share)} (${formatPercent(from)}–${formatPercent(to)})`
    : formatPercent(share);
};

export function ExperienceAnswer({ found }: { found: Found }) {
  const { t } = useLingui();
  const label = useLabel();
  return (
    <Box role="status" sx={{ typography: 'body2' }}>
      {found.enough && found.untilNext ? (
        <Told found={found} untilNext={found.untilNext} />
      ) : (
        <Typography variant="body2" component="p" sx={{ m: 0 }}>
          <Trans>Too few patients: at least 30 patients and 10 deaths are needed.</Trans>
        </Typography>
      )}
      <Typography variant="caption" component="p" sx={{ m: 0, mt: 1, color: 'text.secondary' }}>
        <Trans>Asked for in this order, until there were enough:</Trans>
      </Typography>
      <Box component="ol" sx={{ my: 0.5, pl: 2.5, color: 'text.secondary', typography: 'caption' }}>
        {found.steps.map((step) => (
          <li key={step.description.en}>
            {label(step.description)}: {step.enough ? t`enough patients` : t`too few patients`}
          </li>
        ))}
      </Box>
      <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
        <Trans>
          Release {found.releaseNumber}; time counts from the start of the drug. Counts and curves
          are protected: a curve falls only after {DEATHS_OF_A_STEP} further events. Statuses are
          what hospitals reported, by no common criteria. No comparison of treatments, and not a
          recommendation.
        </Trans>
      </Typography>
    </Box>
  );
}

function Told({ found, untilNext }: { found: Found; untilNext: NonNullable<Found['untilNext']> }) {
  const { t, i18n } = useLingui();
  const count = (value: number | null | undefined) =>
    value === null || value === undefined ? t`too few to show` : formatCount(value);
  /** Events are hidden too where those without one are few. */
  const eventsOf = (value: number | null | undefined) =>
    value === null || value === undefined
      ? t`not shown: too few with or without one`
      : formatCount(value);
  const median = (value: number | null | undefined) =>
    value === null || value === undefined ? t`not reached` : t`${formatNumber(value)} months`;
  const rows = [
    { name: t`Alive`, curve: found as Curve, events: found.deaths?.value },
    {
      name: t`Without progression, next treatment or death`,
      curve: untilNext as Curve,
      events: untilNext.events.value,
    },
  ];
  const named = t`What happened from the start of the drug`;
  return (
    <>
      <Typography variant="body2" component="p" sx={{ m: 0, mb: 0.5 }}>
        <Trans>Patients: {count(found.persons?.value)}</Trans>
      </Typography>
      <Box sx={{ mx: -2 }}>
        <SimpleTable
          label={named}
          rows={rows}
          stacks
          rowKey={({ name }) => name}
          columns={[
            { header: t`Share`, cell: ({ name }) => name, leastWidth: 150 },
            { header: t`Events`, align: 'right', cell: ({ events }) => eventsOf(events) },
            ...TOLD.map((month) => ({
              header: t`${month} months`,
              align: 'right' as const,
              cell: ({ curve }: (typeof rows)[number]) => shareAt(curve, month),
            })),
            {
              header: t`Median`,
              align: 'right',
              cell: ({ curve }) => median(curve.medianMonths),
            },
          ]}
        />
      </Box>
      <Typography variant="body2" component="p" sx={{ m: 0, mt: 0.5 }}>
        <Trans>
          Best status of the disease recorded:{' '}
          {found.best
            .map(({ status, count: of }) => {
              const words =
                status === 'NOT_RECORDED' ? t`none recorded` : i18n._(trendWords[status]);
              return `${words} ${count(of.value)}`;
            })
            .join(' · ')}
        </Trans>
      </Typography>
      {found.survival.every((share) => share === 1) && (
        <Typography variant="body2" component="p" sx={{ m: 0, mt: 0.5 }}>
          <Trans>
            The share alive stays at 100 % here until ten deaths have come: it does not say that
            nobody died.
          </Trans>
        </Typography>
      )}
    </>
  );
}

/** Who is in each cohort, side by side: counts and shares, medians, standardised differences and tests. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { letterOf } from '../../../charts/curves/arms.tsx';
import { Panel } from '../../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatNumber } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { shortCount } from '../counts.tsx';
import type { Disclosed, DisclosureRule } from '../queries.ts';
import type { Compared } from './of-arms.tsx';
import { type Baseline, baselineQuery } from './queries.ts';
import { shortP, testNames } from './words.tsx';

/** From here on a difference counts as imbalance (Austin 2009). */
const imbalance = 0.1;

type Row = {
  key: string;
  name: string;
  heading: boolean;
  cells: string[];
  difference: string;
  test: string;
};

export function BaselinePanel({ comparison, chosen, rule }: Compared) {
  const { t } = useLingui();
  const query = useQuery(baselineQuery(comparison));
  const rows = useRows(query.data ?? null, rule);
  return (
    <Panel
      flush
      title={<Trans>Who they are at diagnosis</Trans>}
      detail={<Trans>persons and shares of those known</Trans>}
    >
      {query.isPending ? (
        <LoadingRows rows={8} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : rows.length === 0 ? (
        <Alert severity="info">
          <Trans>Nothing is counted until every definition can be run.</Trans>
        </Alert>
      ) : (
        <>
          <SimpleTable
            label={t`Who they are at diagnosis`}
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              {
                header: t`Property`,
                leastWidth: 150,
                cell: ({ name, heading }) =>
                  heading ? (
                    <strong>{name}</strong>
                  ) : (
                    <span style={{ paddingLeft: 12 }}>{name}</span>
                  ),
              },
              ...chosen.map((_, place) => ({
                header: letterOf(place),
                align: 'right' as const,
                cell: ({ cells }: Row) => cells[place] ?? '',
              })),
              { header: t`Difference`, align: 'right', cell: ({ difference }) => difference },
              { header: t`p`, align: 'right', cell: ({ test }) => test },
            ]}
          />
          <Typography
            variant="caption"
            component="p"
            sx={{ color: 'text.secondary', px: 2, py: 1 }}
          >
            <Trans>
              Each person is described by the earliest case that meets the definition; persons in
              several cohorts are in no column. Differences are the largest standardised ones
              between any two cohorts, of a value’s share or of the mean: {imbalance} and more
              counts as imbalance. Medians, differences and tests are of the counts as they are
              shown, without those not known and values hidden in a cohort; there are none where
              more than a twentieth of a cohort is hidden.
            </Trans>
          </Typography>
        </>
      )}
    </Panel>
  );
}

function useRows(data: Baseline | null, rule: DisclosureRule): Row[] {
  const { i18n, t } = useLingui();
  const label = useLabel();
  if (!data || data.variables.length === 0) return [];
  const shown = (of: Disclosed) => shortCount(of, rule);
  return [
    {
      ...{ key: 'persons', name: t`Persons`, heading: true },
      ...{ cells: data.persons.map(shown), difference: '', test: '' },
    },
    ...data.variables.flatMap(({ name, levels, known, medians, difference, test }): Row[] => {
      const words = label(name);
      return [
        {
          ...{ key: words, name: words, heading: true, cells: [] },
          difference: difference === null ? '—' : difference.toFixed(2),
          test: test ? `${shortP(test.pValue)} (${i18n._(testNames[test.kind])})` : '—',
        },
        ...(medians.length === 0
          ? []
          : [
              {
                ...{ key: `${words} median`, name: t`median`, heading: false },
                cells: medians.map((median) => (median === null ? '—' : formatNumber(median))),
                ...{ difference: '', test: '' },
              },
            ]),
        ...levels.map(({ label: level, missing, counts }) => ({
          ...{ key: `${words} ${level.en}`, name: label(level), heading: false },
          cells: counts.map((count, arm) =>
            count.value === null || missing || !known[arm]
              ? shown(count)
              : `${shown(count)} (${((100 * count.value) / known[arm]).toFixed(1)}%)`,
          ),
          ...{ difference: '', test: '' },
        })),
      ];
    }),
  ];
}

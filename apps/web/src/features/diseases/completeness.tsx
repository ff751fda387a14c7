/** Of how many cases each element is known, by year, tier of institution or province: a heat map and its table. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { type ChartColumn, ChartFrame } from '../../charts/chart-frame.tsx';
import { HeatMap } from '../../charts/heat/heat-map.tsx';
import { PlotBox } from '../../charts/plot-box.tsx';
import { useSearchState } from '../../design/filters/search-state.ts';
import { ErrorPanel, LoadingRows } from '../../design/states.tsx';
import type { DiseaseDivision } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { type Completeness, completenessQuery, type DataSet } from './queries.ts';
import { shareText } from './share.ts';

const DIVISIONS: Readonly<Record<DiseaseDivision, MessageDescriptor>> = {
  YEAR: msg`Year of diagnosis`,
  TIER: msg`Tier of the institution`,
  PROVINCE: msg`Province of the institution`,
};
const divisions = Object.keys(DIVISIONS) as DiseaseDivision[];

/** Fifths, the same in every data set. */
const SCALE = { least: 0, most: 1, bounds: [0.2, 0.4, 0.6, 0.8] };

export function CompletenessPanel({ set }: { set: DataSet }) {
  const { t, i18n } = useLingui();
  const [search, setSearch] = useSearchState();
  const by = divisions.find((one) => one.toLowerCase() === search.by) ?? 'YEAR';
  const query = useQuery({ ...completenessQuery(set.id, by), placeholderData: keepPreviousData });
  const choice = (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={by}
      aria-label={t`Divided by`}
      sx={{ flexWrap: 'wrap', mb: 1 }}
      onChange={(_, next: DiseaseDivision | null) => {
        if (next !== null) setSearch({ by: next === 'YEAR' ? undefined : next.toLowerCase() });
      }}
    >
      {divisions.map((one) => (
        <ToggleButton key={one} value={one}>
          {i18n._(DIVISIONS[one])}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
  if (query.isPending) return <LoadingRows rows={6} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  if (query.data === null) return null;
  return <Drawn set={set} completeness={query.data} name={i18n._(DIVISIONS[by])} choice={choice} />;
}

function Drawn({
  set,
  completeness: { labels, rows },
  name,
  choice,
}: {
  set: DataSet;
  completeness: Completeness;
  name: string;
  choice: React.ReactNode;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const chart = useRef<HTMLDivElement>(null);
  const title = t`Completeness of the elements: ${name}`;
  // A value of which nothing is told of any element would be a column of hatching.
  const told = labels
    .map((words, at) => ({ words: label(words), at }))
    .filter(({ at }) => rows.some(({ shares }) => shares[at]?.share != null));
  const shares = rows.map(({ element, shares: own }) => ({
    element,
    words: label(
      set.elements.find(({ id }) => id === element)?.label ?? { en: element, zh: element },
    ),
    own,
  }));
  type Row = (typeof shares)[number];
  const columns: ChartColumn<Row>[] = [
    { header: t`Element`, leastWidth: 160, cell: (row) => row.words, text: (row) => row.words },
    ...told.map(
      ({ words, at }): ChartColumn<Row> => ({
        header: words,
        align: 'right',
        nowrap: true,
        cell: (row) => shareText(row.own[at] ?? { share: null, limit: null }),
        text: (row) => shareText(row.own[at] ?? { share: null, limit: null }),
      }),
    ),
  ];
  return (
    <ChartFrame
      title={title}
      name={title}
      detail={t`share of cases of which the element is known`}
      chart={chart}
      rows={told.length === 0 ? [] : shares}
      columns={columns}
    >
      {choice}
      <PlotBox name={title} chart={chart} empty={told.length === 0}>
        {(width) => (
          <HeatMap
            width={width}
            rows={shares.map(({ words }) => words)}
            columns={told.map(({ words }) => words)}
            scale={SCALE}
            cells={shares.map(({ own }) =>
              told.map(({ at }) => {
                const share = own[at] ?? { share: null, limit: null };
                // What is at most so much may be nothing: a colour would say more.
                const value =
                  share.limit === 'AT_MOST' && (share.share ?? 0) > 0.2 ? null : share.share;
                return { value, words: shareText(share) };
              }),
            )}
          />
        )}
      </PlotBox>
      <Box component="p" sx={{ m: 0, mt: 0.5, fontSize: 12, color: 'text.secondary' }}>
        <Trans>
          Hatched: too few cases. ≥ and ≤: the smaller side is too small to be shown. Of the cases
          to which an element applies.
        </Trans>
      </Box>
    </ChartFrame>
  );
}

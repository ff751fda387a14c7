/** Cases or rates by province of residence: the map and its table. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useMemo, useRef } from 'react';
import { ChartFrame } from '../../../charts/chart-frame.tsx';
import { ClassLegend } from '../../../charts/classes/legend.tsx';
import { classOf, colourOf, rangesOf, scaleOf } from '../../../charts/classes/scale.ts';
import { type MapProvince, ProvinceMap } from '../../../charts/map/province-map.tsx';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { formatCount, formatRate } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { FigureText, useFigureColumns } from '../figures.tsx';
import {
  type Figure,
  figureOf,
  figureOfCount,
  formatOf,
  intervalText,
  type Measure,
  numberOf,
  textOf,
} from '../measure.ts';
import type { Statistics } from '../overview.ts';
import { type Request, toggled } from '../request.ts';
import { measureWords, noRateWords, unitWords } from '../words.ts';

type Row = Statistics['byProvince'][number];

export function ByProvince({ statistics, request }: { statistics: Statistics; request: Request }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const chart = useRef<HTMLDivElement>(null);
  const [search, set] = useSearchState();
  const columns = useFigureColumns();
  const { measure, provinces: chosen } = request;
  const unit = i18n._(unitWords[measure]);
  const format = formatOf(measure);
  const rows = statistics.byProvince;
  const scale = useMemo(
    () => scaleOf(rows.map((r) => numberOf(figureOf(r, measure))).filter((v) => v !== null)),
    [rows, measure],
  );
  const words = useProvinceWords(measure);
  const provinces = useMemo(() => {
    const ranks = rankOf(rows, measure);
    return new Map<string, MapProvince>(
      rows.map((row) => {
        const value = numberOf(figureOf(row, measure));
        return [
          row.region.code,
          {
            code: row.region.code,
            value,
            colour: scale && value !== null ? classOf(scale, value) : null,
            words: words(row),
            tip: (
              <Tip row={row} measure={measure} rank={ranks.get(row.region.code)} of={ranks.size} />
            ),
          },
        ];
      }),
    );
  }, [rows, scale, measure, words]);
  const name = t`${i18n._(measureWords[measure])} by province of residence`;
  const unknown = figureOfCount(statistics.provinceUnknown);
  const hatched = measure === 'cases' ? t`Not shown` : t`Not shown, or no rate`;
  return (
    <ChartFrame
      title={name}
      name={name}
      detail={unit}
      legend={[
        ...(scale
          ? rangesOf(scale).map(({ from, to }, i) => ({
              words: `${format(from)}–${format(to)}`,
              colour: `var(--class-${colourOf(scale, i)})`,
            }))
          : []),
        {
          words: hatched,
          colour: 'var(--mui-palette-text-secondary)',
          mark: 'hatched' as const,
        },
      ]}
      chart={chart}
      rows={rows}
      columns={[
        {
          header: t`Province of residence`,
          cell: (r: Row) => label(r.region.shortName),
          text: (r) => label(r.region.shortName),
          order: (r) => label(r.region.shortName),
          nowrap: true,
        },
        {
          header: t`Code`,
          cell: (r) => r.region.code,
          text: (r) => r.region.code,
          order: (r) => r.region.code,
        },
        ...columns(t`Cases`, (r: Row) => figureOf(r, 'cases'), formatCount),
        ...columns(t`Crude rate`, (r: Row) => figureOf(r, 'crude'), formatRate, true),
        ...columns(t`ASR`, (r: Row) => figureOf(r, 'ageStandardised'), formatRate, true),
      ]}
    >
      <ClassLegend scale={scale} unit={unit} hatched={hatched} format={format} />
      <Box ref={chart} sx={{ maxWidth: 760, mx: 'auto' }}>
        <ProvinceMap
          label={name}
          provinces={provinces}
          chosen={chosen}
          hint={<Trans>Choose a province, or several, to see the page for them alone.</Trans>}
          onToggle={(code) => set({ province: toggled(search.province?.split(',') ?? [], code) })}
        />
      </Box>
      {measure === 'cases' && (unknown.is !== 'shown' || unknown.value > 0) && (
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
          <Trans>
            Residence not known: <FigureText figure={unknown} format={formatCount} />
          </Trans>
        </Box>
      )}
    </ChartFrame>
  );
}

/** `Guangdong, 1,230 cases, 8.1 per 100,000`. */
function useProvinceWords(measure: Measure): (row: Row) => string {
  const { i18n, t } = useLingui();
  const label = useLabel();
  // biome-ignore lint/correctness/useExhaustiveDependencies: t changes with the language, as labels do
  return useMemo(() => {
    const say = (figure: Figure, format: (v: number) => string, unit: (n: string) => string) =>
      figure.is === 'shown'
        ? unit(format(figure.value))
        : figure.is === 'suppressed'
          ? t`not shown`
          : figure.why === undefined
            ? t`not known`
            : i18n._(noRateWords[figure.why]);
    return (row) => {
      const name = label(row.region.shortName);
      const cases = say(figureOf(row, 'cases'), formatCount, (n) => t`${n} cases`);
      if (measure === 'cases') return `${name}, ${cases}`;
      const rate = say(figureOf(row, measure), formatRate, (n) => t`${n} per 100,000`);
      return `${name}, ${cases}, ${rate}`;
    };
  }, [t, i18n, measure]);
}

/** The places of provinces from the highest figure down; those without a figure have none. */
function rankOf(rows: readonly Row[], measure: Measure): Map<string, number> {
  const values = rows
    .map((r) => ({ code: r.region.code, value: numberOf(figureOf(r, measure)) }))
    .filter((r) => r.value !== null)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  return new Map(values.map((v) => [v.code, 1 + values.findIndex((w) => w.value === v.value)]));
}

function Tip({
  row,
  measure,
  rank,
  of,
}: {
  row: Row;
  measure: Measure;
  rank: number | undefined;
  of: number;
}) {
  const { i18n } = useLingui();
  const label = useLabel();
  const figure = figureOf(row, measure);
  const cases = textOf(figureOf(row, 'cases'), formatCount);
  const interval = figure.is === 'shown' ? intervalText(figure, formatRate) : '';
  return (
    <>
      <Box sx={{ fontWeight: 650 }}>{label(row.region.shortName)}</Box>
      {measure !== 'cases' && (
        <div>
          {i18n._(measureWords[measure])}: {textOf(figure, formatRate)}
          {interval && ` (${interval})`}
        </div>
      )}
      <div>
        <Trans>Cases: {cases}</Trans>
      </div>
      {rank && (
        <Box sx={{ color: 'text.secondary' }}>
          <Trans>
            {rank} of {of}
          </Trans>
        </Box>
      )}
      {figure.is === 'suppressed' && (
        <Box sx={{ color: 'text.secondary' }}>
          <Trans>* not shown: too few</Trans>
        </Box>
      )}
    </>
  );
}

/** One analyte over time. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useMemo, useRef, useState } from 'react';
import { ChartFrame } from '../../../../charts/chart-frame.tsx';
import { type Band, DenseLine } from '../../../../charts/dense-line.tsx';
import { useCodeWords } from '../../../../design/code-words.ts';
import { formatDay, formatInstant } from '../../../../format/date.ts';
import { formatNumber, formatQuantity, formatUnit } from '../../../../format/quantity.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { monthsSince } from '../alarms.ts';
import type { LaboratorySeries } from '../data.ts';
import { gapsOf } from './bands.ts';
import { useFlagWords } from './picker.tsx';
import { flagOf, numbersOf } from './series.ts';

export function Trend({
  series,
  bands,
  domain,
  until,
}: {
  series: LaboratorySeries;
  bands: readonly Band[];
  domain: { start: number; end: number };
  /** Today, or the day of death (ms UTC). */
  until: number;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const flags = useFlagWords();
  const code = useCodeWords();
  /** A result that may still change says so. */
  const sentWords = (p: { asSent: string; notFinal: string | null }): string =>
    p.notFinal === null ? p.asSent : `${p.asSent} · ${code('status', p.notFinal)}`;
  const chart = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const points = useMemo(() => numbersOf(series), [series]);
  const times = useMemo(() => points.map(([at]) => at), [points]);
  const values = useMemo(() => points.map(([, value]) => value), [points]);
  const name = label(series.analyte.label);
  const unit = formatUnit(series.unit);
  const numeric = series.points.filter((p) => p.value !== null);
  const read = (pointed === null ? null : numeric[pointed]) ?? numeric.at(-1);
  const amount = (p: { value: number | null; digits: string | null; comparator: string | null }) =>
    p.value === null ? '' : formatQuantity({ ...p, value: p.value, unit: series.unit });
  const range = rangeWords(series, unit);
  const [first, last] = [series.points[0], series.points.at(-1)];
  const gaps = useMemo(
    () =>
      gapsOf(times, until).map(({ start, end }) => {
        const months = monthsSince(start, end);
        return { start, end, words: t`no ${name} for ${months} months` };
      }),
    [times, until, name, t],
  );
  const latestGap = gaps.at(-1);
  const missing = latestGap && latestGap.end === until ? latestGap.words : '';
  return (
    <ChartFrame
      title={unit ? `${name} (${unit})` : name}
      name={name}
      detail={
        <span>
          {read && (
            <>
              {formatDay(read.at)} <strong>{amount(read)}</strong>
            </>
          )}
          {range && ` · ${t`reference`} ${range}`}
          {missing && <strong> · {missing}</strong>}
        </span>
      }
      chart={chart}
      rows={series.points}
      columns={[
        { header: t`Taken at`, cell: (p) => formatInstant(p.at), text: (p) => p.at, nowrap: true },
        {
          header: unit ? t`Value (${unit})` : t`Value`,
          cell: (p) =>
            p.value === null ? '—' : `${p.comparator ?? ''} ${p.digits ?? formatNumber(p.value)}`,
          text: (p) => p.value,
          align: 'right',
        },
        { header: t`Comparator`, cell: (p) => p.comparator ?? '—', text: (p) => p.comparator },
        {
          header: t`Range`,
          cell: (p) => {
            const flag = flagOf(p.value, series);
            return flag ? flags[flag] : '—';
          },
          text: (p) => flagOf(p.value, series),
        },
        {
          header: t`As sent`,
          cell: (p) => sentWords(p),
          text: (p) => sentWords(p),
          nowrap: true,
        },
        {
          header: t`Flag as sent`,
          cell: (p) => p.interpretation ?? '—',
          text: (p) => p.interpretation,
        },
      ]}
    >
      <Box ref={chart}>
        {values.length > 0 ? (
          <DenseLine
            label={t`${name}: ${values.length} results from ${formatDay(first?.at)} to ${formatDay(last?.at)}, the latest ${read ? amount(read) : '—'}. The table has them all.`}
            times={times}
            values={values}
            unit={unit}
            referenceLow={series.referenceLow}
            referenceHigh={series.referenceHigh}
            bands={bands}
            gaps={gaps}
            domain={domain}
            together="laboratory"
            onPoint={setPointed}
          />
        ) : (
          <Box
            sx={{ py: 3, color: 'text.secondary' }}
          >{t`No result is a number; the table has them all.`}</Box>
        )}
      </Box>
    </ChartFrame>
  );
}

/** `3.5 – 5.1 mmol/L`, `≤ 5 ng/mL`. */
function rangeWords(
  { referenceLow: low, referenceHigh: high }: LaboratorySeries,
  unit: string,
): string {
  if (low === null && high === null) return '';
  const text =
    low === null
      ? `≤ ${formatNumber(high as number)}`
      : high === null
        ? `≥ ${formatNumber(low)}`
        : `${formatNumber(low)} – ${formatNumber(high)}`;
  return unit ? `${text} ${unit}` : text;
}

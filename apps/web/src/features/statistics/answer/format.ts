/** How figures of a measure read. */
import { useLingui } from '@lingui/react';
import { formatCount, formatPercent, formatRate, spokenCount } from '../../../format/quantity.ts';
import type { MeasureInfo } from '../asked.ts';

export type Formats = {
  /** In a table: in full. */
  readonly full: (value: number) => string;
  /** In a drawing: as it is spoken, e.g. 12.35万. */
  readonly short: (value: number) => string;
  /** On an axis: no more digits than the tick needs. */
  readonly tick: (value: number) => string;
  /** Values are whole numbers. */
  readonly whole: boolean;
};

/** @param info what the source says of the measure: counts are whole, and what is per cent reads so */
export function useFormats(info: Pick<MeasureInfo, 'group' | 'unit'> | null): Formats {
  const { i18n } = useLingui();
  const spoken = (value: number) => spokenCount(Math.round(value), i18n.locale);
  if (info?.group === 'COUNTS')
    return { full: formatCount, short: spoken, tick: spoken, whole: true };
  if (info?.unit.en === '%') {
    return {
      full: (value) => `${value.toFixed(1)}%`,
      short: (value) => formatPercent(value / 100),
      tick: (value) => `${round(value)}%`,
      whole: false,
    };
  }
  return {
    full: formatRate,
    // Person-years and persons of a nation are spoken by ten thousands.
    short: (value) => (Math.abs(value) >= 10_000 ? spoken(value) : formatRate(value)),
    tick: (value) => (Math.abs(value) >= 10_000 ? spoken(value) : round(value)),
    whole: false,
  };
}

/** A tick is a round number but for what its sum was off by. */
const round = (value: number): string =>
  Number(value.toPrecision(6)).toLocaleString('en').replace('-', '−');

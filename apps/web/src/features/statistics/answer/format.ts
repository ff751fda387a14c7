/** How figures of a measure read. */
import { useLingui } from '@lingui/react';
import { formatCount, formatPercent, formatRate, spokenCount } from '../../../format/quantity.ts';
import type { StatisticsMeasureGroup } from '../../../graph/generated/graphql.ts';

export type Formats = {
  /** In a table: in full. */
  readonly full: (value: number) => string;
  /** In a drawing: as it is spoken, e.g. 12.35万. */
  readonly short: (value: number) => string;
  /** Values are whole numbers. */
  readonly whole: boolean;
};

/** @param unit of the values in English, as the graph says it: what is in percent or a share reads as percent */
export function useFormats(group: StatisticsMeasureGroup | null): Formats {
  const { i18n } = useLingui();
  if (group === 'COUNTS') {
    return {
      full: formatCount,
      short: (value) => spokenCount(Math.round(value), i18n.locale),
      whole: true,
    };
  }
  if (group === 'SURVIVAL') return { full: formatPercent, short: formatPercent, whole: false };
  return { full: formatRate, short: formatRate, whole: false };
}

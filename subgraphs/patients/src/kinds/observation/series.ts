import type { Shown } from '@nodp/database/tables';
import type { observation } from './table.ts';

type ObservationRow = Shown<typeof observation>;

/** One analyte's results in one unit, by time. */
export interface SeriesModel {
  readonly system: string | null;
  readonly code: string;
  readonly display: string | null;
  readonly category: string;
  readonly unit: string | null;
  readonly rows: readonly ObservationRow[];
}

/** The unit a result is shown in: the analyte's usual one where the sent one converts. */
export const shownUnit = (row: ObservationRow): string | null => row.normalUnit ?? row.unit;
export const shownValue = (row: ObservationRow): number | null => row.normalValue ?? row.value;

/** How the number shown was written; null where it says it itself, or was converted. */
export const shownDigits = (row: ObservationRow): string | null =>
  row.normalValue === null || row.normalValue === row.value ? row.digits : null;

/** Results that cannot be brought to one unit are two series: a curve across units would lie. */
export const seriesOf = (rows: readonly ObservationRow[]): SeriesModel[] =>
  [...Map.groupBy(rows, (row) => `${row.code} ${shownUnit(row) ?? ''}`).values()].map((group) => {
    const [{ system, code, display, category }] = group as [ObservationRow, ...ObservationRow[]];
    return {
      system,
      code,
      display,
      category,
      unit: shownUnit(group[0] as ObservationRow),
      rows: group,
    };
  });

/** As the hospital sent it. */
export const asSent = (row: ObservationRow): string =>
  row.value === null
    ? (row.valueText ?? '—')
    : `${row.comparator ?? ''}${row.digits ?? row.value}${row.unit === null || row.unit === '1' ? '' : ` ${row.unit}`}`;

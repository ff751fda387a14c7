/**
 * What a criterion asks of the columns of a release. A criterion says it once; SQL and sets of cases are two
 * readings of it. What is not known (null) is never among values nor between bounds.
 */
export type Where =
  /** The case's value is listed. */
  | { readonly kind: 'among'; readonly column: TextColumn; readonly values: readonly string[] }
  /** The case's value is known and within inclusive bounds; a missing one is open. */
  | ({ readonly kind: 'between'; readonly column: WholeColumn } & Range)
  /** The flag of the case is set. */
  | { readonly kind: 'flag'; readonly column: FlagColumn }
  /** The person has a row of the table whose columns all have one of their listed values. */
  | {
      readonly kind: 'event';
      readonly table: EventTable;
      readonly among: readonly (readonly [column: string, values: readonly (string | number)[]])[];
    }
  | { readonly kind: 'either' | 'both'; readonly of: readonly Where[] };

/** Columns of `cases` that criteria ask, kept in memory. */
export const TEXT_COLUMNS = [
  'sex',
  'province',
  'residence',
  'site_group',
  'topography',
  'laterality',
  'histology',
  'behaviour',
  'stage',
] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

export const WHOLE_COLUMNS = ['age', 'diagnosis_year'] as const;
export type WholeColumn = (typeof WHOLE_COLUMNS)[number];

export const FLAG_COLUMNS = ['surgery', 'radiotherapy', 'systemic'] as const;
export type FlagColumn = (typeof FLAG_COLUMNS)[number];

/** Tables of a person's events, with the columns that criteria ask. */
interface EventColumns {
  readonly treatments: 'kind' | 'drug' | 'regimen' | 'line';
  readonly biomarkers: 'biomarker' | 'finding';
}
export type EventTable = keyof EventColumns;

export interface Range {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export const among = (column: TextColumn, values: readonly string[]): Where => ({
  kind: 'among',
  column,
  values,
});
export const between = (column: WholeColumn, { from, to }: Range): Where => ({
  kind: 'between',
  column,
  from,
  to,
});
export const flag = (column: FlagColumn): Where => ({ kind: 'flag', column });
export const either = (of: readonly Where[]): Where => ({ kind: 'either', of });
export const both = (of: readonly Where[]): Where => ({ kind: 'both', of });

/** Columns without values are not asked. */
export const event = <Table extends EventTable>(
  table: Table,
  asked: Readonly<Partial<Record<EventColumns[Table], readonly (string | number)[] | undefined>>>,
): Where => ({
  kind: 'event',
  table,
  among: Object.entries<readonly (string | number)[] | undefined>(asked).flatMap(
    ([column, values]) =>
      values === undefined || values.length === 0 ? [] : [[column, values] as const],
  ),
});

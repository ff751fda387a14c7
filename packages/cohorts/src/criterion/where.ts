import { type Event, event, type Range } from './event.ts';
import type { Series } from './series.ts';
import type { Timeline } from './timeline.ts';

/**
 * What a criterion asks of the columns of a release. A criterion says it once; SQL and sets of cases are two
 * readings of it. What is not known (null) is never among values nor between bounds.
 */
export type Where =
  /** The case's value is listed. */
  | { readonly kind: 'among'; readonly column: TextColumn; readonly values: readonly string[] }
  /** The case's value is known and within inclusive bounds; a missing one is open. */
  | ({ readonly kind: 'between'; readonly column: WholeColumn } & Range)
  /** The case's value begins with one that is listed. */
  | { readonly kind: 'starting'; readonly column: TextColumn; readonly values: readonly string[] }
  /** The case's value is not known. */
  | { readonly kind: 'unknown'; readonly column: TextColumn | WholeColumn }
  /** The flag of the case is set. */
  | { readonly kind: 'flag'; readonly column: FlagColumn }
  | Event
  /** Some event of the case has others around it, in time. */
  | { readonly kind: 'timeline'; readonly timeline: Timeline }
  /** A statistic of the person's results, in time from the case's diagnosis, lies within bounds. */
  | { readonly kind: 'series'; readonly series: Series }
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
  'grade',
  't',
  'n',
  'm',
  'basis_of_diagnosis',
  'detection',
  'institution_tier',
  'vital',
] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

export const WHOLE_COLUMNS = ['age', 'diagnosis_year', 'case_number'] as const;
export type WholeColumn = (typeof WHOLE_COLUMNS)[number];

export const FLAG_COLUMNS = ['surgery', 'radiotherapy', 'systemic', 'only_case'] as const;
export type FlagColumn = (typeof FLAG_COLUMNS)[number];

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
export const starting = (column: TextColumn, values: readonly string[]): Where => ({
  kind: 'starting',
  column,
  values,
});
export const unknown = (column: TextColumn | WholeColumn): Where => ({ kind: 'unknown', column });
export const isText = (column: string): column is TextColumn =>
  TEXT_COLUMNS.includes(column as TextColumn);
export const flag = (column: FlagColumn): Where => ({ kind: 'flag', column });
export const either = (of: readonly Where[]): Where => ({ kind: 'either', of });
export const both = (of: readonly Where[]): Where => ({ kind: 'both', of });

/**
 * A flag says that the person ever had the treatment; where its day matters it is asked of the treatments themselves. How somebody is
 * at the closing date is known on no day before it.
 */
export const dated = (where: Where): Where => {
  if (where.kind === 'among' && where.column === 'vital') return either([]);
  if (where.kind === 'flag' && where.column !== 'only_case')
    return event('treatments', { kind: [where.column.toUpperCase()] });
  if (where.kind === 'either' || where.kind === 'both')
    return { kind: where.kind, of: where.of.map(dated) };
  return where;
};

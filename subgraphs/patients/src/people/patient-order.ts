import { SITE_GROUPS } from '@nodp/terminology';
import { type SQL, sql } from 'drizzle-orm';
import type { PatientSort } from '../generated/resolvers.ts';

/** The columns of `patients.listed` (l) that a list can be ordered by. */
export type Sort = Exclude<PatientSort, 'DIAGNOSED_ON'>;

const place = (column: SQL, values: readonly string[]): SQL =>
  sql`array_position(array[${sql.raw(values.map((value) => `'${value}'`).join(', '))}]::text[], ${column})`;

/**
 * What orders a list by a column, as an integer; null where it is not known. Sites come from head to toe as ICD-10
 * has them, stages as they rise; age is that at death of who has died, else today's.
 */
const keys: Readonly<Record<Sort, SQL>> = {
  AGE: sql`coalesce(l.died_on, current_date) - l.born_on`,
  SEX: place(sql`l.sex`, ['FEMALE', 'MALE', 'OTHER']),
  SITE: place(
    sql`l.site_group`,
    SITE_GROUPS.map(({ id }) => id),
  ),
  STAGE: place(sql`l.broad_stage`, ['STAGE_0', 'STAGE_I', 'STAGE_II', 'STAGE_III', 'STAGE_IV']),
  VITAL_STATUS: place(sql`l.vital_status`, ['ALIVE', 'DEAD']),
};

export const sorts = Object.keys(keys) as Sort[];

/** An order of a list: its key, the condition that a row is beyond the former page, and the order itself. */
export interface Order {
  readonly key: SQL;
  readonly beyond: SQL;
  /** With the limit of a page. */
  readonly order: SQL;
  readonly direction: SQL;
}

const p = sql.placeholder;

/** By a column, rising or falling; patients without a value come last in either direction. */
export const orderBy = (by: Sort, descending: boolean): Order => {
  const key = sql`coalesce(${keys[by]}, ${sql.raw(descending ? '-1' : '2147483647')})::int`;
  const direction = sql.raw(descending ? 'desc' : 'asc');
  return {
    direction,
    key,
    beyond: sql`(${p('afterNumber')}::int is null or (${key}, l.patient_id) ${sql.raw(descending ? '<' : '>')}
      (${p('afterNumber')}::int, ${p('afterId')}::uuid))`,
    order: sql`order by ${key} ${direction}, l.patient_id ${direction} limit ${p('limit')}::int`,
  };
};

/** By the date of diagnosis: the bounds are ones an index starts and ends at, because this is the order asked for most. */
export const byDiagnosis = (descending: boolean): Order => {
  const direction = sql.raw(descending ? 'desc' : 'asc');
  const [sign, date, id] = descending
    ? ['<', 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
    : ['>', '-infinity', '00000000-0000-0000-0000-000000000000'];
  return {
    direction,
    key: sql`l.diagnosed_on::text`,
    beyond: sql`(l.diagnosed_on, l.patient_id) ${sql.raw(sign as string)} (coalesce(${p('afterDate')}::date, '${sql.raw(date as string)}'),
      coalesce(${p('afterId')}::uuid, '${sql.raw(id as string)}'))`,
    order: sql`order by l.diagnosed_on ${direction}, l.patient_id ${direction} limit ${p('limit')}::int`,
  };
};

import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import type { Session } from './session.ts';
import type { Statement } from './statement.ts';
import type { RecordKey } from './upsert.ts';

/** A key sent now, and the tables in which rows read from it before may stand. */
export interface SoughtKey<Name extends string> extends Omit<RecordKey, 'patientId'> {
  readonly tables: readonly Name[];
}

/** A row of a key sent now, under whichever patient it stands. */
export interface RowOfBefore<Name extends string> extends RecordKey {
  readonly table: Name;
}

/** Finds the session's institution's rows of keys, in all clinical tables by one statement. */
export type RowsOfBefore<Name extends string> = (
  session: Session,
  keys: readonly SoughtKey<Name>[],
) => Promise<RowOfBefore<Name>[]>;

/** Bits of a number that JavaScript holds exactly. */
const MOST_TABLES = 53;

/**
 * Rows of one table. A record's rows lie in one range of keys in the order of their bytes: its own key, and those of its parts (`#` and what
 * follows; `$` is the next character). What else lies there continues the key by a character below `#`, and is left out after the look-up.
 * Under row-level security an index serves only operators that are leakproof, which split_part is not. Each range
 * is looked up by itself (offset 0) and by nothing else that an index could serve, because a plan made while the table was
 * empty went through all rows of the institution: 0.9 s for 210 records beside 12,000.
 */
const rowsOf = (table: PgTable, place: number): string => {
  const { schema, name } = getTableConfig(table);
  const full = `"${schema ?? 'public'}"."${name}"`;
  return `select ${place} as place, found.patient_id, found.source_type, found.source_id
    from sent as r cross join lateral (
      select s.patient_id, s.institution_id, s.source_type, s.source_id from ${full} as s
      where s.source_id collate "C" >= r.source_id collate "C" and s.source_id collate "C" < r.beyond collate "C"
      offset 0) as found
    where (found.source_id = r.source_id or starts_with(found.source_id, r.part)) and r.tables & ${2 ** place} <> 0 and found.source_type = r.source_type
      and found.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`;
};

/**
 * Builds the statement once.
 * @param tables the clinical tables by the names that a sought key gives them
 * @throws Error where there are more tables than a number has bits
 */
export const rowsOfBefore = <Name extends string>(
  tables: readonly (readonly [Name, PgTable])[],
): RowsOfBefore<Name> => {
  if (tables.length > MOST_TABLES)
    throw new Error(`Rows are looked for in ${MOST_TABLES} tables at most, not ${tables.length}.`);
  const bits = new Map(tables.map(([name], place) => [name, 2 ** place]));
  const sumOf = (sought: readonly Name[]): number =>
    [...new Set(sought)].reduce((all, name) => all + (bits.get(name) ?? 0), 0);
  const find: Statement<Omit<RowOfBefore<Name>, 'table'> & { readonly place: number }> = {
    text: `with sent as materialized (
      select r.source_type, r.source_id, r.tables, r.source_id || '#' as part, r.source_id || '$' as beyond
      from unnest($1::text[], $2::text[], $3::bigint[]) as r(source_type, source_id, tables))
    ${tables.map(([, table], place) => rowsOf(table, place)).join('\n    union all\n    ')}`,
    bind: ({ columns }) => columns as unknown[],
  };
  return async (session, keys) => {
    if (keys.length === 0) return [];
    // Records of one type share the array of their tables.
    const sums = new Map<readonly Name[], number>();
    for (const { tables: sought } of keys) if (!sums.has(sought)) sums.set(sought, sumOf(sought));
    const columns = [
      keys.map((key) => key.sourceType),
      keys.map((key) => key.sourceId),
      keys.map((key) => sums.get(key.tables)),
    ];
    const rows = await session.run(find, { columns });
    return rows.map(({ place, ...key }) => ({
      ...key,
      table: (tables[place] as readonly [Name, PgTable])[0],
    }));
  };
};

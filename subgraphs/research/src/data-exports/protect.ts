import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { folderOf, literal } from '@nodp/warehouse';
import { anonymise, type Generalisation, K } from '../export/anonymise.ts';
import { type Levels, latticeOf } from '../export/lattice.ts';
import { quasiIdentifiersOf } from '../export/manifest.ts';
import { QUASI_IDENTIFIERS } from '../export/quasi-identifiers.ts';
import type { ExportElement, Proposal } from './data-export.ts';
import { L, SENSITIVE, sensitiveOf } from './sensitive.ts';

/** What an export is of. */
export interface Asked {
  /** Folder of the releases. */
  readonly folder: string;
  readonly number: number;
  /** File with the keys of persons in the release's export. */
  readonly persons: string;
  /** Keys of the cohort's persons in the release; null for everybody. */
  readonly cohort: Int32Array | null;
  /** Site groups; empty for every one. */
  readonly sites: readonly string[];
  readonly elements: readonly ExportElement[];
  /** Levels of the release's own export: an export of a project is never finer. */
  readonly base: Levels;
}

const appendKeys = async (connection: DuckDBConnection, keys: Int32Array): Promise<void> => {
  const appender = await connection.createAppender('chosen');
  for (const key of keys) {
    appender.appendInteger(key);
    appender.endRow();
  }
  appender.closeSync();
};

/** Generalisations no finer than the release's own export; what does not leave is generalised away. */
const allowed = ({ base, elements }: Asked): readonly Levels[] => {
  const leaves = QUASI_IDENTIFIERS.map(({ name }) =>
    elements.some(({ table, column }) => table === 'cases' && column === name),
  );
  return latticeOf(QUASI_IDENTIFIERS).filter((levels) =>
    levels.every((level, i) => {
      const coarsest = (QUASI_IDENTIFIERS[i]?.levels.length ?? 1) - 1;
      return leaves[i] ? level >= (base[i] as number) : level === coarsest;
    }),
  );
};

/**
 * A share as it is told before anything leaves: of persons in tens, or of hundredths where those are more. A thousandth of a cohort of
 * some hundred would tell that one of them stands alone.
 */
export const toldShare = (part: number, whole: number): number => {
  if (whole === 0) return 0;
  const unit = Math.max(10, whole / 100);
  return Math.round((100 * Math.min(whole, Math.round(part / unit) * unit)) / whole) / 100;
};

const numbers = async (connection: DuckDBConnection, sql: string): Promise<number[]> =>
  (await connection.runAndReadAll(sql)).getRows()[0]?.map(Number) ?? [];

export interface Protected {
  readonly proposal: Proposal;
  /** Whether enough persons are left that anything may leave. */
  readonly enough: boolean;
}

/**
 * Finds what has to be generalised: makes `released_cases` (exact, of those asked for), `export_class`, `quasi_case` and
 * `open_class(class, differs_<sensitive id>)`, true where persons of a class differ enough in a sensitive attribute.
 */
export const protect = async (
  connection: DuckDBConnection,
  asked: Asked,
  signal?: AbortSignal,
): Promise<Protected> => {
  const cases = literal(join(asked.folder, folderOf(asked.number), 'cases.parquet'));
  await connection.run(
    `create table export_key as select * from read_parquet(${literal(asked.persons)})`,
  );
  await connection.run('create table chosen (person_key integer)');
  if (asked.cohort === null)
    await connection.run('insert into chosen select person_key from export_key');
  else await appendKeys(connection, asked.cohort);
  const ofSite =
    asked.sites.length === 0 ? '' : `and c.site_group in (${asked.sites.map(literal).join(', ')})`;
  await connection.run(`create table released_cases as select c.* from read_parquet(${cases}) c
    join export_key e using (person_key) semi join chosen using (person_key)
    where (not e.is_cut or c.case_number = 1) ${ofSite}`);
  await connection.run('create table former (person_key integer, history ubigint)');
  const found = await anonymise(connection, signal, allowed(asked));
  const tells = SENSITIVE.filter(({ id }) =>
    asked.elements.some(({ table, column }) => sensitiveOf(table as never, column)?.id === id),
  );
  const differs = tells.map(
    ({ id, measured }) =>
      `count(distinct ${measured}) >= ${L} or count(${measured}) = 0 as differs_${id}`,
  );
  await connection.run(`create table open_class as select k.class${differs.map((one) => `, ${one}`).join('')}
    from released_cases c join export_class k using (person_key) group by 1`);
  const closed = await numbers(
    connection,
    `select count(*)${tells.map(({ id }) => `, count(*) filter (where not o.differs_${id})`).join('')}
    from export_class k join open_class o using (class)`,
  );
  const left = found.persons - found.suppressed;
  return {
    enough: found.smallest !== null && found.smallest >= K && left >= K,
    proposal: proposalOf(found, asked, tells, closed),
  };
};

const proposalOf = (
  { levels, persons, suppressed, cut }: Generalisation,
  { base, elements }: Asked,
  tells: typeof SENSITIVE,
  [left = 0, ...closed]: readonly number[],
): Proposal => ({
  k: K,
  l: L,
  levels: [...levels],
  generalised: quasiIdentifiersOf(
    Object.fromEntries(QUASI_IDENTIFIERS.map(({ name }, i) => [name, levels[i] as number])),
  )
    .map(({ name, label, generalisedTo }, i) => ({
      ...{ name, label, generalisedTo },
      further: (levels[i] as number) > (base[i] as number),
    }))
    .filter(({ name }) =>
      elements.some(({ table, column }) => table === 'cases' && column === name),
    ),
  suppressedShare: toldShare(suppressed, persons),
  furtherCasesLeftOutShare: toldShare(cut, persons),
  sensitive: tells.map(({ id, label }, i) => ({
    ...{ id, label },
    leftOutShare: toldShare(closed[i] ?? 0, left),
  })),
});

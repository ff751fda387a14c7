import { DAYS_PER_YEAR, type LifeTable, lifeTable } from '@nodp/biostatistics';
import { query, type Session, statement } from '@nodp/database';
import { type Label, LRUCache } from '@nodp/graph';
import { asc, desc, eq, sql } from 'drizzle-orm';
import { lifeTableRow, lifeTableSet } from '../tables.ts';
import { NATION } from './put-data-sets.ts';

/** Mortality of the general population of the nation or a province. */
export interface RegionLifeTable {
  /** GB/T 2260, six digits; null for the nation. */
  readonly region: string | null;
  /** Hazards per day by age (days) and calendar time (days since 1970-01-01); one factor, `sex`: female, male. */
  readonly table: LifeTable;
}

/** A version of life tables that was loaded. */
export interface LifeTableVersion {
  readonly id: string;
  readonly version: number;
  readonly name: Label;
  readonly source: Label;
  readonly citation: string;
  readonly licence: string;
  readonly firstYear: number;
  readonly lastYear: number;
  /** The nation's first; provinces after. */
  readonly tables: readonly RegionLifeTable[];
}

const sets = statement(
  query
    .select()
    .from(lifeTableSet)
    .orderBy(desc(lifeTableSet.loadedAt), asc(lifeTableSet.id), desc(lifeTableSet.version)),
);

const rows = statement(
  query
    .select()
    .from(lifeTableRow)
    .where(
      sql`${eq(lifeTableRow.setId, sql.placeholder('id'))} and ${eq(lifeTableRow.version, sql.placeholder('version'))}`,
    )
    .orderBy(lifeTableRow.region, lifeTableRow.sex, lifeTableRow.firstYear),
);

type Row = typeof lifeTableRow.$inferSelect;

const dayOf = (year: number, month: number): number => Date.UTC(year, month - 1, 1) / 86_400_000;

/** Rates by sex, period and age as one table: a period of one sex alone is left out. */
const tableOf = (own: readonly Row[]): LifeTable | null => {
  const [female, male] = [0, 1].map((sex) => own.filter((row) => row.sex === sex));
  const periods = (female ?? []).flatMap((f) => {
    const m = male?.find((row) => row.firstYear === f.firstYear);
    return m === undefined ? [] : [[f, m] as const];
  });
  const [first] = periods;
  if (first === undefined) return null;
  // Periods may know ages more or less finely: each rate holds until the next age of its own period.
  const ages = [...new Set(periods.flatMap(([f, m]) => [...f.ages, ...m.ages]))].sort(
    (a, b) => a - b,
  );
  const rateAt = (row: Row, age: number): number => {
    const at = row.ages.findLastIndex((begins) => begins <= age);
    return row.mortality[Math.max(at, 0)] as number;
  };
  return lifeTable({
    ages: ages.map((age) => age * DAYS_PER_YEAR),
    years: periods.map(([f]) => dayOf(f.firstYear, f.firstMonth)),
    factors: [{ name: 'sex', categories: ['female', 'male'] }],
    hazards: [0, 1].flatMap((sex) =>
      periods.flatMap((both) => ages.map((age) => rateAt(both[sex] as Row, age) / DAYS_PER_YEAR)),
    ),
  });
};

/** A version never changes, and its checksum is part of its name: the latest asked for are held. */
const known = new LRUCache<string, Promise<readonly RegionLifeTable[]>>({ max: 16 });

const read = async (session: Session, id: string, version: number) => {
  const byRegion = Map.groupBy(await session.run(rows, { id, version }), ({ region }) => region);
  return [...byRegion].flatMap(([region, own]): RegionLifeTable[] => {
    const table = tableOf(own);
    return table === null ? [] : [{ region: region === NATION ? null : region, table }];
  });
};

const tablesOf = (session: Session, id: string, version: number, sha256: string) => {
  const key = `${id} ${version} ${sha256}`;
  let tables = known.get(key);
  if (tables === undefined) {
    tables = read(session, id, version);
    known.set(key, tables);
    tables.catch(() => known.delete(key));
  }
  return tables;
};

/** Every version of life tables, the one loaded last first. */
export const lifeTables = async (session: Session): Promise<LifeTableVersion[]> => {
  const versions: LifeTableVersion[] = [];
  for (const one of await session.run(sets)) {
    const { id, version, nameEn, nameZh, sourceEn, sourceZh, sha256, ...about } = one;
    versions.push({
      id,
      version,
      name: { en: nameEn, zh: nameZh },
      source: { en: sourceEn, zh: sourceZh },
      citation: about.citation,
      licence: about.licence,
      firstYear: about.firstYear,
      lastYear: about.lastYear,
      tables: await tablesOf(session, id, version, sha256),
    });
  }
  return versions;
};

import { hash } from 'node:crypto';
import { type Statement, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import {
  lifeTableRow,
  lifeTableSet,
  registryDataArea,
  registryDataCount,
  registryDataPersonYears,
  registryDataSet,
} from '../tables.ts';
import type { AboutSet, LifeTableDataSet, RegistryDataSet, Years } from './data-set.ts';

/** Runs statements one after another in a transaction: a session's, or the owner's. */
export interface Writer {
  run<Row>(statement: Statement<Row>, values: Readonly<Record<string, unknown>>): Promise<Row[]>;
}

/** What became of a data set. */
export interface PutDataSet {
  readonly id: string;
  readonly version: number;
  /** The newest version has the same content already: nothing was loaded. */
  readonly unchanged: boolean;
}

const rowsOf = sql.placeholder('rows');

const newest = (table: typeof registryDataSet | typeof lifeTableSet) =>
  sqlStatement<{ version: number; sha256: string }>(sql`
    select version::int as version, sha256 from ${table}
    where id = ${sql.placeholder('id')} order by version desc limit 1`);
const newestRegistries = newest(registryDataSet);
const newestLifeTables = newest(lifeTableSet);

const insertSet = sqlStatement(sql`
  insert into ${registryDataSet} (id, version, name_en, name_zh, source_en, source_zh, citation, licence, first_year,
    last_year, sha256, loaded_by, published, areas, cases, deaths, person_years)
  select * from jsonb_to_recordset(${rowsOf}::text::jsonb) as i (id text, version smallint, name_en text, name_zh text,
    source_en text, source_zh text, citation text, licence text, first_year smallint, last_year smallint, sha256 text,
    loaded_by text, published boolean, areas int, cases float8, deaths float8, person_years float8)`);

const insertAreas = sqlStatement(sql`
  insert into ${registryDataArea} (set_id, version, code, name_en, name_zh, province_code, covers, without, first_year,
    last_year)
  select * from jsonb_to_recordset(${rowsOf}::text::jsonb) as i (set_id text, version smallint, code text, name_en text,
    name_zh text, province_code text, covers text[], without text[], first_year smallint, last_year smallint)`);

const insertCounts = sqlStatement(sql`
  insert into ${registryDataCount} (set_id, version, kind, area_code, first_year, last_year, sex, site, ages)
  select * from jsonb_to_recordset(${rowsOf}::text::jsonb) as i (set_id text, version smallint, kind text, area_code text,
    first_year smallint, last_year smallint, sex smallint, site text, ages float8[])`);

const insertLived = sqlStatement(sql`
  insert into ${registryDataPersonYears} (set_id, version, area_code, first_year, last_year, sex, ages)
  select * from jsonb_to_recordset(${rowsOf}::text::jsonb) as i (set_id text, version smallint, area_code text,
    first_year smallint, last_year smallint, sex smallint, ages float8[])`);

const insertLifeSet = sqlStatement(sql`
  insert into ${lifeTableSet} (id, version, name_en, name_zh, source_en, source_zh, citation, licence, first_year, last_year,
    sha256, loaded_by)
  select * from jsonb_to_recordset(${rowsOf}::text::jsonb) as i (id text, version smallint, name_en text, name_zh text,
    source_en text, source_zh text, citation text, licence text, first_year smallint, last_year smallint, sha256 text,
    loaded_by text)`);

const insertLifeRows = sqlStatement(sql`
  insert into ${lifeTableRow} (set_id, version, region, sex, first_year, last_year, first_month, ages, mortality)
  select * from jsonb_to_recordset(${rowsOf}::text::jsonb) as i (set_id text, version smallint, region text, sex smallint,
    first_year smallint, last_year smallint, first_month smallint, ages smallint[], mortality float8[])`);

/** Rows of one statement: some 1 MB of JSON. */
const BATCH = 5_000;

const inBatches = async (
  writer: Writer,
  statement: Statement<unknown>,
  rows: readonly object[],
): Promise<void> => {
  for (let from = 0; from < rows.length; from += BATCH)
    await writer.run(statement, { rows: JSON.stringify(rows.slice(from, from + BATCH)) });
};

const spanOf = (series: readonly { readonly years: Years }[]) => ({
  first_year: Math.min(...series.map(({ years }) => years.first)),
  last_year: Math.max(...series.map(({ years }) => years.last)),
});

const years = ({ first, last }: Years) => ({ first_year: first, last_year: last });

const head = ({ id, name, source, citation, licence }: AboutSet) => ({
  id,
  name_en: name.en,
  name_zh: name.zh,
  source_en: source.en,
  source_zh: source.zh,
  citation,
  licence,
});

const sum = (series: readonly { readonly ages: Float64Array }[]): number =>
  series.reduce((n, { ages }) => n + ages.reduce((a, b) => a + b, 0), 0);

/** Cases of a set: of each registry, period and sex the total where it is given, else the sum of its sites. */
const everyCase = ({ counts }: RegistryDataSet, kind: 'CASES' | 'DEATHS'): number | null => {
  const own = counts.filter((series) => series.kind === kind);
  if (own.length === 0) return null;
  const groups = Map.groupBy(own, ({ area, years: y, sex }) => `${area} ${y.first} ${sex}`);
  return [...groups.values()].reduce((n, series) => {
    const all = series.filter(({ site }) => site === 'all');
    return n + sum(all.length > 0 ? all : series);
  }, 0);
};

/** Rows as they are stored; what they hash to tells whether they were loaded already. */
const registryRows = (set: RegistryDataSet) => ({
  areas: set.areas.map(({ code, name, province, covers, without, years: y }) => ({
    code,
    name_en: name.en,
    name_zh: name.zh,
    province_code: province,
    covers,
    without,
    ...years(y),
  })),
  counts: set.counts.map(({ kind, area, years: y, sex, site, ages }) => ({
    kind,
    area_code: area,
    ...years(y),
    sex,
    site,
    ages: [...ages],
  })),
  lived: set.lived.map(({ area, years: y, sex, ages }) => ({
    area_code: area,
    ...years(y),
    sex,
    ages: [...ages],
  })),
});

/**
 * Stores a data set as the next version of its id; former versions stay.
 * @param writer inside of a transaction
 * @throws a unique violation (23505) where another version is loaded at the same moment
 */
export const putRegistryData = async (
  writer: Writer,
  set: RegistryDataSet,
  loadedBy: string,
): Promise<PutDataSet> => {
  const { id, published } = set.about;
  const rows = registryRows(set);
  const sha256 = hash('sha256', JSON.stringify([set.about, rows]));
  const [latest] = await writer.run(newestRegistries, { id });
  if (latest?.sha256 === sha256) return { id, version: latest.version, unchanged: true };
  const version = (latest?.version ?? 0) + 1;
  const of = { set_id: id, version };
  const totals = {
    areas: set.areas.length,
    cases: everyCase(set, 'CASES') ?? 0,
    deaths: everyCase(set, 'DEATHS'),
    person_years: sum(set.lived),
  };
  const described = { ...head(set.about), version, ...spanOf(set.lived), sha256 };
  await inBatches(writer, insertSet, [{ ...described, loaded_by: loadedBy, published, ...totals }]);
  await inBatches(
    writer,
    insertAreas,
    rows.areas.map((row) => ({ ...of, ...row })),
  );
  await inBatches(
    writer,
    insertCounts,
    rows.counts.map((row) => ({ ...of, ...row })),
  );
  await inBatches(
    writer,
    insertLived,
    rows.lived.map((row) => ({ ...of, ...row })),
  );
  return { id, version, unchanged: false };
};

/** The region of a life table of the nation. */
export const NATION = '000000';

/** Stores life tables as the next version of their id; former versions stay. As `putRegistryData`. */
export const putLifeTables = async (
  writer: Writer,
  set: LifeTableDataSet,
  loadedBy: string,
): Promise<PutDataSet> => {
  const { id } = set.about;
  const rows = set.series.map(({ region, sex, years: y, firstMonth, ages, mortality }) => ({
    region: region ?? NATION,
    sex,
    ...years(y),
    first_month: firstMonth,
    ages,
    mortality,
  }));
  const sha256 = hash('sha256', JSON.stringify([set.about, rows]));
  const [latest] = await writer.run(newestLifeTables, { id });
  if (latest?.sha256 === sha256) return { id, version: latest.version, unchanged: true };
  const version = (latest?.version ?? 0) + 1;
  const described = { ...head(set.about), version, ...spanOf(set.series), sha256 };
  await inBatches(writer, insertLifeSet, [{ ...described, loaded_by: loadedBy }]);
  await inBatches(
    writer,
    insertLifeRows,
    rows.map((row) => ({ set_id: id, version, ...row })),
  );
  return { id, version, unchanged: false };
};

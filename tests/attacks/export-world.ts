import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { columnsSql, folderOf, TABLES } from '@nodp/warehouse';
import { makeExport } from '../../subgraphs/research/src/export/export-release.ts';
import { leaves } from '../../subgraphs/research/src/export/leaving.ts';
import type { ExportReport } from '../../subgraphs/research/src/export/report.ts';

const secret = new Uint8Array(32).fill(9);

/** What a released table of a world has in its columns, as SQL over rows `r`. */
type Columns = Readonly<Record<string, string>>;

/** Uniform in 0 to 1, of a row's person (or event) and a word: the same in every release. */
const unit = (word: string, of = 'r.i') => `(hash(${of}, '${word}') % 1000000 / 1000000.0)`;
const pick = (word: string, values: readonly (string | number | null)[], of = 'r.i') =>
  `([${values.map((v) => (v === null ? 'null' : typeof v === 'number' ? v : `'${v}'`)).join(', ')}])[1 + (hash(${of}, '${word}') % ${values.length})::integer]`;
const SITES = ['lung', 'stomach', 'liver', 'breast', 'colorectum', 'thyroid', 'eye', 'testis'];
const PROVINCES = ['110000', '130000', '210000', '310000', '440000', '510000', '610000', '810000'];

const caseColumns = (number: number): Columns => {
  const w = (word: string) => `${word}${number}`;
  const age = `floor(20 + 70 * ${unit(w('age'))})::integer`;
  return {
    person_key: 'r.i + 1',
    case_number: String(number),
    sex: pick('sex', ['FEMALE', 'MALE']),
    age,
    age_group: `least(85, ${age} // 5 * 5)`,
    diagnosis_year: `2015 + floor(8 * ${unit(w('year'))})::integer`,
    diagnosis_month: `case when ${unit(w('month'))} < 0.9 then 1 + floor(12 * ${unit(w('month'))})::integer end`,
    residence: pick('residence', [...PROVINCES, null]),
    site_group: pick(w('site'), SITES),
    histology: `case when r.i = 7 then 'sent:of one person' else ${pick(w('histology'), ['8140', '8070'])} end`,
    stage: pick(w('stage'), ['STAGE_I', 'STAGE_II', 'STAGE_III', 'STAGE_IV']),
    survival_days: `floor(2000 * ${unit(w('survival'))})::integer`,
    origin_days: String((number - 1) * 200),
    died: `${unit(w('died'))} < 0.4`,
  };
};

const released = async (connection: DuckDBConnection, persons: string): Promise<void> => {
  const put = async (table: string, from: string, columns: Columns) =>
    connection.run(
      `insert into released_${table} by name select ${Object.entries(columns)
        .map(([name, sql]) => `${sql} as ${name}`)
        .join(', ')} from ${from}`,
    );
  for (const { name, columns } of TABLES)
    await connection.run(`create table released_${name} (${columnsSql(columns)})`);
  await connection.run(`create table one as ${persons}`);
  await connection.run(
    `create table person as select i + 1 as person_key, 'patient ' || i as patient_id from one`,
  );
  const second = `(select * from one where hash(i, 'second') % 10 = 0) r`;
  await put('cases', 'one r', caseColumns(1));
  await put('cases', second, caseColumns(2));
  await put('persons', 'one r', {
    person_key: 'r.i + 1',
    vital_status: `'ALIVE'`,
    followup_days: `floor(2500 * ${unit('followup')})::integer`,
  });
  const events = '(select one.i, e.e, one.i * 100 + e.e as k from one, range(4) e(e)) r';
  await put('treatments', events, {
    person_key: 'r.i + 1',
    kind: `'SYSTEMIC'`,
    drug: `case when r.i = 7 then 'sent:rare' else ${pick('drug', ['cisplatin', 'gefitinib', 'paclitaxel'], 'r.k')} end`,
    start_days: `floor(900 * ${unit('start', 'r.k')})::integer - 60`,
    duration_days: `floor(120 * ${unit('long', 'r.k')})::integer`,
  });
  await put('laboratory', 'one r', {
    person_key: 'r.i + 1',
    analyte: `'2039-6'`,
    unit: `'ng/mL'`,
    first_value: `exp(9 * ${unit('first')})`,
    last_value: `exp(3 * ${unit('last')})`,
    first_days: '-3',
    last_days: `floor(1500 * ${unit('lastday')})::integer`,
  });
};

export type Row = Record<string, unknown>;

/** An export of a world, with what its attacker does not know. */
export interface Exported {
  readonly report: ExportReport;
  readonly folder: string;
  /** Rows of a query over the exact tables, `person` and `export_person`. */
  rows(sql: string): Promise<Row[]>;
  end(): Promise<void>;
}

export interface Exports {
  readonly folder: string;
  /**
   * @param persons SQL that selects their numbers as `i`
   * @param former the release whose export is known of
   */
  make(number: number, persons: string, former?: number | null): Promise<Exported>;
  end(): Promise<void>;
}

export const exportsInTurn = async (): Promise<Exports> => {
  const folder = await mkdtemp(join(tmpdir(), 'nodp-exports-'));
  return {
    folder,
    make: async (number, persons, former = null) => {
      const instance = await DuckDBInstance.create(':memory:');
      const connection = await instance.connect();
      await released(connection, persons);
      const files = join(folder, folderOf(number));
      await rm(files, { recursive: true, force: true });
      await mkdir(files);
      const report = await makeExport(connection, { folder, files, number, secret, former });
      for (const { name } of TABLES.filter((table) => leaves(table.name)))
        await connection.run(
          `create view export_${name} as from read_parquet('${join(files, 'export', name)}.parquet')`,
        );
      return {
        report,
        folder: join(files, 'export'),
        rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS() as Row[],
        end: async () => {
          connection.closeSync();
          instance.closeSync();
        },
      };
    },
    end: () => rm(folder, { recursive: true }),
  };
};

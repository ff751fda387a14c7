import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { identityCipher, migrate, startEmbedded } from '@nodp/database';
import { copyNation, nation } from '@nodp/nation';
import { buildRelease, folderOf } from '@nodp/subgraph-research';
import {
  type CohortDefinition,
  count,
  type Engine,
  literal,
  loadPostgres,
  openDuckdb,
  openPostgres,
  TABLES,
} from '@nodp/warehouse';
import { migrations } from '../apps/gateway/src/migrations.ts';
import { durations, quantile } from './measure.ts';
import type { BenchRow } from './row.ts';

/** Patients of the clinical pool that is released, and of the release that cohorts are counted in. */
const PATIENTS = Number(process.env.NODP_BENCH_PATIENTS ?? 10_000);
const PERSONS = Number(process.env.NODP_BENCH_PERSONS ?? 1_000_000);
const TIMES = 60;

/** Cohorts as people build them, with the SQL a skilled hand writes for DuckDB. */
const cohorts: readonly {
  readonly name: string;
  readonly definition: CohortDefinition;
  readonly byHand: string;
}[] = [
  {
    name: 'lung, stage III or IV, from 60, since 2018',
    definition: {
      op: 'all',
      of: [
        { op: 'site', siteGroups: ['lung'] },
        { op: 'stage', stages: ['STAGE_III', 'STAGE_IV'] },
        { op: 'age', from: 60 },
        { op: 'year', from: 2018 },
      ],
    },
    byHand: `select count(distinct person_key) from cases where site_group = 'lung'
      and stage in ('STAGE_III', 'STAGE_IV') and age >= 60 and diagnosis_year >= 2018`,
  },
  {
    name: 'operated women of three provinces, any site',
    definition: {
      op: 'all',
      of: [
        { op: 'sex', sexes: ['FEMALE'] },
        { op: 'treatment', kind: 'SURGERY' },
        { op: 'province', provinces: ['110000', '310000', '440000'] },
      ],
    },
    byHand: `select count(distinct person_key) from cases where sex = 'FEMALE' and surgery
      and province in ('110000', '310000', '440000')`,
  },
  {
    name: 'EGFR-positive lung not given osimertinib',
    definition: {
      op: 'all',
      of: [
        { op: 'site', siteGroups: ['lung'] },
        { op: 'biomarker', biomarker: 'EGFR', findings: ['positive'] },
        { op: 'not', of: { op: 'treatment', drugs: ['L01EB04'] } },
      ],
    },
    byHand: `select count(distinct c.person_key) from cases c
      semi join (from biomarkers where biomarker = 'EGFR' and finding = 'positive') b using (person_key)
      anti join (from treatments where drug = 'L01EB04') t using (person_key) where c.site_group = 'lung'`,
  },
];

/** The release's rows over and over under new person keys, until there are enough persons. */
const enlarge = async (from: string, to: string, persons: number, wanted: number) => {
  await mkdir(to);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const copies = Math.ceil(wanted / persons);
  for (const { name } of TABLES) {
    const [source, target] = [from, to].map((f) => literal(join(f, `${name}.parquet`)));
    const first = { treatments: 'kind, drug, ', biomarkers: 'biomarker, finding, ' }[
      name as string
    ];
    const order = name === 'cases' ? 'site_group, ' : (first ?? '');
    await connection.run(
      `copy (select * exclude (copy_number) replace ((person_key + ${persons} * copy_number)::integer as person_key)
        from read_parquet(${source}), range(${copies}) copies(copy_number) where person_key + ${persons} * copy_number <= ${wanted}
        order by ${order}person_key) to ${target} (format parquet, compression zstd)`,
    );
  }
  connection.closeSync();
  instance.closeSync();
};

/** The same tables with hand-written SQL, prepared, by one connection. */
const byHandIn = async (folder: string) => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const name of ['cases', 'treatments', 'biomarkers']) {
    const file = literal(join(folder, `${name}.parquet`));
    await connection.run(`create table ${name} as from read_parquet(${file})`);
  }
  return {
    prepare: async (text: string) => {
      const statement = await connection.prepare(text);
      return async () => Number((await statement.runAndReadAll()).getRows()[0]?.[0]);
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
};

const countRows = async (folder: string, duckdb: Engine, postgres: Engine): Promise<BenchRow[]> => {
  const rows: BenchRow[] = [];
  const hand = await byHandIn(folder);
  for (const { name, definition, byHand } of cohorts) {
    const written = await hand.prepare(byHand);
    const answers = [
      await count(duckdb, definition),
      await count(postgres, definition),
      await written(),
    ];
    if (new Set(answers).size !== 1)
      throw new Error(`“${name}” is counted differently: ${answers.join(', ')}.`);
    const own = await durations(TIMES, () => count(duckdb, definition));
    const other = await durations(Math.ceil(TIMES / 4), () => count(postgres, definition), {
      warmUp: 3,
    });
    const best = await durations(TIMES, written);
    const crowd = await durations(TIMES * 2, () => count(duckdb, definition), { together: 8 });
    const unit = 'ms, median';
    const value = quantile(own, 0.5);
    rows.push(
      {
        name: `cohort count, DuckDB: ${name}`,
        value,
        unit,
        comparedWith: 'written by hand for DuckDB',
        ratio: value / quantile(best, 0.5),
        note: `${answers[0]?.toLocaleString('en')} of ${PERSONS.toLocaleString('en')} persons; p95 ${quantile(own, 0.95).toFixed(1)} ms`,
      },
      {
        name: `cohort count, PostgreSQL: ${name}`,
        value: quantile(other, 0.5),
        unit,
        comparedWith: 'DuckDB',
        ratio: quantile(other, 0.5) / value,
      },
      {
        name: `cohort count, DuckDB, 8 at once: ${name}`,
        value: quantile(crowd, 0.95),
        unit: 'ms, p95',
        note: 'never answered before: the graph keeps answers',
      },
    );
  }
  hand.close();
  return rows;
};

/** Release build, and cohort counts by both engines and by hand. */
export default async (): Promise<BenchRow[]> => {
  const home = await mkdtemp(join(tmpdir(), 'nodp-bench-'));
  const server = await startEmbedded(home, { test: true });
  const folder = join(home, 'releases');
  const engines: Engine[] = [];
  try {
    await migrate(server.ownerUrl, migrations);
    const cipher = identityCipher({ identityKey: new Uint8Array(32).fill(7) });
    await copyNation(server.ownerUrl, nation({ patients: PATIENTS }), { cipher });
    const begun = performance.now();
    const manifest = await buildRelease({ ownerUrl: server.ownerUrl, folder });
    const seconds = (performance.now() - begun) / 1000;
    const built = manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
    const large = join(folder, 'large');
    await enlarge(join(folder, folderOf(manifest.number)), large, manifest.persons, PERSONS);
    await loadPostgres(server.ownerUrl, large, manifest.number);
    const duckdb = await openDuckdb(large);
    const postgres = openPostgres(server.applicationUrl, manifest.number);
    engines.push(duckdb, postgres);
    return [
      {
        name: 'release build',
        value: built / seconds,
        unit: 'released rows/s',
        note: `${manifest.persons.toLocaleString('en')} persons in ${seconds.toFixed(1)} s, checksums included`,
      },
      ...(await countRows(large, duckdb, postgres)),
    ];
  } finally {
    for (const engine of engines) await engine.close();
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
};

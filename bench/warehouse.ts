import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { CohortDefinition } from '@nodp/cohorts';
import { migrate, startEmbedded } from '@nodp/database';
import { copyNation, nation } from '@nodp/nation';
import { buildRelease } from '@nodp/subgraph-research';
import {
  cohortsInMemory,
  type Engine,
  folderOf,
  literal,
  loadPostgres,
  openDuckdb,
  openPostgres,
  readCaseColumns,
  tabulate,
} from '@nodp/warehouse';
import { cohortsBySql } from '@nodp/warehouse/testing';
import { storage } from '../apps/gateway/src/nation-storage.ts';
import { migrations } from '../apps/gateway/src/registry.ts';
import { releaseExtracts } from '../apps/gateway/src/release-extracts.ts';
import { enlarge } from './enlarge.ts';
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
      all: [
        { site: ['lung'] },
        { stage: ['STAGE_III', 'STAGE_IV'] },
        { age: { from: 60 } },
        { year: { from: 2018 } },
      ],
    },
    byHand: `select count(distinct person_key) from cases where site_group = 'lung'
      and stage in ('STAGE_III', 'STAGE_IV') and age >= 60 and diagnosis_year >= 2018`,
  },
  {
    name: 'operated women of three provinces, any site',
    definition: {
      all: [
        { sex: ['FEMALE'] },
        { treatment: { kind: 'SURGERY' } },
        { province: ['110000', '310000', '440000'] },
      ],
    },
    byHand: `select count(distinct person_key) from cases where sex = 'FEMALE' and surgery
      and province in ('110000', '310000', '440000')`,
  },
  {
    name: 'EGFR-positive lung not given osimertinib',
    definition: {
      all: [
        { site: ['lung'] },
        { biomarker: { biomarker: 'EGFR', findings: ['POSITIVE'] } },
        { not: { treatment: { drugs: ['osimertinib'] } } },
      ],
    },
    byHand: `select count(distinct c.person_key) from cases c
      semi join (from biomarkers where biomarker = 'EGFR' and finding = 'positive') b using (person_key)
      anti join (from treatments where drug = 'osimertinib') t using (person_key) where c.site_group = 'lung'`,
  },
];

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

/** A definition never asked before: another span of ages and years each time. */
const fresh = () => {
  let asked = 0;
  return (definition: CohortDefinition): CohortDefinition => {
    const from = asked++;
    const age = { age: { from: from % 90, to: 89 - (from % 7) } };
    const year = { year: { to: 2015 + (from % 11) } };
    return { all: [definition, { not: { all: [age, year] } }] };
  };
};

/** Each engine by SQL beside hand-written SQL for DuckDB, and the columns the product answers from. */
const countRows = async (folder: string, duckdb: Engine, postgres: Engine): Promise<BenchRow[]> => {
  const rows: BenchRow[] = [];
  const hand = await byHandIn(folder);
  const [bySql, byPostgres] = [cohortsBySql(duckdb), cohortsBySql(postgres)];
  const [opening] = await durations(1, () => readCaseColumns(duckdb), { warmUp: 0 });
  const columns = await readCaseColumns(duckdb);
  const inMemory = cohortsInMemory(columns, duckdb);
  for (const { name, definition, byHand } of cohorts) {
    const written = await hand.prepare(byHand);
    const answers = [
      await bySql.count(definition),
      await byPostgres.count(definition),
      await inMemory.count(definition),
      await written(),
    ];
    if (new Set(answers).size !== 1)
      throw new Error(`“${name}” is counted differently: ${answers.join(', ')}.`);
    const own = await durations(TIMES, () => bySql.count(definition));
    const other = await durations(Math.ceil(TIMES / 4), () => byPostgres.count(definition), {
      warmUp: 3,
    });
    const best = await durations(TIMES, written);
    const cold = await durations(TIMES, () => cohortsInMemory(columns, duckdb).count(definition));
    const variant = fresh();
    const alone = await durations(TIMES, () => inMemory.count(variant(definition)));
    const crowd = await durations(TIMES * 4, () => inMemory.count(variant(definition)), {
      together: 8,
    });
    const unit = 'ms, median';
    const value = quantile(own, 0.5);
    const p95 = (times: readonly number[]) => `${quantile(times, 0.95).toFixed(1)} ms`;
    rows.push(
      {
        name: `cohort count, nothing of it asked before: ${name}`,
        value: quantile(cold, 0.5),
        unit,
        comparedWith: 'written by hand for DuckDB',
        ratio: quantile(cold, 0.5) / quantile(best, 0.5),
        note: `${answers[0]?.toLocaleString('en')} of ${PERSONS.toLocaleString('en')} persons; p95 ${p95(cold)}`,
      },
      {
        name: '… its ages and years changed',
        value: quantile(alone, 0.5),
        unit,
        note: `p95 ${p95(alone)}; 8 different ones at once ${p95(crowd)}`,
      },
      {
        name: '… one statement of DuckDB',
        value,
        unit,
        comparedWith: 'written by hand for DuckDB',
        ratio: value / quantile(best, 0.5),
      },
      {
        name: '… one statement of PostgreSQL',
        value: quantile(other, 0.5),
        unit,
        comparedWith: 'nothing of it asked before',
        ratio: quantile(other, 0.5) / quantile(cold, 0.5),
      },
    );
  }
  hand.close();
  const tables = await durations(TIMES, () => Promise.resolve(tabulate(columns, {})));
  rows.push(
    {
      name: 'release opened: columns of cases read into memory',
      value: (opening ?? 0) / 1000,
      unit: 's',
      note: `${columns.rows.toLocaleString('en')} cases`,
    },
    {
      name: 'all tables of the dashboard, the whole nation',
      value: quantile(tables, 0.5),
      unit: 'ms, median',
      note: `p95 ${quantile(tables, 0.95).toFixed(1)} ms`,
    },
  );
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
    await copyNation(server.ownerUrl, nation({ patients: PATIENTS }), {
      identityKey: new Uint8Array(32).fill(7),
      storage,
    });
    const begun = performance.now();
    const manifest = await buildRelease({
      ownerUrl: server.ownerUrl,
      extracts: releaseExtracts,
      folder,
    });
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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CohortDefinition } from '@nodp/cohorts';
import { migrate, startEmbedded } from '@nodp/database';
import { copyNation, nation } from '@nodp/nation';
import { buildRelease } from '@nodp/subgraph-research';
import {
  cohortsInMemory,
  folderOf,
  loadPostgres,
  openDuckdb,
  openPostgres,
  readCaseColumns,
} from '@nodp/warehouse';
import { cohortsBySql } from '@nodp/warehouse/testing';
import { storage } from '../apps/gateway/src/nation-storage.ts';
import { migrations } from '../apps/gateway/src/registry.ts';
import { releaseExtracts } from '../apps/gateway/src/release-extracts.ts';
import { enlarge } from './enlarge.ts';
import { durations, quantile } from './measure.ts';
import type { BenchRow } from './row.ts';

/** Patients of the clinical pool that is released. */
const PATIENTS = Number(process.env.NODP_BENCH_PATIENTS ?? 10_000);
/** Persons of the releases that are asked: the pool's rows over and over. */
const PERSONS = (process.env.NODP_BENCH_PERSONS ?? '100000,1000000').split(',').map(Number);
const TOGETHER = 8;
const TIMES = 320;

/** One change each time: the window of what follows, that of what does not, or who is asked. */
const changed = (turn: number): CohortDefinition => ({
  all: [
    { site: [turn % 3 === 0 ? 'lung' : turn % 3 === 1 ? 'breast' : 'stomach'] },
    {
      time: {
        index: { event: { treatment: { kind: 'SYSTEMIC' } } },
        meets: {
          all: [
            { occurs: { event: { treatment: { kind: 'SURGERY' } }, from: 1, to: 180 + turn } },
            {
              occurs: {
                event: { outcome: ['PROGRESSED', 'RECURRED'] },
                from: 1,
                to: 365 + (turn % 7),
                times: { from: 0, to: 0 },
              },
            },
          ],
        },
      },
    },
  ],
});

/** Count and attrition of a cohort with time in it, one change at a time, by columns in memory and by one statement of each engine. */
export default async function timelinesBench(): Promise<BenchRow[]> {
  const home = await mkdtemp(join(tmpdir(), 'nodp-bench-'));
  const server = await startEmbedded(home, { test: true });
  const folder = join(home, 'releases');
  const rows: BenchRow[] = [];
  try {
    await migrate(server.ownerUrl, migrations);
    await copyNation(server.ownerUrl, nation({ patients: PATIENTS }), {
      identityKey: new Uint8Array(32).fill(7),
      storage,
    });
    const first = await buildRelease({
      ownerUrl: server.ownerUrl,
      extracts: releaseExtracts,
      folder,
    });
    // Keys of persons without a case are left out of a release: copies go by the greatest key, or they would share some.
    const small = await openDuckdb(join(folder, folderOf(first.number)));
    const [keys = []] = await small.columns({
      text: 'select max(person_key) from cases',
      parameters: [],
    });
    await small.close();
    for (const [i, persons] of PERSONS.entries()) {
      const large = join(folder, `large-${persons}`);
      await enlarge(join(folder, folderOf(first.number)), large, Number(keys[0]) + 1, persons);
      const number = first.number + 1 + i;
      await loadPostgres(server.ownerUrl, large, number);
      const [duckdb, postgres] = [
        await openDuckdb(large),
        openPostgres(server.applicationUrl, number),
      ];
      const cohorts = cohortsInMemory(await readCaseColumns(duckdb), duckdb);
      const [bySql, byPostgres] = [cohortsBySql(duckdb), cohortsBySql(postgres)];
      const begun = performance.now();
      const count = await cohorts.count(changed(0));
      const opening = performance.now() - begun;
      for (const by of [bySql, byPostgres]) {
        const other = await by.count(changed(0));
        if (other !== count) throw new Error(`Counted differently: ${count}, ${other}.`);
      }
      let turn = 1;
      const alone = await durations(TIMES, () => cohorts.steps(changed(turn++)));
      const crowd = await durations(TIMES, () => cohorts.steps(changed(turn++)), {
        together: TOGETHER,
      });
      const statement = await durations(10, () => bySql.attrition(changed(turn++)), { warmUp: 2 });
      const other = await durations(3, () => byPostgres.attrition(changed(turn++)), { warmUp: 1 });
      const p95 = (times: readonly number[]) => `${quantile(times, 0.95).toFixed(1)} ms`;
      const many = persons.toLocaleString('en');
      rows.push(
        {
          name: `cohort with time, one change, ${many} persons, 8 users`,
          value: quantile(crowd, 0.95),
          unit: 'ms, p95',
          comparedWith: 'one statement of DuckDB, alone',
          ratio: quantile(crowd, 0.95) / quantile(statement, 0.5),
          note: `median ${quantile(crowd, 0.5).toFixed(1)} ms; alone p95 ${p95(alone)}, median ${quantile(alone, 0.5).toFixed(1)} ms; ${count.toLocaleString('en')} persons`,
        },
        {
          name: '… the first question of time, which reads the events into memory',
          value: opening,
          unit: 'ms',
        },
        { name: '… one statement of DuckDB', value: quantile(statement, 0.5), unit: 'ms, median' },
        { name: '… one statement of PostgreSQL', value: quantile(other, 0.5), unit: 'ms, median' },
      );
      await duckdb.close();
      await postgres.close();
    }
    return rows;
  } finally {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
}

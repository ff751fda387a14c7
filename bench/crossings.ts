import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, migrate, startEmbedded } from '@nodp/database';
import { copyNation, nation, registriesOf } from '@nodp/nation';
import { buildRelease } from '@nodp/subgraph-research';
import { putRegistries } from '@nodp/subgraph-statistics';
import { createReleases, folderOf } from '@nodp/warehouse';
import postgres from 'postgres';
import { storage } from '../apps/gateway/src/nation-storage.ts';
import { migrations } from '../apps/gateway/src/registry.ts';
import { releaseExtracts } from '../apps/gateway/src/release-extracts.ts';
import { seedReference } from '../apps/gateway/src/seed.ts';
import { enlarge } from './enlarge.ts';
import { durations, quantile } from './measure.ts';
import type { BenchRow } from './row.ts';
import { openGraph } from './scale/ask.ts';

/** Patients of the clinical pool that is released. */
const PATIENTS = Number(process.env.NODP_BENCH_PATIENTS ?? 10_000);
/** Persons of the releases that are asked: the pool's rows over and over. */
const PERSONS = (process.env.NODP_BENCH_PERSONS ?? '10000,100000,1000000').split(',').map(Number);
const TOGETHER = 8;
const TIMES = 240;

const of = <T>(list: readonly T[], turn: number): T => list[turn % list.length] as T;

/** Questions as an explorer asks them, another selection each time: two to four dimensions, six measures. */
const question = (source: string, turn: number) => ({
  source,
  ...of(
    [
      { measure: 'CASES', by: ['SITE', 'SEX', 'STAGE'] },
      { measure: 'AGE_STANDARDISED_RATE', by: ['SITE', 'SEX'], standard: 'CHINA2000' },
      { measure: 'CRUDE_RATE', by: ['PROVINCE', 'YEAR'] },
      { measure: 'EARLY_STAGE_SHARE', by: ['SITE', 'TIER'] },
      { measure: 'AGE_SPECIFIC_RATE', by: ['AGE', 'SEX', 'YEAR'] },
      { measure: 'AGE_STANDARDISED_RATE', by: ['YEAR', 'SEX'] },
      { measure: 'CASES', by: ['SEX', 'AGE', 'STAGE', 'PERIOD'] },
      { measure: 'RATE_RATIO', by: ['PROVINCE'], comparedWith: { provinces: [] } },
    ],
    turn,
  ),
  filter: {
    fromYear: 2015 + (turn % 4),
    toYear: 2019 + (Math.floor(turn / 4) % 6),
    ...(turn % 3 === 0 && { histologies: [String(1 + (turn % 17)), String(1 + (turn % 5))] }),
    ...(turn % 5 === 0 && { bases: ['MICROSCOPIC'] }),
  },
});

/** The explorer's document through the gateway in process, at several sizes of a release. */
export default async function crossingsBench(): Promise<BenchRow[]> {
  const home = await mkdtemp(join(tmpdir(), 'nodp-bench-'));
  const server = await startEmbedded(home, { test: true });
  const folder = join(home, 'releases');
  const identityKey = new Uint8Array(32).fill(7);
  const sql = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await migrate(server.ownerUrl, migrations);
    await seedReference(server.ownerUrl);
    const whole = nation({ patients: PATIENTS });
    await putRegistries(sql, registriesOf(whole));
    await copyNation(server.ownerUrl, whole, { identityKey, storage });
    const first = await buildRelease({
      ownerUrl: server.ownerUrl,
      extracts: releaseExtracts,
      folder,
    });
    for (const [i, persons] of PERSONS.entries()) {
      const to = join(folder, folderOf(first.number + 1 + i));
      await enlarge(join(folder, folderOf(first.number)), to, first.persons, persons);
      const manifest = { ...first, checksum: `enlarged to ${persons}` };
      await writeFile(join(to, 'manifest.json'), JSON.stringify(manifest));
    }
    const releases = createReleases({ folder, budget: { perDay: 1e9 } });
    const database = connect(server.applicationUrl);
    const graph = await openGraph(database, identityKey, releases);
    const principal = {
      ...{ accountId: 'bench', name: { en: 'bench', zh: 'bench' } },
      ...{ role: 'POLICYMAKER' as const, institutionId: null },
    };
    const rows: BenchRow[] = [];
    try {
      for (const [i, persons] of PERSONS.entries()) {
        const source = `release-${first.number + 1 + i}`;
        let turn = 0;
        const call = () =>
          graph.ask(
            /\bquery Statistics\b/,
            { question: question(source, turn++) },
            principal as never,
          );
        const opened = performance.now();
        await call();
        const opening = (performance.now() - opened) / 1000;
        // Tables of each crossing are counted together when it is first asked.
        const cold = await durations(8, call, { warmUp: 0 });
        for (const together of [1, TOGETHER]) {
          const sorted = await durations(TIMES, call, { together, warmUp: 40 });
          rows.push({
            name: `explorer, a selection never asked before, ${persons.toLocaleString('en')} patients, ${together} at once`,
            value: quantile(sorted, 0.95),
            unit: 'ms (p95)',
            ...(together === TOGETHER && {
              comparedWith: 'promised',
              ratio: quantile(sorted, 0.95) / 50,
            }),
            note: `median ${quantile(sorted, 0.5).toFixed(1)} ms; release opened and asked ${opening.toFixed(1)} s; each crossing for the first time ${quantile(cold, 0.5).toFixed(0)} ms (median)`,
          });
        }
      }
      return rows;
    } finally {
      await graph.close();
      await database.end();
      await releases.close();
    }
  } finally {
    await sql.end();
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
}

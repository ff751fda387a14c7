import { connect } from '@nodp/database';
import postgres from 'postgres';
import { durations, quantile } from './measure.ts';
import type { BenchRow } from './row.ts';
import { openGraph } from './scale/ask.ts';
import { makeHome, type OpenHome, openHome } from './scale/home.ts';
import { questions } from './scale/questions.ts';
import { surveyDatabase } from './scale/world.ts';

/** `10000,100000,1000000` on demand. */
const sizes = (process.env.NODP_BENCH_SIZES ?? '10000').split(',').map(Number);
const given = process.env.NODP_BENCH_HOME;
const times = Number(process.env.NODP_BENCH_TIMES ?? 400);

/** Calls before measuring: what is asked often is then in memory, as on a platform at work. */
const WARM_UP = 200;
/** Calls of every question before any is measured: code that runs often is then compiled before the first measurement. */
const FIRST_ROUND = 80;
/** Users at once. */
const TOGETHER = 8;

const measure = async (home: OpenHome): Promise<BenchRow[]> => {
  const sql = postgres(home.server.ownerUrl, { max: 1, onnotice: () => {} });
  const database = connect(home.server.applicationUrl);
  const graph = await openGraph(database, home.identityKey, home.releases);
  try {
    const world = await surveyDatabase(sql, home.identityKey);
    const rows: BenchRow[] = [...home.rows];
    const asked = questions.map(({ name, document, who, variables, promised }) => {
      let turn = 0;
      const principal = who(world);
      const call = () => graph.ask(document, variables(world, turn++), principal);
      return { name, promised, call };
    });
    for (const { call } of asked)
      await durations(FIRST_ROUND, call, { together: TOGETHER, warmUp: 0 });
    for (const { name, promised, call } of asked) {
      for (const together of [1, TOGETHER]) {
        const sorted = await durations(together === 1 ? times / 4 : times, call, {
          together,
          warmUp: together === 1 ? WARM_UP : 20,
        });
        const p95 = quantile(sorted, 0.95);
        rows.push({
          name: `${name}, ${world.patients.toLocaleString('en')} patients, ${together} at once`,
          value: p95,
          unit: 'ms (p95)',
          ...(together === TOGETHER && { comparedWith: 'promised', ratio: p95 / promised }),
          note: `median ${quantile(sorted, 0.5).toFixed(1)} ms; the hospital has ${world.ofHospital.toLocaleString('en')} patients`,
        });
      }
    }
    return rows;
  } finally {
    await graph.close();
    await database.end();
    await sql.end();
  }
};

/** The clinical pages as the nation grows: through the gateway in process, from the web app's own documents. */
export default async function scale(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const homes = given === undefined ? sizes.map((n) => () => makeHome(n)) : [() => openHome(given)];
  for (const open of homes) {
    const home = await open();
    try {
      rows.push(...(await measure(home)));
    } finally {
      await home.close();
    }
  }
  return rows;
}

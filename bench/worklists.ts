import { connect, type Database, identityCipher } from '@nodp/database';
import type { Job } from '@nodp/database/jobs';
import { nationalDay } from '@nodp/graph';
import { rulesInForce } from '@nodp/oncology';
import { judgeIndicatorsJob, renewTasksJob, surveyJob } from '@nodp/subgraph-patients/jobs';
import { patientRegistry } from '@nodp/subgraph-patients/registry';
import postgres from 'postgres';
import { durations, quantile } from './measure.ts';
import type { BenchRow } from './row.ts';
import { openGraph } from './scale/ask.ts';
import { makeHome, type OpenHome, openHome } from './scale/home.ts';
import { watchMemory } from './scale/memory.ts';
import { surveyDatabase, type World } from './scale/world.ts';

/** `10000,100000,1000000` on demand. */
const sizes = (process.env.NODP_BENCH_SIZES ?? '10000').split(',').map(Number);
const given = process.env.NODP_BENCH_HOME;
const times = Number(process.env.NODP_BENCH_TIMES ?? 400);
/** Users at once. */
const TOGETHER = 8;

const secondsOf = async (job: Job): Promise<number> => {
  const begun = performance.now();
  await job.run({
    ...{ id: 'bench', requestedBy: 'bench', attempt: 1, parameters: {}, progress: async () => {} },
    signal: new AbortController().signal,
  });
  return (performance.now() - begun) / 1000;
};

/** What every patient is looked at for once, where a version of the rules is new; then what one day changes, which the night does. */
const passes = async (ownerUrl: string, sql: postgres.Sql, size: string): Promise<BenchRow[]> => {
  const rows: BenchRow[] = [];
  for (const [name, job] of [
    ['alerts', surveyJob(ownerUrl)],
    ['indicators', judgeIndicatorsJob(ownerUrl)],
    ['tasks', renewTasksJob(ownerUrl)],
  ] as const) {
    const value = await secondsOf(job);
    rows.push({ name: `${name} of everybody, once a version, ${size}`, value, unit: 's' });
  }
  const today = nationalDay(new Date());
  const due = await sql`
    update patients.task_recheck set recheck_on = ${today} where recheck_on = (
      select min(recheck_on) from patients.task_recheck where recheck_on > ${today}) returning patient_id`;
  const memory = watchMemory();
  const value = await secondsOf(renewTasksJob(ownerUrl));
  rows.push({
    name: `nightly pass over tasks, ${size}`,
    ...{ value, unit: 's', comparedWith: 'promised', ratio: value / 300 },
    note: `${due.length.toLocaleString('en')} patients whose tasks the day may change; ${memory.peak().toFixed(0)} MiB at most`,
  });
  return rows;
};

/** All that rules say of one patient, as at intake within its transaction. */
const onePatient = async (
  database: Database,
  identityKey: Uint8Array,
  world: World,
  size: string,
): Promise<BenchRow> => {
  const { renew } = patientRegistry(identityCipher({ identityKey }));
  const system = { ...world.clinician, role: 'SYSTEM' as const };
  const rules = rulesInForce([]);
  let turn = 0;
  const sorted = await durations(times, () => {
    const patientId = world.ids[turn++ % world.ids.length] as string;
    const whose = new Set([patientId]);
    return database.session(system, (session) =>
      session.transaction(() =>
        renew(session, [{ patientId, lastContactOn: null }], {
          ...{ summary: whose, surveillance: whose, stageCheck: whose, rules },
        }),
      ),
    );
  });
  const p95 = quantile(sorted, 0.95);
  return {
    name: `rules for one patient, ${size}`,
    ...{ value: p95, unit: 'ms (p95)', comparedWith: 'promised', ratio: p95 / 20 },
    note: `median ${quantile(sorted, 0.5).toFixed(1)} ms; summary, alerts, contradictions, indicators and tasks in one transaction`,
  };
};

const worklist = async (home: OpenHome, database: Database, world: World, size: string) => {
  const graph = await openGraph(database, home.identityKey, home.releases);
  try {
    const rows: BenchRow[] = [];
    for (const [name, document, variables] of [
      ['worklist, first page', /\bquery ClinicalTasks\b/, { first: 50 }],
      [
        'worklist of one kind',
        /\bquery ClinicalTasks\b/,
        { first: 50, kind: 'SURVEILLANCE_OVERDUE' },
      ],
      ['counts of the shell', /\bquery TaskChoices\b/, {}],
    ] as const) {
      const call = () => graph.ask(document, variables, world.clinician);
      const sorted = await durations(times, call, { together: TOGETHER, warmUp: 100 });
      const p95 = quantile(sorted, 0.95);
      rows.push({
        name: `${name}, ${size}, ${TOGETHER} at once`,
        ...{ value: p95, unit: 'ms (p95)', comparedWith: 'promised', ratio: p95 / 100 },
        note: `median ${quantile(sorted, 0.5).toFixed(1)} ms; the hospital has ${world.ofHospital.toLocaleString('en')} patients`,
      });
    }
    return rows;
  } finally {
    await graph.close();
  }
};

/** Worklists as the nation grows: the pages, what one patient costs at intake, what the night costs. */
export default async function worklists(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const homes = given === undefined ? sizes.map((n) => () => makeHome(n)) : [() => openHome(given)];
  for (const open of homes) {
    const home = await open();
    const sql = postgres(home.server.ownerUrl, { max: 1, onnotice: () => {} });
    const database = connect(home.server.applicationUrl);
    try {
      const world = await surveyDatabase(sql, home.identityKey);
      const size = `${world.patients.toLocaleString('en')} patients`;
      rows.push(...(await passes(home.server.ownerUrl, sql, size)));
      rows.push(await onePatient(database, home.identityKey, world, size));
      rows.push(...(await worklist(home, database, world, size)));
    } finally {
      await database.end();
      await sql.end();
      await home.close();
    }
  }
  return rows;
}

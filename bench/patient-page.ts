import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, migrate, type Principal, startEmbedded } from '@nodp/database';
import { composeSupergraph, readSupergraphFile } from '@nodp/graph/composition';
import { serveSubgraph } from '@nodp/graph/server';
import { copyNation, nation } from '@nodp/nation';
import postgres from 'postgres';
import { root } from '../apps/gateway/src/configuration.ts';
import { clinicalIntake } from '../apps/gateway/src/fhir/index.ts';
import { createGraph, readPersisted } from '../apps/gateway/src/graph/runtime.ts';
import { inProcess, overHttp, type Transport } from '../apps/gateway/src/graph/transport.ts';
import { storage } from '../apps/gateway/src/nation-storage.ts';
import { migrations, subgraphs } from '../apps/gateway/src/registry.ts';
import { seedReference } from '../apps/gateway/src/seed.ts';
import { type Taking, takingHere } from '../apps/gateway/src/taking/taking.ts';
import { takingThreads } from '../apps/gateway/src/taking/threads.ts';
import { bundleOf } from './intake-bundles.ts';
import { durations, quantile } from './measure.ts';
import type { BenchRow } from './row.ts';

const identityKey = new Uint8Array(32).fill(1);
const gatewaySecret = 'of the benchmark';
const patients = 2_000;
const times = 300;

/** The rows the page shows, read without graph, access rules, audit or row-level security. */
const tables = [
  'patients.patient',
  'patients.identity',
  'patients.tumour',
  'patients.stage',
  'patients.treatment',
  'patients.observation',
  'patients.performance',
  'patients.comorbidity',
  'patients.encounter',
  'specimens.specimen',
  'specimens.pathology_report',
  'specimens.biomarker',
  'imaging.study',
  'imaging.imaging_report',
  'followup.plan',
  'followup.contact',
  'followup.disease_status',
];

/** The web app's own document of the patient page, by the root field it asks for. */
const pageDocument = async (): Promise<string> => {
  const persisted = await readPersisted(join(root, 'apps/web/dist/persisted-documents.json'));
  const page = [...persisted.values()].find((text) => /\bpatient\(id:/.test(text));
  if (page === undefined)
    throw new Error('The web app is not built: no document asks for a patient.');
  return page;
};

/** Takes Bundles in as long as it works as long as it rests: half of what it could take. */
const halfBusy = async (
  taking: Taking,
  institutionId: string,
  while_: () => Promise<void>,
): Promise<void> => {
  const name = { en: 'Bench', zh: '基准' };
  const principal: Principal = { accountId: 'bench-system', name, role: 'SYSTEM', institutionId };
  let ended = false;
  const send = () =>
    taking.take({
      ...{ principal, origin: { requestId: 'bench' }, channel: 'fhir', request: {} },
      content: bundleOf(sent++),
    });
  const sending = async (): Promise<void> => {
    while (!ended) {
      const from = performance.now();
      await send();
      await new Promise((next) => setTimeout(next, performance.now() - from));
    }
  };
  for (let n = 0; n < 5; n++) await send();
  const under = sending();
  await while_();
  ended = true;
  await under;
};
let sent = 0;

/** The web app's patient page: gateway in process, gateway over HTTP, and the same rows by direct SQL. */
export default async function patientPage(): Promise<BenchRow[]> {
  const home = await mkdtemp(join(tmpdir(), 'nodp-bench-'));
  const server = await startEmbedded(home);
  const database = connect(server.applicationUrl);
  const sql = postgres(server.ownerUrl, { max: 16, onnotice: () => {} });
  const served: { url: string; stop(): Promise<void> }[] = [];
  try {
    await migrate(server.ownerUrl, migrations);
    await seedReference(server.ownerUrl);
    await copyNation(server.ownerUrl, nation({ patients }), {
      identityKey,
      storage,
    });
    const [centre] = await sql`select id from basic.institution where tier = 'NATIONAL'`;
    const principal: Principal = {
      accountId: 'bench',
      name: { en: 'Bench', zh: '基准' },
      role: 'CLINICIAN',
      institutionId: centre?.id,
    };
    const ids = (
      await sql`select patient_id from basic.care_relationship where institution_id = ${centre?.id} order by patient_id`
    ).map((row) => row.patient_id as string);

    const promises = await readSupergraphFile(join(root, 'supergraph.yaml'));
    const composed = composeSupergraph(promises);
    if (!composed.ok) throw new Error(composed.problems.join('\n'));
    const services = { database, identityKey };
    const urls = new Map<string, string>();
    for (const [name, subgraph] of subgraphs) {
      const one = await serveSubgraph(subgraph, services, {
        host: '127.0.0.1',
        port: 0,
        gatewaySecret,
      });
      served.push(one);
      urls.set(name, one.url);
    }
    const query = await pageDocument();
    let turn = 0;
    const next = () => ids[turn++ % ids.length] as string;
    const throughGraph = (transport: Transport) => {
      const graph = createGraph({
        supergraph: composed.supergraph,
        transport,
        urls,
        persisted: new Map([['page', query]]),
        introspection: false,
      });
      return async () => {
        const id = `pat_${Buffer.from(next().replaceAll('-', ''), 'hex').toString('base64url')}`;
        const response = await graph.fetch(
          'http://localhost/graphql',
          {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ documentId: 'page', variables: { id } }),
          },
          { principal, requestId: 'bench' } as never,
        );
        const { errors } = (await response.json()) as { errors?: { message: string }[] };
        if (errors) throw new Error(errors[0]?.message);
      };
    };
    const directly = async () => {
      const id = next();
      await Promise.all(
        tables.map((name) =>
          sql.unsafe(`select * from ${name} where patient_id = $1`, [id], { prepare: true }),
        ),
      );
    };

    const ways = [
      ['gateway, in process', throughGraph(inProcess(services))],
      ['gateway, over HTTP', throughGraph(overHttp(gatewaySecret, console.error))],
      ['direct SQL', directly],
    ] as const;
    const rows: BenchRow[] = [];
    for (const together of [1, 8]) {
      const measured = [];
      for (const [name, call] of ways)
        measured.push([name, await durations(times, call, { together })] as const);
      const direct = quantile(measured.at(-1)?.[1] ?? [], 0.5);
      for (const [name, sorted] of measured) {
        const p50 = quantile(sorted, 0.5);
        rows.push({
          name: `patient page, ${name}, ${together} at once`,
          value: p50,
          unit: 'ms (median)',
          comparedWith: 'direct SQL',
          ratio: p50 / direct,
          note: `p95 ${quantile(sorted, 0.95).toFixed(1)} ms`,
        });
      }
    }
    const page = ways[0][1];
    // In turns, since the machine is not the same from one minute to the next.
    const writing = connect(server.applicationUrl, { max: 4 });
    const threads = takingThreads(
      { applicationUrl: server.applicationUrl, identityKey, atOnce: 4 },
      1,
    );
    const [alone, beside, apart]: [number[], number[], number[]] = [[], [], []];
    const measure = async (into: number[]): Promise<void> => {
      into.push(...(await durations(times / 3, page, { warmUp: 5 })));
    };
    for (let turn = 0; turn < 3; turn++) {
      await measure(alone);
      await halfBusy(takingHere(writing, clinicalIntake(identityKey)), centre?.id, () =>
        measure(beside),
      );
      await halfBusy(threads, centre?.id, () => measure(apart));
    }
    await threads.end();
    await writing.end();
    const p95 = (all: readonly number[]): number =>
      quantile(
        all.toSorted((a, b) => a - b),
        0.95,
      );
    for (const [name, measured] of [
      ['on the thread of readers', beside],
      ['in a thread of its own', apart],
    ] as const)
      rows.push({
        ...{ name: `patient page beside intake at half its rate ${name}, p95`, unit: 'ms' },
        ...{
          value: p95(measured),
          comparedWith: 'without intake',
          ratio: p95(measured) / p95(alone),
        },
        note: 'in process, 1 at once, Bundles of 210 resources, in turns',
      });
    return rows;
  } finally {
    for (const one of served) await one.stop();
    await sql.end();
    await database.end();
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
}

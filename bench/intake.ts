import { createServer } from 'node:http';
import {
  examineAlone,
  fhir,
  type Intake,
  ingest,
  type ReadUnit,
  readSubmission,
  structureCheck,
} from '@nodp/intake';
import { createFhirEndpoint } from '../apps/gateway/src/fhir/index.ts';
import type { Taking } from '../apps/gateway/src/taking/taking.ts';
import { takingThreads } from '../apps/gateway/src/taking/threads.ts';
import { bundleOf, PER_BUNDLE } from './intake-bundles.ts';
import { type IntakeWorld, system, withIntake } from './intake-world.ts';
import type { BenchRow } from './row.ts';

const BUNDLES = 60;

/** The endpoint as senders meet it, on a port of its own. */
const serve = async ({ database, intake }: IntakeWorld, taking?: Taking) => {
  const endpoint = createFhirEndpoint({
    ...{ database, intake, url: 'http://bench', version: '0', exports: '' },
    ...(taking === undefined ? {} : { taking }),
  });
  const server = createServer(async (request, response) => {
    const parts: Uint8Array[] = [];
    for await (const part of request) parts.push(part);
    const answer = await endpoint(
      new Request('http://bench/fhir', {
        method: 'POST',
        headers: { 'content-type': request.headers['content-type'] ?? '' },
        body: Buffer.concat(parts),
      }),
      { principal: system, requestId: 'bench' },
    );
    response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return {
    send: async (content: Uint8Array): Promise<void> => {
      const response = await fetch(`http://127.0.0.1:${port}/fhir`, {
        method: 'POST',
        headers: { 'content-type': 'application/fhir+json' },
        body: Buffer.from(content),
      });
      await response.arrayBuffer();
      if (response.status !== 200)
        throw new Error(`A Bundle was answered with ${response.status}.`);
    },
    stop: () => new Promise((done) => server.close(done)),
  };
};

/** Sends all, so many at once. */
const sendAll = async (
  bundles: readonly Uint8Array[],
  senders: number,
  send: (content: Uint8Array) => Promise<unknown>,
): Promise<void> => {
  const waiting = [...bundles];
  const sender = async () => {
    for (let b = waiting.pop(); b !== undefined; b = waiting.pop()) await send(b);
  };
  await Promise.all(Array.from({ length: senders }, sender));
};

/** Bundle intake in resources per second: each part of the way alone, then together, by one sender and by four. */
const measured = async (world: IntakeWorld): Promise<BenchRow[]> => {
  const { database, intake } = world;
  const begun = performance.now();
  const before = process.memoryUsage().rss;
  const check = await structureCheck();
  const loaded = performance.now() - begun;
  const memory = process.memoryUsage().rss - before;
  // Nobody is searched for in the pool: what identity costs beside it.
  const alone: Intake = { ...intake, registry: { ...intake.registry, match: async () => {} } };
  const sendTo = (services: Intake) => (content: Uint8Array) =>
    database.session(system, (session) =>
      ingest(session, services, { channel: 'bench', content, format: fhir(services) }),
    );
  const rate = async (work: () => Promise<unknown>): Promise<number> => {
    const from = performance.now();
    await work();
    return (BUNDLES * PER_BUNDLE) / ((performance.now() - from) / 1000);
  };
  let next = 0;
  const some = (many = BUNDLES) => Array.from({ length: many }, () => bundleOf(next++));
  for (const bundle of some(4)) await sendTo(intake)(bundle);
  const first = some();
  const units: (readonly ReadUnit[])[] = [];
  const read = await rate(async () => {
    for (const b of first)
      units.push(
        (await readSubmission(JSON.parse(Buffer.from(b).toString()), check, intake.fhir)).units,
      );
  });
  const edits = await rate(async () => {
    for (const of of units) examineAlone(of, '2026-11-30');
  });
  const withoutIdentity = await rate(() => sendAll(some(), 1, sendTo(alone)));
  const one = await rate(() => sendAll(first, 1, sendTo(intake)));
  const again = await rate(() => sendAll(first, 1, sendTo(intake)));
  const four = await rate(() => sendAll(some(), 4, sendTo(intake)));
  const http = await serve(world);
  const byHttp = await rate(() => sendAll(some(), 1, http.send));
  const fourByHttp = await rate(() => sendAll(some(), 4, http.send));
  await http.stop();
  const threads = takingThreads(world.threads, 1);
  const apart = await serve(world, threads);
  await sendAll(some(4), 1, apart.send);
  const byThread = await rate(() => sendAll(some(), 1, apart.send));
  const fourByThread = await rate(() => sendAll(some(), 4, apart.send));
  await apart.stop();
  await threads.end();
  const row = (name: string, value: number, comparedWith?: string, to?: number): BenchRow => ({
    ...{ name, value, unit: 'resources/s' },
    ...(comparedWith === undefined || to === undefined ? {} : { comparedWith, ratio: value / to }),
  });
  return [
    {
      ...{ name: 'FHIR definitions loaded, once, after the server listens', unit: 's' },
      ...{ value: loaded / 1000, note: `${Math.round(memory / 2 ** 20)} MB` },
    },
    row('FHIR read and checked, not written', read),
    row('Edits alone, of what was read', edits, 'reading alone', read),
    {
      ...row(
        'Bundle intake with edits, nobody looked for in the pool',
        withoutIdentity,
        'reading alone',
        read,
      ),
      note: `${BUNDLES} transactions of ${PER_BUNDLE} resources, durable commits`,
    },
    row('Bundle intake with edits and identity', one, 'without identity', withoutIdentity),
    row('… sent again unchanged', again, 'new records', one),
    row('… four senders', four, 'one', one),
    row('… over HTTP', byHttp, 'in process', one),
    row('… over HTTP, four senders', fourByHttp, 'one over HTTP', byHttp),
    row('… over HTTP, taken in by a thread of its own', byThread, 'one over HTTP', byHttp),
    row('… … four senders', fourByThread, 'four over HTTP', fourByHttp),
  ];
};

const intake = (): Promise<BenchRow[]> => withIntake(measured);
export default intake;

if (import.meta.main) console.table(await intake());

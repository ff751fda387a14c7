/**
 * Two gateways, two processes of each subgraph behind a balancer, one database: what is ended ends everywhere, what is counted is
 * counted once, what is done is done once, and a process is exchanged for another without anybody noticing.
 */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type EmbeddedServer, startEmbedded } from '@nodp/database';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environmentOf } from '../../apps/gateway/src/environment-of.ts';
import { subgraphs } from '../../apps/gateway/src/registry.ts';
import { withToken } from '../client.ts';
import { bundle, cancer, patient } from '../intake/examples.ts';
import { type RunningPlatform, startPlatform } from '../platform.ts';
import {
  type Balancer,
  type SubgraphProcess,
  startBalancer,
  startSubgraph,
} from '../several-processes.ts';

const identityKey = new Uint8Array(32).fill(7);
const gatewaySecret = randomBytes(32).toString('base64');

let folder: string;
let server: EmbeddedServer;
let balancer: Balancer;
let sql: postgres.Sql;
let gateways: RunningPlatform[] = [];
const processes = new Map<string, SubgraphProcess[]>();

const environment = (name: string) =>
  environmentOf(name, {
    ...{ applicationUrl: server.applicationUrl, gatewaySecret, identityKey },
    ...{ releases: join(folder, 'home/releases'), releaseEngine: 'duckdb' },
    ...{ certificate: null, certificateKey: null },
  });

const begin = async (name: string): Promise<SubgraphProcess> => {
  const one = await startSubgraph(name, environment(name));
  processes.set(name, [...(processes.get(name) ?? []), one]);
  balancer.backends.set(name, [...(balancer.backends.get(name) ?? []), one.port]);
  return one;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-several-'));
  await chmod(folder, 0o755);
  server = await startEmbedded(join(folder, 'database'), { test: true });
  sql = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
  balancer = await startBalancer();
  const env = {
    DATABASE_URL: server.ownerUrl,
    APPLICATION_DATABASE_URL: server.applicationUrl,
    NODP_IDENTITY_KEY: Buffer.from(identityKey).toString('base64'),
    NODP_GATEWAY_SECRET: gatewaySecret,
    NODP_SUBGRAPH_URL: `http://127.0.0.1:${balancer.port}/{name}/graphql`,
  };
  for (let i = 0; i < 2; i++)
    gateways.push(await startPlatform({ patients: 300, home: join(folder, 'home'), env }));
  for (const name of subgraphs.keys()) await Promise.all([begin(name), begin(name)]);
}, 600_000);
afterAll(async () => {
  for (const gateway of gateways) await gateway.stop();
  gateways = [];
  await Promise.all([...processes.values()].flat().map((one) => one.stop()));
  await balancer?.stop();
  await sql?.end();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}, 120_000);

const urlOf = (n: number): string => gateways[n % 2]?.url ?? '';
const post = (url: string, body: object, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

test('a session that ends at one ends at the other, and a document of the web app is known to both', async () => {
  const documents = JSON.parse(
    await readFile(
      join(import.meta.dirname, '../../apps/web/dist/persisted-documents.json'),
      'utf8',
    ),
  ) as Record<string, string>;
  const [documentId] =
    Object.entries(documents).find(([, text]) => text.startsWith('query WorklistCounts')) ?? [];
  const signedIn = await post(`${urlOf(0)}/auth/sign-in`, {
    account: 'clinician',
    password: 'nodp-demo',
  });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const ask = async (n: number) => {
    const headers = { cookie, 'x-nodp-csrf': '1' };
    return (await (await post(`${urlOf(n)}/graphql`, { documentId }, headers)).json()) as {
      data?: { worklistCounts: object[] } | null;
      errors?: { extensions: { code: string } }[];
    };
  };
  for (const n of [0, 1]) expect((await ask(n)).data?.worklistCounts.length).toBeGreaterThan(0);
  expect((await post(`${urlOf(1)}/auth/sign-out`, {}, { cookie, 'x-nodp-csrf': '1' })).status).toBe(
    200,
  );
  for (const n of [0, 1]) {
    const { data, errors } = await ask(n);
    expect([data ?? null, errors?.length]).toEqual([null, 1]);
  }
});

test('each question goes to either process of its subgraph', () => {
  const [one, other] = balancer.backends.get('patients') ?? [];
  for (const port of [one, other]) expect(balancer.sent.get(port as number)).toBeGreaterThan(0);
});

test('counts that are told at either are of one budget, and one told again costs nothing', async () => {
  const [first, second] = await Promise.all([0, 1].map((n) => withToken(urlOf(n), 'researcher')));
  const used = async () => {
    const answers = await Promise.all(
      [first, second].map((one) =>
        one?.graph<{ countBudget: { used: number } }>('{ countBudget { used } }'),
      ),
    );
    const [a, b] = answers.map((one) => one?.data?.countBudget.used);
    expect(a).toBe(b);
    return a as number;
  };
  const told = 'query ($d: CohortDefinitionInput!) { cohort(definition: $d) { count { value } } }';
  const whole = { d: { site: ['lung'] } };
  const before = await used();
  expect((await first?.graph(told, whole))?.errors).toBeUndefined();
  const after = await used();
  expect(after).toBeGreaterThan(before);
  expect((await second?.graph(told, whole))?.errors).toBeUndefined();
  expect(await used()).toBe(after);
});

test('a job that both are asked for runs once, whoever takes it', async () => {
  const managers = await Promise.all(
    [0, 1].map((n) => withToken(urlOf(n), 'data-manager-national')),
  );
  const jobs = () =>
    sql`select id, state, attempts from basic.job where kind = 'match-persons' order by requested_at`;
  const before = (await jobs()).length;
  const answers = await Promise.all(
    managers.map((one) => one.graph<{ matchPersons: boolean }>('mutation { matchPersons }')),
  );
  const asked = answers.filter(({ data }) => data?.matchPersons).length;
  expect(asked).toBeGreaterThan(0);
  let now = await jobs();
  while (now.some(({ state }) => ['REQUESTED', 'RUNNING'].includes(state))) {
    await setTimeout(200);
    now = await jobs();
  }
  expect(now.slice(before).map(({ attempts }) => attempts)).toEqual(Array(asked).fill(1));
});

const cea = (id: string, value: number, at: string) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject: { reference: 'urn:uuid:sev1' },
  code: { coding: [{ system: 'http://loinc.org', code: '2039-6' }] },
  effectiveDateTime: `${at}T08:00:00+08:00`,
  valueQuantity: { value, unit: 'ng/mL', system: 'http://unitsofmeasure.org', code: 'ng/mL' },
});

test('what both are sent at once is one record, and one alert', async () => {
  const person = patient('sev1', { name: [{ text: '覃两处' }] });
  const [first, second] = await Promise.all(
    [0, 1].map((n) => withToken(urlOf(n), 'hospital-system')),
  );
  const known = bundle(
    'batch',
    person,
    cancer('sev-c1', 'urn:uuid:sev1', {
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C18.2' }] },
      onsetDateTime: '2024-01-02',
    }),
    {
      ...{ resourceType: 'Procedure', id: 'sev-o1', status: 'completed' },
      ...{ subject: { reference: 'urn:uuid:sev1' }, performedDateTime: '2024-01-10' },
      category: { coding: [{ system: 'http://snomed.info/sct', code: '387713003' }] },
      code: { text: '右半结肠切除术' },
    } as never,
    cea('sev-m0', 30, '2024-01-02'),
    cea('sev-m1', 2, '2024-03-10'),
    cea('sev-m2', 2.6, '2024-06-10'),
  );
  expect((await first?.fhir('', known))?.status).toBe(200);
  const rise = bundle('batch', person, cea('sev-m3', 3.4, '2024-09-10'));
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, n) => (n % 2 === 0 ? first : second)?.fhir('', rise)),
  );
  expect(answers.map((one) => one?.status)).toEqual(Array(6).fill(200));
  const clinician = await withToken(urlOf(1), 'clinician');
  const { data, errors } = await clinician.graph<{
    patients: { edges: { node: { recurrenceAlerts: { marker: string }[] } }[] };
  }>('{ patients(search: "覃两处") { edges { node { recurrenceAlerts { marker } } } } }');
  expect(errors).toBeUndefined();
  expect(data?.patients.edges.map(({ node }) => node.recurrenceAlerts)).toEqual([
    [{ marker: 'CEA' }],
  ]);
  const [stored] =
    await sql`select count(*)::int as n from patients.observation where source_id = 'sev-m3'`;
  expect(stored?.n).toBe(1);
});

test('processes of a subgraph are exchanged one after the other while people read, and nobody notices', async () => {
  const readers = await Promise.all([0, 1, 0, 1].map((n) => withToken(urlOf(n), 'clinician')));
  let over = false;
  const faults: string[] = [];
  let answered = 0;
  const read = async (reader: (typeof readers)[number]): Promise<void> => {
    while (!over) {
      const { errors } = await reader.graph('{ patients(first: 5) { edges { node { id sex } } } }');
      for (const { message } of errors ?? []) faults.push(message);
      answered++;
      await setTimeout(400);
    }
  };
  const reading = Promise.all(readers.map(read));
  for (const old of processes.get('patients')?.slice() ?? []) {
    await begin('patients');
    balancer.backends.set(
      'patients',
      (balancer.backends.get('patients') ?? []).filter((port) => port !== old.port),
    );
    const before = answered;
    expect(await old.stop()).toBe(0);
    // Each reader has asked what is left at least once.
    while (answered < before + 8) await setTimeout(50);
  }
  over = true;
  await reading;
  expect(faults).toEqual([]);
});

test('an account asks no more of two gateways than of one, by a token of either', async () => {
  const signedIn = await post(`${urlOf(0)}/auth/token`, {
    account: 'clinician',
    password: 'nodp-demo',
  });
  const { access_token: token } = (await signedIn.json()) as { access_token: string };
  const pages = Array.from({ length: 100 }, (_, i) => `a${i}:patients(first:200){edges{node{id}}}`);
  const statuses: number[] = [];
  const ask = (n: number) =>
    post(
      `${urlOf(n)}/graphql`,
      { query: `{${pages.join(' ')}}` },
      { authorization: `Bearer ${token}` },
    ).then(({ status }) => status);
  // 60,000 objects each: ten of them are a minute's, and some more may pass that the other gateway has not heard of. Two at a time: a
  // busy machine has to have answered ten within that minute.
  while (!statuses.includes(429) && statuses.length < 20)
    statuses.push(...(await Promise.all([0, 1].map(ask))));
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(14);
  expect(await ask(statuses.length)).toBe(429);
});

test('wrong passwords wait at both', async () => {
  const wrong = { account: 'followup', password: 'wrong' };
  // All at once: however slow the machine, none waits until the next may be tried.
  const statuses = await Promise.all(
    Array.from(
      { length: 40 },
      async (_, n) => (await post(`${urlOf(n)}/auth/token`, wrong)).status,
    ),
  );
  const tried = statuses.filter((status) => status === 401).length;
  expect(tried).toBeGreaterThan(0);
  // Five are free, and at each of the two five may be under way as the fifth is counted.
  expect(tried).toBeLessThanOrEqual(15);
  expect(statuses.filter((status) => status === 429)).toHaveLength(40 - tried);
});

test('links that are none are guessed thirty times in all', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 36; n++)
    statuses.push((await post(`${urlOf(n)}/questionnaire/open`, { token: `none-${n}` })).status);
  expect(statuses.filter((status) => status === 404)).toHaveLength(30);
  expect(statuses.slice(30)).toEqual(Array(6).fill(429));
});

test('a gateway that is told to stop takes in what it has begun to read, and the other goes on', async () => {
  const signedIn = await post(`${urlOf(0)}/auth/token`, {
    account: 'hospital-system',
    password: 'nodp-demo',
  });
  const { access_token: token } = (await signedIn.json()) as { access_token: string };
  const text = new TextEncoder().encode(JSON.stringify(bundle('batch', patient('late1'))));
  const leaving = gateways[1] as RunningPlatform;
  let told = false;
  // Slower than the five seconds after which connections were cut off once.
  const body = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const step = Math.ceil(text.length / 8);
      for (let at = 0; at < text.length; at += step) {
        controller.enqueue(text.subarray(at, at + step));
        await setTimeout(1_000);
        if (!told) process.kill(leaving.pid, 'SIGTERM');
        told = true;
      }
      controller.close();
    },
  });
  const answer = await fetch(`${leaving.url}/fhir`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json' },
    ...{ body, duplex: 'half' },
  });
  expect(answer.status).toBe(200);
  await expect(fetch(`${leaving.url}/health/live`)).rejects.toThrow();
  const other = await withToken(urlOf(0), 'policymaker');
  expect((await other.graph('{ me { role } }')).errors).toBeUndefined();
});

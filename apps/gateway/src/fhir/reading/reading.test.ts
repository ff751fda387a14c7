import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { bundlesOf, nation } from '@nodp/nation';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyone, identityKey, insertHospitals } from '../../../../../tests/fixtures.ts';
import { bundle, cancer, haemoglobin, patient } from '../../../../../tests/intake/examples.ts';
import { type Caller, createFhirEndpoint } from '../endpoint.ts';
import { clinicalIntake } from '../intake.ts';

interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly issue?: readonly { readonly code: string; readonly diagnostics?: string }[];
  readonly [element: string]: unknown;
}
interface Searchset extends Resource {
  readonly type: string;
  readonly link: readonly { readonly relation: string; readonly url: string }[];
  readonly entry: readonly {
    readonly resource: Resource;
    readonly search: { readonly mode: string };
  }[];
}

let db: TestDatabase;
let owner: postgres.Sql;
let endpoint: ReturnType<typeof createFhirEndpoint>;
const own: Caller = { principal: everyone.SYSTEM, requestId: 'r1' };

const ask = async <T = Searchset>(path: string, init: RequestInit = {}, caller = own) => {
  const response = await endpoint(new Request(`https://nodp.example${path}`, init), caller);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: JSON.parse(text || 'null') as T,
  };
};
const post = (content: unknown, caller = own) =>
  ask(
    '/fhir',
    {
      method: 'POST',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify(content),
    },
    caller,
  );
const idsIn = ({ entry }: Searchset, mode = 'match') =>
  entry
    .filter((one) => one.search.mode === mode)
    .map(({ resource }) => `${resource.resourceType}/${resource.id}`);

/** One hospital's part of the course of some patients of the nation, as it was sent. */
const sent = [...nation({ seed: 7, patients: 12 })].map((history) => bundlesOf(history)[0]?.bundle);
beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  owner = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  endpoint = createFhirEndpoint({
    database: db.database,
    intake: clinicalIntake(identityKey),
    url: 'https://nodp.example',
    version: '1',
    exports: join(tmpdir(), 'no-exports'),
  });
  for (const one of sent) expect((await post(one)).status).toBe(200);
  expect(
    (
      await post(
        bundle(
          'transaction',
          patient('d1'),
          cancer('d1-c', 'urn:uuid:d1'),
          haemoglobin('d1-h', 'urn:uuid:d1', 12, '2026-03-01'),
        ),
      )
    ).status,
  ).toBe(200);
}, 120_000);
afterAll(async () => {
  await owner.end();
  await db.end();
});

const first = () => sent[0]?.entry.map(({ resource }) => resource) ?? [];

test('every resource that was sent is read at the address that the answer to it named', async () => {
  for (const resource of first()) {
    const { status, body } = await ask<Resource>(`/fhir/${resource.resourceType}/${resource.id}`);
    expect([resource.resourceType, resource.id, status]).toEqual([
      resource.resourceType,
      resource.id,
      200,
    ]);
    expect(body).toMatchObject({
      resourceType: resource.resourceType,
      id: resource.id,
      meta: { lastUpdated: expect.any(String) },
    });
  }
});

test('a patient is given back as its institution said it', async () => {
  const { body } = await ask<Resource>('/fhir/Patient/d1');
  expect(body).toMatchObject({
    resourceType: 'Patient',
    id: 'd1',
    active: true,
    gender: expect.any(String),
  });
  const { body: found } = await ask('/fhir/Patient?_id=d1');
  expect(idsIn(found)).toEqual(['Patient/d1']);
});

test('searched by patient, code, date and status', async () => {
  const observations = first().filter(
    ({ resourceType }) => resourceType === 'Observation',
  ) as unknown as Resource[];
  const who = first()[0]?.id ?? '';
  const all = await ask(`/fhir/Observation?patient=${who}&_count=500`);
  expect(idsIn(all.body).sort()).toEqual(observations.map(({ id }) => `Observation/${id}`).sort());
  const one = observations.find(({ valueQuantity }) => valueQuantity !== undefined) as unknown as {
    id: string;
    code: { coding: { system: string; code: string }[] };
    effectiveDateTime: string;
  };
  const coding = one.code.coding[0];
  const byCode = await ask(
    `/fhir/Observation?subject=Patient/${who}&code=${coding?.system}|${coding?.code}&_count=500`,
  );
  const expected = observations.filter(
    ({ code }) => (code as typeof one.code).coding?.[0]?.code === coding?.code,
  );
  expect(idsIn(byCode.body).sort()).toEqual(expected.map(({ id }) => `Observation/${id}`).sort());
  expect(
    (await ask(`/fhir/Observation?patient=${who}&code=http://loinc.org|0-0`)).body.entry,
  ).toEqual([]);
  const day = one.effectiveDateTime.slice(0, 10);
  expect(
    idsIn((await ask(`/fhir/Observation?patient=${who}&date=${day}&_count=500`)).body),
  ).toContain(`Observation/${one.id}`);
  expect(
    idsIn((await ask(`/fhir/Observation?patient=${who}&date=gt${day}&_count=500`)).body),
  ).not.toContain(`Observation/${one.id}`);
  expect((await ask(`/fhir/Observation?patient=${who}&status=preliminary`)).body.entry).toEqual([]);
  expect(idsIn((await ask(`/fhir/Condition?patient=d1`)).body)).toEqual(['Condition/d1-c']);
});

test('what is written is found by the code that it is written with', async () => {
  const { body } = await ask('/fhir/Observation?_count=500');
  for (const { resource } of body.entry) {
    const [coding] =
      (resource.code as { coding?: { system?: string; code: string }[] }).coding ?? [];
    if (coding === undefined) continue;
    const again = await ask(
      `/fhir/Observation?_id=${resource.id}&code=${coding.system ?? ''}|${encodeURIComponent(coding.code)}`,
    );
    expect([resource.id, coding.code, again.body.entry.length]).toEqual([
      resource.id,
      coding.code,
      1,
    ]);
  }
}, 120_000);

test('pages follow one another without a gap or a repetition', async () => {
  const whole = idsIn((await ask('/fhir/Observation?_count=500')).body);
  expect(whole.length).toBeGreaterThan(100);
  const seen: string[] = [];
  let path: string | undefined = '/fhir/Observation?_count=37';
  while (path !== undefined) {
    const { body, status }: Awaited<ReturnType<typeof ask<Searchset>>> = await ask(path);
    expect(status).toBe(200);
    seen.push(...idsIn(body));
    const next: string | undefined = body.link.find(({ relation }) => relation === 'next')?.url;
    path = next?.replace('https://nodp.example', '');
  }
  expect(seen).toEqual([...new Set(seen)]);
  expect(seen.slice(0, whole.length)).toEqual(whole);
});

test('_include gives what is referred to, once', async () => {
  const { body } = await ask(
    '/fhir/Observation?patient=d1&_include=Observation:patient&_include=Observation:focus',
  );
  expect(idsIn(body, 'include')).toEqual(['Patient/d1']);
  const who = first()[0]?.id ?? '';
  const staged = await ask(
    `/fhir/Observation?patient=${who}&_include=Observation:focus&_count=500`,
  );
  expect(idsIn(staged.body, 'include').some((one) => one.startsWith('Condition/'))).toBe(true);
});

test('$everything gives the patient and all that was sent', async () => {
  const who = first()[0]?.id ?? '';
  const { body } = await ask(`/fhir/Patient/${who}/$everything`);
  expect(idsIn(body).sort()).toEqual(
    first()
      .map(({ resourceType, id }) => `${resourceType}/${id}`)
      .sort(),
  );
  const some = await ask(`/fhir/Patient/${who}/$everything?_type=Condition`);
  expect(new Set(some.body.entry.map(({ resource }) => resource.resourceType))).toEqual(
    new Set(['Condition']),
  );
  expect((await ask('/fhir/Patient/nobody/$everything')).status).toBe(404);
});

test('_lastUpdated, If-None-Match and POST _search', async () => {
  expect((await ask('/fhir/Condition?_lastUpdated=gt2100-01-01')).body.entry).toEqual([]);
  expect(
    (await ask('/fhir/Condition?_lastUpdated=ge2020-01-01')).body.entry.length,
  ).toBeGreaterThan(0);
  const { headers } = await ask('/fhir/Condition/d1-c');
  const etag = headers.get('etag') ?? '';
  expect((await ask('/fhir/Condition/d1-c', { headers: { 'if-none-match': etag } })).status).toBe(
    304,
  );
  const posted = await ask('/fhir/Condition/_search', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'patient=d1',
  });
  expect(idsIn(posted.body)).toEqual(['Condition/d1-c']);
});

describe('what is not known', () => {
  test('is left out and said, or refused where the client wants it strict', async () => {
    const lenient = await ask('/fhir/Condition?patient=d1&colour=blue');
    expect(idsIn(lenient.body)).toEqual(['Condition/d1-c']);
    expect(lenient.body.entry.at(-1)?.resource.issue?.[0]?.diagnostics).toContain('colour');
    const strict = await ask<Resource>('/fhir/Condition?patient=d1&colour=blue', {
      headers: { prefer: 'handling=strict' },
    });
    expect([strict.status, strict.body.issue?.[0]?.code]).toEqual([400, 'not-supported']);
  });

  test.each([
    ['/fhir/Condition?onset-date=yesterday', 400, 'value'],
    ['/fhir/Condition?_count=0', 400, 'value'],
    ['/fhir/Condition?_page=abc', 400, 'value'],
    ['/fhir/Condition?_id=a%20b', 400, 'value'],
    ['/fhir/Condition?patient=Group/1', 400, 'value'],
    ['/fhir/Condition?_include=Condition:nothing', 400, 'not-supported'],
    ['/fhir/Condition/unknown', 404, 'not-found'],
    ['/fhir/Observation/7/$everything', 404, 'not-found'],
  ])('%s: %i %s', async (path, status, code) => {
    const { body, ...answer } = await ask<Resource>(path);
    expect([answer.status, body.issue?.[0]?.code]).toEqual([status, code]);
  });
});

test('every patient shown is in the access audit, and a search that finds nobody too', async () => {
  await owner`select 1`;
  const before = await owner`select max(number)::int as n from basic.audit`;
  await ask('/fhir/Condition?patient=d1');
  await ask('/fhir/Condition?patient=nobody');
  const rows =
    await owner`select action, operation, cardinality(patient_ids) as patients, detail from basic.audit
    where number > ${before[0]?.n} order by number`;
  expect(rows.map(({ action, operation, patients }) => [action, operation, patients])).toEqual([
    ['search', 'GET /fhir/Condition', 1],
    ['search', 'GET /fhir/Condition', 0],
  ]);
});

test('accounts of persons do not read here', async () => {
  for (const principal of [everyone.CLINICIAN, everyone.ADMINISTRATOR, everyone.RESEARCHER]) {
    const { status } = await ask('/fhir/Patient', {}, { principal, requestId: 'r' });
    expect(status).toBe(403);
  }
  expect((await ask('/fhir/Patient', {}, { principal: null, requestId: 'r' })).status).toBe(401);
});

interface Capability {
  readonly rest: readonly {
    readonly operation?: readonly { readonly name: string }[];
    readonly resource: readonly {
      readonly type: string;
      readonly interaction: readonly { readonly code: string }[];
      readonly searchParam?: readonly { readonly name: string; readonly type: string }[];
      readonly searchInclude?: readonly string[];
      readonly operation?: readonly { readonly name: string }[];
    }[];
  }[];
}

test('the capability statement says what is served, and what it says is served', async () => {
  const { body } = await ask<Capability>('/fhir/metadata');
  const strict = { headers: { prefer: 'handling=strict' } };
  const values: Readonly<Record<string, string>> = {
    date: '2026-01-01',
    reference: 'Patient/d1',
    token: 'a',
  };
  expect(body.rest[0]?.operation?.map(({ name }) => name)).toEqual(['export']);
  expect((await ask<Resource>('/fhir/$export')).body.issue?.[0]?.code).toBe('required');
  const read = (body.rest[0]?.resource ?? []).filter(({ type }) => type !== 'AuditEvent');
  expect(read.length).toBeGreaterThan(12);
  for (const { type, interaction, searchParam = [], searchInclude = [], operation = [] } of read) {
    const says = (code: string) => interaction.some((one) => one.code === code);
    const { status } = await ask(`/fhir/${type}`);
    expect([type, says('search-type'), says('read')]).toEqual([
      type,
      status === 200,
      status === 200,
    ]);
    for (const { name, type: of } of searchParam)
      expect([name, (await ask(`/fhir/${type}?${name}=${values[of]}`, strict)).status]).toEqual([
        name,
        200,
      ]);
    for (const name of searchInclude)
      expect([name, (await ask(`/fhir/${type}?_include=${name}`, strict)).status]).toEqual([
        name,
        200,
      ]);
    const everything = (await ask(`/fhir/${type}/d1/$everything`)).status === 200;
    expect([type, operation.some(({ name }) => name === 'everything')]).toEqual([type, everything]);
    // Without Prefer: respond-async it is refused where it is there.
    const bulk = (await ask<Resource>(`/fhir/${type}/$export`)).body.issue?.[0]?.code;
    expect([type, operation.some(({ name }) => name === 'export')]).toEqual([
      type,
      bulk === 'required',
    ]);
  }
});

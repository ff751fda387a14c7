import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityCipher } from '@nodp/database';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beaconEndpoint } from '../../apps/gateway/src/beacon/endpoint.ts';
import { sharedLimits } from '../../apps/gateway/src/endpoints/shared-limit.ts';
import { type Setting, setUp } from '../cohorts/setting.ts';
import { type AskWhole, wholeGraph } from '../whole-graph.ts';

let setting: Setting;
let ask: AskWhole;
beforeAll(async () => {
  setting = await setUp();
  await setting.build();
  ask = await wholeGraph({
    ...{ database: setting.db.database, identityKey: new Uint8Array(32).fill(7) },
    releases: () => setting.releases,
  });
}, 120_000);
afterAll(() => setting.end());

let beacons = 0;
const beacon = (open: 'public' | 'clients' = 'public') => {
  beacons++;
  const limits = sharedLimits(
    setting.db.database,
    identityCipher({ identityKey: new Uint8Array(32).fill(7) }),
  );
  return beaconEndpoint({
    ...{ open, ask, proxies: 0, version: '1', url: () => 'https://nodp.example.org' },
    // Each beacon of a test counts for itself.
    limits: (name, limit) => limits(`${name} ${beacons}`, limit),
    client: async (token) =>
      token === 'good'
        ? { accountId: 'client:1', name: { en: '', zh: '' }, role: 'SYSTEM', institutionId: null }
        : null,
  });
};
const get = async (path: string, use = beacon(), headers = {}) => {
  const answer = await use.request(path, { headers }, {});
  return { status: answer.status, body: await answer.json() };
};

test('a beacon says who it is, what it answers of and which filters it takes', async () => {
  expect((await get('/info')).body.response).toMatchObject({
    id: 'org.example.nodp.beacon',
    apiVersion: 'v2.0.0',
  });
  expect((await get('/service-info')).body.type.artifact).toBe('beacon');
  expect((await get('/map')).body.response.endpointSets.individual.rootUrl).toBe(
    'https://nodp.example.org/beacon/individuals',
  );
  expect(Object.keys((await get('/entry_types')).body.response.entryTypes)).toEqual([
    ...['individual', 'biosample', 'cohort', 'dataset'],
  ]);
  const { filteringTerms } = (await get('/filtering_terms')).body.response;
  expect(filteringTerms.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining(['NCIT:C16576', 'site:lung', 'stage:IV', 'ageAtDiagnosis']),
  );
  expect((await get('/configuration')).body.response.securityAttributes).toEqual({
    defaultGranularity: 'boolean',
    securityLevels: ['PUBLIC'],
  });
});

test('a count is the one that a researcher is told of the same cohort; rows are answered as a count', async () => {
  const query = `query ($definition: CohortDefinitionInput!) { cohort(definition: $definition) { count { value } } }`;
  const definition = { all: [{ site: ['lung'] }, { sex: ['MALE'] }, { age: { from: 50 } }] };
  const { data } = await ask(
    { accountId: 'r', name: { en: '', zh: '' }, role: 'RESEARCHER', institutionId: null },
    query,
    { definition },
  );
  const address = '/individuals?filters=site:lung,NCIT:C20197,ageAtDiagnosis%3E%3D50';
  const { body } = await get(`${address}&requestedGranularity=record`);
  expect(body.meta.returnedGranularity).toBe('count');
  expect(body.responseSummary).toEqual({
    exists: true,
    numTotalResults: data.cohort.count.value,
  });
  expect(data.cohort.count.value).toBeGreaterThan(9);
  expect((await get(address)).body.responseSummary).toEqual({ exists: true });
  const filters = [
    ...[{ id: 'site:lung' }, { id: 'NCIT:C20197' }],
    { id: 'ageAtDiagnosis', operator: '>=', value: 50 },
  ];
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: { requestedGranularity: 'count', filters } }),
  };
  const posted = await beacon().request('/individuals', init, {});
  expect((await posted.json()).responseSummary).toEqual(body.responseSummary);
});

test('one release is asked by its data set or its cohort of everybody; what is not there is said', async () => {
  const of = async (path: string) =>
    (await get(`${path}?filters=site:lung&requestedGranularity=count`)).body.responseSummary;
  const all = await of('/individuals');
  expect(await of('/datasets/release-1/individuals')).toEqual(all);
  expect(await of('/cohorts/release-1-everyone/individuals')).toEqual(all);
  expect(await of('/datasets/release-1/biosamples')).toEqual(await of('/biosamples'));
  expect(await of('/datasets/release-999/individuals')).toEqual({
    exists: false,
    numTotalResults: 0,
  });
  expect((await get('/datasets/release-1')).body.response.collections).toHaveLength(1);
  for (const path of [
    '/datasets/none',
    '/cohorts/none/individuals',
    '/g_variants',
    '/individuals/1',
  ]) {
    const { status, body } = await get(path);
    expect([path, status, body.error.errorCode]).toEqual([path, 404, 404]);
  }
});

test('what was asked is said back: granularity, pages, test mode', async () => {
  const { meta, response } = (await get('/datasets?skip=1&limit=5&requestedGranularity=record'))
    .body;
  expect(meta.receivedRequestSummary).toMatchObject({
    ...{ pagination: { skip: 1, limit: 5 }, requestedGranularity: 'record', testMode: false },
  });
  expect(meta.returnedGranularity).toBe('count');
  expect(response.collections).toEqual([]);
  const { endpointSets } = (await get('/map')).body.response;
  expect(endpointSets.dataset).toMatchObject({
    singleEntryUrl: 'https://nodp.example.org/beacon/datasets/{id}',
    endpoints: { individual: { returnedEntryType: 'individual' } },
  });
  expect((await get('/filtering_terms')).body.response.resources[0].namespacePrefix).toBe('NCIT');
});

test('fewer than ten are none, in a boolean too', async () => {
  const { cohorts } = await setting.releases.open(1);
  const exact = await cohorts.count({
    all: [{ site: ['eye'] }, { sex: ['MALE'] }, { age: { to: 9 } }],
  });
  expect(exact).toBeLessThan(10);
  const few = '/individuals?filters=site:eye,NCIT:C20197,ageAtDiagnosis%3C%3D9';
  expect((await get(few)).body.responseSummary).toEqual({ exists: false });
});

test('specimens are of cases with a microscopic basis: no more than there are persons', async () => {
  const of = async (entity: string) =>
    (await get(`/${entity}?filters=site:lung&requestedGranularity=count`)).body.responseSummary
      .numTotalResults;
  const [samples, persons] = [await of('biosamples'), await of('individuals')];
  expect(samples).toBeGreaterThan(9);
  expect(samples).toBeLessThan(persons);
});

test.each([
  ['/individuals?filters=HP:0000001', 'no filter'],
  ['/individuals?requestedGranularity=everything', 'one of boolean'],
  ['/datasets?limit=-1', 'whole number'],
  ['/individuals?filters=ageAtDiagnosis%3Dold', 'whole number'],
  [`/individuals?filters=${Array(7).fill('site:lung').join()}`, '6 filters at most'],
])('%s is refused in the form of a beacon', async (path, message) => {
  const { status, body } = await get(path);
  expect(status).toBe(400);
  expect(body.error).toMatchObject({ errorCode: 400 });
  expect(body.error.errorMessage).toMatch(message);
});

test('closed to the public it answers programs that were let in, out of a budget of their own', async () => {
  const closed = beacon('clients');
  const path = '/individuals?filters=site:stomach';
  expect((await get(path, closed)).status).toBe(401);
  expect((await get(path, closed, { authorization: 'Bearer bad' })).status).toBe(401);
  expect((await get(path, closed, { authorization: 'Bearer good' })).status).toBe(200);
  const rows = await setting.db.database.session(
    {
      ...{ accountId: 'm', name: { en: '', zh: '' }, institutionId: null },
      role: 'DATA_MANAGER',
    },
    (session) =>
      session.run<{ accountId: string }>({
        text: `select distinct account_id from basic.asked_counts where account_id like 'beacon%' order by 1`,
        bind: () => [],
      }),
  );
  expect(rows.map(({ accountId }) => accountId)).toEqual(['beacon', 'beacon client:1']);
});

test('attack: more than sixty questions of an address in a minute are not answered', async () => {
  const one = beacon();
  for (let i = 0; i < 60; i++) expect((await get('/info', one)).status).toBe(200);
  expect((await get('/info', one)).body.error.errorCode).toBe(429);
});

const schemas = join(process.env.NODP_SHARED ?? '/nowhere', 'network/beacon');
describe.skipIf(!existsSync(schemas))('by the schemas of the default model', () => {
  test.each(['datasets', 'cohorts'])('%s are valid', async (entity) => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    const schema = JSON.parse(readFileSync(join(schemas, `${entity}.schema.json`), 'utf8'));
    const validate = ajv.compile(schema);
    const { collections } = (await get(`/${entity}`)).body.response;
    expect(collections).toHaveLength(1);
    for (const one of collections) expect([validate(one), validate.errors]).toEqual([true, null]);
    // The schema is one that can be missed.
    expect(validate({ name: 'without an id' })).toBe(false);
  });
});

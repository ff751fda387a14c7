import { identityCipher } from '@nodp/database';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogueEndpoint } from '../../apps/gateway/src/catalogue/endpoint.ts';
import { sharedLimits } from '../../apps/gateway/src/endpoints/shared-limit.ts';
import { type Setting, setUp } from '../cohorts/setting.ts';
import { wholeGraph } from '../whole-graph.ts';

let setting: Setting;
let app: ReturnType<typeof catalogueEndpoint>;
let sql: postgres.Sql;
const identityKey = new Uint8Array(32).fill(7);
beforeAll(async () => {
  setting = await setUp();
  await setting.build();
  sql = postgres(setting.db.ownerUrl, { max: 1, onnotice: () => {} });
  // One project that is over, with a script for a title, and one that goes on.
  for (const [id, title, state] of [
    ['01900000-0000-7000-8000-0000000000a1', '</script><script>alert(1)</script> 分期', 'ENDED'],
    ['01900000-0000-7000-8000-0000000000a2', 'Not to be told', 'ACTIVE'],
  ] as const) {
    await sql`insert into research.project (id, title, owner_id, owner_name, members, state, application)
      values (${id}, ${title}, 'anna', '{"en":"Anna Secret","zh":"安"}', '{}', ${state},
        '{"team":[{"account":"bert","name":"Bert Secret","institution":"Northern University"}]}')`;
    await sql`insert into research.project_grant (project_id, elements, releases, sites, conditions, counts_per_day, until)
      values (${id}, '[]', '{1}', '{}', '', 1000, '2027-01-01')`;
    for (const [number, kind] of ['APPROVE', 'END'].entries())
      await sql`insert into research.project_step (project_id, number, kind, round, by_id, by_name, words, detail)
        values (${id}, ${number + 1}, ${kind}, 1, 'carl', '{}', 'secret words', '{}')`;
  }
  const ask = await wholeGraph({
    ...{ database: setting.db.database, identityKey },
    releases: () => setting.releases,
  });
  app = catalogueEndpoint({
    ...{ ask, proxies: 0, url: () => 'https://nodp.example.org/' },
    limits: sharedLimits(setting.db.database, identityCipher({ identityKey })),
  });
}, 300_000);
afterAll(async () => {
  await sql.end();
  await setting.end();
});

const get = async (path: string, headers = {}) => {
  const answer = await app.request(path, { headers }, {});
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

test('everybody reads of releases, data sets and projects that are over, in their language', async () => {
  const { status, text, headers } = await get('/?lang=en');
  expect(status).toBe(200);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(text).toContain('<html lang="en">');
  for (const said of ['Release', 'Lung', 'Northern University', '分期', 'id="release-1"'])
    expect(text).toContain(said);
  expect(text).not.toMatch(/Secret|secret words|Not to be told|anna|carl/);
  expect((await get('/', { 'accept-language': 'zh-CN,zh;q=0.9' })).text).toContain('数据目录');
});

test('attack: no text of a project becomes a script', async () => {
  const { text } = await get('/?lang=zh');
  expect(text).not.toContain('<script>alert');
  expect(text.match(/<script/g)).toHaveLength(1);
});

test('schema.org in the page and by itself; its numbers are those a researcher is told', async () => {
  const { text } = await get('/?lang=en');
  const [, inPage] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(text) ?? [];
  const { headers, text: alone } = await get('/schema.jsonld');
  expect(headers.get('content-type')).toContain('application/ld+json');
  const read = JSON.parse(alone);
  expect(JSON.parse(inPage as string)).toEqual(read);
  expect(read).toMatchObject({ '@context': 'https://schema.org', '@type': 'DataCatalog' });
  const [release] = read.dataset;
  // What schema.org and Google's guidelines require of a Dataset.
  expect(release).toMatchObject({ '@type': 'Dataset', version: '1' });
  expect(release.name.length).toBeGreaterThan(5);
  expect(release.description.length).toBeGreaterThanOrEqual(50);
  const persons = release.variableMeasured.find(({ name }: { name: string }) => name === 'persons');
  const { cases } = await setting.releases.open(1);
  const exact = new Set(cases.person).size;
  expect(Math.abs(persons.value - exact)).toBeLessThanOrEqual(9);
  // A table of a release is named cases too, and has no number.
  const told = read.dataset
    .flatMap(
      (one: { variableMeasured: { name: string; value?: number }[] }) => one.variableMeasured,
    )
    .filter(
      ({ name, value }: { name: string; value?: number }) =>
        name === 'cases' && value !== undefined,
    );
  expect(told.length).toBeGreaterThan(0);
  for (const { value } of told) expect(value).toBeGreaterThanOrEqual(10);
});

test('DCAT names catalogue, data sets, checksum and the beacon', async () => {
  const read = JSON.parse((await get('/dcat.jsonld')).text);
  expect(read['@type']).toBe('dcat:Catalog');
  expect(read['dcat:dataset'][0]).toMatchObject({
    '@type': 'dcat:Dataset',
    'dct:identifier': 'release-1',
  });
  expect(read['dcat:dataset'][0]['spdx:checksum']['spdx:checksumValue']).toMatch(/^[0-9a-f]{64}$/);
  expect(read['dcat:service'][0]['dcat:endpointURL']).toEqual({
    '@id': 'https://nodp.example.org/beacon',
  });
});

test('attack: more than sixty looks of an address in a minute are not answered', async () => {
  for (let i = 0; i < 60; i++) await get('/dcat.jsonld');
  expect((await get('/')).status).toBe(429);
});

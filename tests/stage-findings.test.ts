import { askerOf, principalOf } from '@nodp/graph/testing';
import { STAGE_CHECK_VERSION } from '@nodp/oncology';
import { patients } from '@nodp/subgraph-patients';
import { checkStagesJob, stageChecksOutdated } from '@nodp/subgraph-patients/jobs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hospitals } from './fixtures.ts';
import { bundle, cancer, patient } from './intake/examples.ts';
import { type Setting, setUp } from './intake/setting.ts';
import { category, group, of } from './stage-scenarios.ts';

let db: Setting;
beforeAll(async () => {
  db = await setUp();
});
afterAll(() => db.end());

const colon = {
  code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C18.7' }] },
  onsetDateTime: '2020-03-01',
};
const on = (effectiveDateTime: string, tumour: string) => ({ effectiveDateTime, ...of(tumour) });

const staged = (id: string, t: string, sent: string) =>
  bundle(
    'transaction',
    patient(id),
    cancer(`${id}-c`, `urn:uuid:${id}`, colon),
    category(`${id}-t`, `urn:uuid:${id}`, 'T', t, on('2020-03-20', `${id}-c`)),
    category(`${id}-n`, `urn:uuid:${id}`, 'N', 'pN0', on('2020-03-20', `${id}-c`)),
    group(`${id}-g`, `urn:uuid:${id}`, sent, 'p', on('2020-03-20', `${id}-c`)),
  );

const measure = (id: string, subject: string, code: string, valueQuantity: object) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject: { reference: subject },
  code: { coding: [{ system: 'http://loinc.org', code }] },
  effectiveDateTime: '2020-03-21',
  valueQuantity: { system: 'http://unitsofmeasure.org', ...valueQuantity },
});

const query = `query ($filter: StageFindingFilter, $first: Int, $after: String) {
  stageFindings(filter: $filter, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { id rule institution { code } patient { id } siteGroup classification sent possible
      sentence { en zh } sources { en } record submission { sha256 } foundAt } }
  }
}`;
const own = principalOf('DATA_MANAGER', hospitals.here);
const national = principalOf('DATA_MANAGER', null);

const list = async (who = own, variables: Record<string, unknown> = {}) => {
  const { data, codes } = await askerOf(patients, db.database)(who, query, variables);
  expect(codes).toEqual([]);
  return data.stageFindings;
};
// biome-ignore lint/suspicious/noExplicitAny: an answer of the graph
const nodes = async (...asked: Parameters<typeof list>): Promise<any[]> =>
  (await list(...asked)).edges.map(({ node }: { node: object }) => node);

test('a group that the categories do not make is listed for who sent it, with what is to be corrected', async () => {
  await db.send(staged('a', 'pT3', 'IIIB'));
  const found = await nodes();
  expect(found).toMatchObject([
    {
      rule: 'group-differs',
      siteGroup: 'colorectum',
      classification: 'p',
      sent: 'IIIB',
      possible: ['IIA'],
      sources: [{ en: 'stage group IIIB, 2020-03-20' }, { en: 'pT3 pN0, 2020-03-20' }],
      record: 'Observation/a-g',
      submission: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      patient: { id: expect.any(String) },
    },
  ]);
  expect(found[0].sentence.en).toContain('Sent as IIIB, but the categories give IIA');
  expect(found[0].sentence.zh).toContain('送达的分期组为IIIB');
});

test('the national data manager sees every institution’s without who the patient is; another hospital sees none', async () => {
  expect(await nodes(national)).toMatchObject([{ rule: 'group-differs', patient: null }]);
  expect(await nodes(principalOf('DATA_MANAGER', hospitals.there))).toEqual([]);
});

test('sent again the same it stays the same finding; corrected it is gone', async () => {
  const [before] = await nodes();
  await db.send(staged('a', 'pT3', 'IIIB'));
  expect((await nodes()).map(({ id, foundAt }) => ({ id, foundAt }))).toEqual([
    { id: before.id, foundAt: before.foundAt },
  ]);
  await db.send(staged('a', 'pT3', 'IIA'));
  expect(await nodes()).toEqual([]);
});

test('a number of nodes that comes later contradicts the stage that came before', async () => {
  await db.send(staged('n', 'pT3', 'IIA'));
  expect(await nodes()).toEqual([]);
  await db.send(
    bundle('batch', measure('n-nodes', 'Patient/n', '92832-5', { value: 3, code: '1' })),
  );
  expect(await nodes()).toMatchObject([{ rule: 'nodes-contradict-n', record: 'Observation/n-g' }]);
});

test('filtered by rule, site and institution, and read page by page without a row twice', async () => {
  await db.send(staged('b', 'pT2', 'IV'));
  await db.send(staged('c', 'pT1', 'IIIC'));
  const all = await nodes();
  expect(all.length).toBeGreaterThanOrEqual(3);
  const pages: string[] = [];
  let after: string | null = null;
  do {
    const page = await list(own, { first: 1, after });
    pages.push(...page.edges.map(({ node }: { node: { id: string } }) => node.id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(pages).toEqual(all.map(({ id }) => id));
  const rulesOf = async (filter: object) =>
    new Set((await nodes(own, { filter })).map(({ rule }) => rule));
  expect(await rulesOf({ rules: ['nodes-contradict-n'] })).toEqual(new Set(['nodes-contradict-n']));
  expect(await nodes(own, { filter: { siteGroups: ['lung'] } })).toEqual([]);
  expect(
    (await nodes(own, { filter: { siteGroups: ['colorectum'], rules: ['group-differs'] } })).map(
      ({ record }) => record,
    ),
  ).toEqual(['Observation/c-g', 'Observation/b-g']);
  const { codes } = await askerOf(patients, db.database)(own, query, {
    filter: { rules: ['no-such-rule'] },
  });
  expect(codes).toEqual(['BAD_USER_INPUT']);
});

test('a look at the list is recorded with the patients that it showed', async () => {
  const [before] = await db.owner`select count(*)::int as n from basic.audit where action = 'read'`;
  const shown = await nodes();
  const rows = await db.owner`select patient_ids from basic.audit
    where action = 'read' and account_id = ${own.accountId} order by at desc limit 1`;
  const [after] = await db.owner`select count(*)::int as n from basic.audit where action = 'read'`;
  expect(after?.n).toBeGreaterThan(before?.n);
  expect(rows[0]?.patient_ids.length).toBe(new Set(shown.map(({ patient }) => patient.id)).size);
});

test('patients that no submission touched are checked by a job, once', async () => {
  const before = (await nodes()).map(({ rule, record }) => [rule, record]).sort();
  await db.owner`delete from patients.stage_finding`;
  expect(await stageChecksOutdated(db.ownerUrl)).toBe(true);
  await checkStagesJob(db.ownerUrl).run({
    parameters: {},
    attempt: 1,
    signal: new AbortController().signal,
    progress: async () => {},
  } as never);
  expect(await stageChecksOutdated(db.ownerUrl)).toBe(false);
  expect((await nodes()).map(({ rule, record }) => [rule, record]).sort()).toEqual(before);
});

test('null where the clinical board has the check switched off', async () => {
  await db.owner`insert into basic.rule_switch (id, rule_id, version, in_force, confirmed, reason, switched_by)
    values (gen_random_uuid(), 'stage-check', ${STAGE_CHECK_VERSION}, false, false, 'Not for our hospitals.', 'board@nation')`;
  expect(await list()).toBeNull();
});

import { sqlStatement } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, engines, principalOf } from '@nodp/graph/testing';
import { fhir, ingest } from '@nodp/intake';
import { patients } from '@nodp/subgraph-patients';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clinicalIntake } from '../apps/gateway/src/fhir/index.ts';
import { hospitals, insertHospitals } from './fixtures.ts';
import { patientBundle } from './patient-bundle.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  // The key `askerOf` gives the subgraph.
  const intake = clinicalIntake(new Uint8Array(32));
  const bundles = [...Array(7).fill('WANG'), ...Array(3).fill('LI')].map((family) =>
    patientBundle({ family }),
  );
  for (const bundle of [...bundles, chineseBundle()]) {
    const content = new TextEncoder().encode(JSON.stringify(bundle));
    await db.database.session(principalOf('SYSTEM', hospitals.here), (session) =>
      ingest(session, intake, { channel: 'fhir', content, format: fhir(intake) }),
    );
  }
});
afterAll(() => db.end());

/** The same, of a younger man with a Chinese name. */
const chineseBundle = () => {
  const bundle = patientBundle();
  Object.assign(bundle.entry[0]?.resource ?? {}, {
    identifier: [
      {
        type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
        system: 'http://hospital.example.org/mrn',
        value: 'NCC-00000252',
      },
    ],
    name: [{ text: '李杰生', family: '李', given: ['杰生'] }],
    telecom: [{ system: 'phone', value: '139-1234-5678' }],
    gender: 'male',
    birthDate: '1973-06-05',
  });
  return bundle;
};

const PAGE = `query ($search: String, $filter: PatientFilter, $order: PatientOrder, $after: String) {
  patients(first: 3, search: $search, filter: $filter, order: $order, after: $after) {
    totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`;

test('row-level security keeps an institution’s tally from every other', async () => {
  const tallied = sqlStatement<{ n: number }>(
    sql`select coalesce(sum(patients), 0)::int as n from patients.listed_tally`,
  );
  const seenBy = (institution: string) =>
    db.database.session(principalOf('CLINICIAN', institution), async (session) => {
      const [row] = await session.run(tallied);
      return row?.n;
    });
  expect(await seenBy(hospitals.here)).toBe(11);
  expect(await seenBy(hospitals.there)).toBe(0);
});

test.each([
  [{ search: 'a'.repeat(201) }, 'A search has at most 200 characters, not 201.'],
  [{ filter: { siteGroup: Array(101).fill('lung') } }, 'takes at most 100 values, not 101.'],
])('what is too long to be a search is refused', async (variables, message) => {
  const ask = askerOf(patients, db.database);
  const { codes, messages } = await ask(principalOf('CLINICIAN', hospitals.here), PAGE, variables);
  expect(codes).toEqual(['BAD_USER_INPUT']);
  expect(messages[0]).toContain(message);
});

describe.each(engines)('pages of patients under %s', (_, engine) => {
  const pagesOf = async (variables: Record<string, unknown>) => {
    const ask = askerOf(patients, db.database, engine());
    const pages: { totalCount: number; ids: string[]; end: string | null }[] = [];
    for (let after: string | null = null; ; ) {
      const clinician = principalOf('CLINICIAN', hospitals.here);
      const { data } = await ask(clinician, PAGE, { ...variables, after });
      const { totalCount, edges, pageInfo } = data.patients;
      const ids = edges.map(({ node }: { node: { id: string } }) => node.id);
      pages.push({ totalCount, ids, end: pageInfo.endCursor });
      if (!pageInfo.hasNextPage) return pages;
      after = pageInfo.endCursor;
    }
  };

  test.each([
    ['everyone', {}, 11, [3, 3, 3, 2]],
    ['a filter', { filter: { siteGroup: ['lung'] } }, 11, [3, 3, 3, 2]],
    ['a search', { search: 'wang' }, 7, [3, 3, 1]],
    ['a search with a filter', { search: 'li', filter: { siteGroup: ['lung'] } }, 4, [3, 1]],
    ['a part of a site', { filter: { siteGroup: ['lung.lung'] } }, 11, [3, 3, 3, 2]],
    ['a part nobody has', { filter: { siteGroup: ['lung.trachea', 'stomach'] } }, 0, [0]],
    ['a search in a part', { search: 'li', filter: { siteGroup: ['lung.lung'] } }, 4, [3, 1]],
    ['a search with a filter nobody meets', { search: 'li', filter: { sex: ['OTHER'] } }, 0, [0]],
  ])(
    '%s: each patient once, and the number on every page',
    async (_what, variables, total, sizes) => {
      const pages = await pagesOf(variables);
      expect(pages.map(({ ids }) => ids.length)).toEqual(sizes);
      expect(pages.map(({ totalCount }) => totalCount)).toEqual(sizes.map(() => total));
      expect(new Set(pages.flatMap(({ ids }) => ids)).size).toBe(total);
    },
  );

  const idOfChinese = async (): Promise<string | undefined> =>
    (await pagesOf({ search: '李杰生' }))[0]?.ids[0];

  test.each([
    ['pinyin', 'lijiesheng'],
    ['initials', 'ljs'],
    ['a syllable and initials', 'lijs'],
    ['the day of birth', '1973-06-05'],
    ['the day of birth as written in Chinese', '1973年6月5日'],
    ['the last digits of the record number', '0252'],
    ['the last digits of the telephone number', '5678'],
    ['the whole telephone number', '139-1234-5678'],
  ])('a Chinese patient is found by %s', async (_what, search) => {
    const [found] = await pagesOf({ search });
    expect([found?.totalCount, found?.ids]).toEqual([1, [await idOfChinese()]]);
  });

  test.each(['DIAGNOSED_ON', 'AGE', 'SEX', 'SITE', 'STAGE', 'VITAL_STATUS'])(
    'ordered by %s, up is down reversed, and pages hold each patient once',
    async (by) => {
      const of = async (descending: boolean) =>
        (await pagesOf({ order: { by, descending } })).flatMap(({ ids }) => ids);
      const [up, down] = [await of(false), await of(true)];
      expect(new Set(up).size).toBe(11);
      expect(up).toEqual(down.toReversed());
    },
  );

  test('by age, the youngest first', async () => {
    const [page] = await pagesOf({ order: { by: 'AGE' } });
    expect(page?.ids.at(0)).toBe(await idOfChinese());
  });

  test('patients are given by their ids, in their order, null where they are not the reader’s', async () => {
    const [page] = await pagesOf({});
    const ids = page?.ids.toReversed() ?? [];
    const byId = async (institution: string) => {
      const ask = askerOf(patients, db.database, engine());
      const clinician = principalOf('CLINICIAN', institution);
      const { data } = await ask(
        clinician,
        `query ($ids: [ID!]!) { patientsById(ids: $ids) { id } }`,
        { ids },
      );
      return data.patientsById;
    };
    expect(await byId(hospitals.here)).toEqual(ids.map((id) => ({ id })));
    expect(await byId(hospitals.there)).toEqual(ids.map(() => null));
  });

  test('past the last patient of a search there is nobody, and the number stands', async () => {
    const last = (await pagesOf({ search: 'wang' })).at(-1);
    const clinician = principalOf('CLINICIAN', hospitals.here);
    const ask = askerOf(patients, db.database, engine());
    const { data } = await ask(clinician, PAGE, { search: 'wang', after: last?.end });
    expect(data.patients).toMatchObject({ totalCount: 7, edges: [] });
  });
});

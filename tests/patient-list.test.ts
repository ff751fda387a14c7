import { sqlStatement } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, engines, principalOf } from '@nodp/graph/testing';
import { ingest } from '@nodp/intake';
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
  for (const family of [...Array(7).fill('WANG'), ...Array(3).fill('LI')]) {
    const content = new TextEncoder().encode(JSON.stringify(patientBundle({ family })));
    await db.database.session(principalOf('SYSTEM', hospitals.here), (session) =>
      ingest(session, intake, { channel: 'fhir', content }),
    );
  }
});
afterAll(() => db.end());

const PAGE = `query ($search: String, $filter: PatientFilter, $after: String) {
  patients(first: 3, search: $search, filter: $filter, after: $after) {
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
  expect(await seenBy(hospitals.here)).toBe(10);
  expect(await seenBy(hospitals.there)).toBe(0);
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
    ['everyone', {}, 10, [3, 3, 3, 1]],
    ['a filter', { filter: { siteGroup: ['lung'] } }, 10, [3, 3, 3, 1]],
    ['a search', { search: 'wang' }, 7, [3, 3, 1]],
    ['a search with a filter', { search: 'li', filter: { siteGroup: ['lung'] } }, 3, [3]],
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

  test('past the last patient of a search there is nobody, and the number stands', async () => {
    const last = (await pagesOf({ search: 'wang' })).at(-1);
    const clinician = principalOf('CLINICIAN', hospitals.here);
    const ask = askerOf(patients, db.database, engine());
    const { data } = await ask(clinician, PAGE, { search: 'wang', after: last?.end });
    expect(data.patients).toMatchObject({ totalCount: 7, edges: [] });
  });
});

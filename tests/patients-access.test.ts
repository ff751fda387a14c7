import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { encodeId } from '@nodp/graph';
import {
  askerOf,
  deviations,
  engines,
  occurrences,
  principalOf,
  probesOf,
  unprobed,
} from '@nodp/graph/testing';
import { fhir, ingest } from '@nodp/intake';
import { patients } from '@nodp/subgraph-patients';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clinicalIntake } from '../apps/gateway/src/fhir/index.ts';
import { samplesOf } from './access/patients-arguments.ts';
import { rolesOf } from './access/patients-roles.ts';
import { hospitals, insertHospitals } from './fixtures.ts';
import { patientBundle } from './patient-bundle.ts';

const { here, there } = hospitals;
const clinician = principalOf('CLINICIAN', here);

let db: TestDatabase;
let patientId: string;
let tumourId: string;

beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  // The key `askerOf` gives the subgraph.
  const intake = clinicalIntake(new Uint8Array(32));
  const content = new TextEncoder().encode(
    JSON.stringify(patientBundle({ family: 'SECRET', results: 3 })),
  );
  await db.database.session(principalOf('SYSTEM', here), (session) =>
    ingest(session, intake, { channel: 'fhir', content, format: fhir(intake) }),
  );
  const sql = postgres(db.ownerUrl, { max: 1 });
  const [row] = await sql`select patient_id, id from patients.tumour`;
  await sql.end();
  patientId = encodeId('Patient', row?.patient_id);
  tumourId = encodeId('Tumour', row?.patient_id, row?.id);
});
afterAll(() => db.end());

const probes = () => probesOf(patients, samplesOf(patientId, tumourId));

describe.each(engines)('patients under %s', (_, engine) => {
  const asker = () => askerOf(patients, db.database, engine());

  test('each role reads what is open to it by every entry point, and nothing else', async () => {
    expect(unprobed(patients.schema, probes())).toEqual([]);
    expect(await deviations(asker(), probes(), rolesOf, here)).toEqual([]);
  });

  test('another institution finds nobody by any entry point', async () => {
    const seenBy = (institution: string) =>
      occurrences(asker(), principalOf('CLINICIAN', institution), probes(), 'SECRET');
    expect(await seenBy(here)).toBeGreaterThan(0);
    expect(await seenBy(there)).toBe(0);
  });

  test('an institution’s submissions are its own; a national data manager sees every one', async () => {
    const submissions =
      '{ submissions { edges { node { institution { code } counts { resourceType created } } } } }';
    const seenBy = async (institution: string | null) =>
      (await asker()(principalOf('DATA_MANAGER', institution), submissions)).data.submissions.edges
        .length;
    expect(await seenBy(here)).toBe(1);
    expect(await seenBy(there)).toBe(0);
    expect(await seenBy(null)).toBe(1);
  });

  test('submissions are found by what became of them, by sender, by day and by content', async () => {
    const query = `query ($filter: SubmissionFilter) { submissions(filter: $filter) { edges { node {
      receivedAt sha256 status institution { id } } } } }`;
    const ask = asker();
    const found = async (filter: object, institution: string | null = null) => {
      const { data, codes } = await ask(principalOf('DATA_MANAGER', institution), query, {
        filter,
      });
      return codes.length > 0
        ? codes
        : data.submissions.edges.map((edge: { node: object }) => edge.node);
    };
    const [one] = await found({});
    const { sha256, status } = one;
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(
      new Date(one.receivedAt),
    );
    const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    for (const filter of [
      { status: [status, 'refused'] },
      { institutions: [encodeId('Institution', here)] },
      { fromDay: day, toDay: day },
      { sha256: sha256.slice(0, 6).toUpperCase() },
      { status: [status], institutions: [encodeId('Institution', here)], fromDay: day, sha256 },
    ])
      expect(await found(filter)).toEqual([one]);
    for (const filter of [
      { status: ['received'] },
      { institutions: [encodeId('Institution', there)] },
      { fromDay: next },
      { sha256: sha256.startsWith('0000') ? 'ffff' : '0000' },
    ])
      expect(await found(filter)).toEqual([]);
    // Whatever is asked, an institution's account sees its own alone.
    expect(await found({ institutions: [encodeId('Institution', here)] }, there)).toEqual([]);
    for (const filter of [
      { status: ['lost'] },
      { fromDay: '2026-02-30' },
      { fromDay: next, toDay: day },
      { sha256: "x'%" },
      { sha256: 'ab' },
    ])
      expect(await found(filter)).toEqual(['BAD_USER_INPUT']);
  });

  test('a search finds the beginnings of names and whole numbers, and nothing in between', async () => {
    const found = async (search: string) =>
      (
        await asker()(
          clinician,
          'query ($search: String) { patients(search: $search) { totalCount } }',
          { search },
        )
      ).data.patients.totalCount;
    expect(await found('sec')).toBe(1);
    expect(await found('Secret Mi')).toBe(1);
    expect(await found('ecret')).toBe(0);
    expect(await found('secret wang')).toBe(0);
  });

  test('a filter that nobody meets gives an empty page; a cursor that is none is refused', async () => {
    const { data } = await asker()(
      clinician,
      '{ patients(filter: { siteGroup: ["breast"] }) { totalCount edges { cursor } } }',
    );
    expect(data.patients).toEqual({ totalCount: 0, edges: [] });
    const wrong = await asker()(clinician, '{ patients(after: "nowhere") { totalCount } }');
    expect(wrong.codes).toEqual(['BAD_USER_INPUT']);
  });
});

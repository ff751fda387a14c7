import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { fhir, ingest } from '@nodp/intake';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  everyone,
  hospitals,
  identityKey,
  insertHospitals,
  principal,
} from '../../../../tests/fixtures.ts';
import { bundle, cancer, haemoglobin, patient } from '../../../../tests/intake/examples.ts';
import { clinicalIntake } from '../fhir/index.ts';
import { createNetworkEndpoint } from './endpoint.ts';

let db: TestDatabase;
let sql: postgres.Sql;
let endpoint: ReturnType<typeof createNetworkEndpoint>;
const national = principal('DATA_MANAGER', null);
const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);

beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  sql = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  endpoint = createNetworkEndpoint({ database: db.database });
  const intake = clinicalIntake(identityKey);
  const content = Buffer.from(
    JSON.stringify(
      bundle(
        'batch',
        patient('n', { birthDate: '1960-01-01' }),
        cancer('n-c', 'urn:uuid:n', { onsetDateTime: '2020-03-01' }),
        haemoglobin('n-h', 'urn:uuid:n', 145.5, '2020-03-01'),
      ),
    ),
  );
  await db.database.session(everyone.SYSTEM, (session) =>
    ingest(session, intake, { channel: 'test', content, format: fhir(intake) }),
  );
  // The other hospital sent daily until ten days ago.
  await sql`insert into basic.intake_tally (institution_id, day, resource_type, created)
    select ${hospitals.there}, current_date - n, 'Patient', 5 from generate_series(10, 40) as n`;
}, 60_000);
afterAll(async () => {
  await sql.end();
  await db.end();
});

const ask = async (path: string, who: typeof national | null = everyone.DATA_MANAGER) => {
  const response = await endpoint(new Request(`https://nodp.example/network${path}`), {
    principal: who,
    requestId: 'r',
  });
  const text = await response.text();
  return { status: response.status, text, answer: text.startsWith('{') ? JSON.parse(text) : null };
};

test('the national data manager sees who sends and who fell silent, an institution itself alone', async () => {
  const { answer } = await ask('', national);
  const [here, there] = [hospitals.here, hospitals.there].map((id) =>
    answer.institutions.find((one: { id: string }) => one.id === id),
  );
  expect(here).toMatchObject({ received: 3, failed: 1, rhythm: { usual: null, silent: false } });
  expect(there).toMatchObject({ failed: 0, rhythm: { usual: 1, limit: 3, silent: true } });
  expect((await ask('')).answer.institutions.map((one: { id: string }) => one.id)).toEqual([
    hospitals.here,
  ]);
});

test('a report says what was received, why something was held, and how complete it is', async () => {
  const { answer } = await ask(`/${hospitals.here}?month=${month}`);
  expect(answer).toMatchObject({
    days: [
      { resourceType: 'Condition', created: 1, later: 1 },
      { resourceType: 'Observation', held: 1 },
      { resourceType: 'Patient', created: 1 },
    ],
    reasons: [{ outcome: 'held', reason: 'laboratory-impossible', records: 1 }],
    completeness: [{ siteGroup: 'lung', tumours: 1, diagnosedToDay: 1, basis: 0 }],
    tier: null,
  });
  expect(answer.past).toHaveLength(6);
  expect(answer.past[0]).toEqual({ month, received: 3, held: 1, refused: 0 });
});

test('the month’s file holds its numbers in the language asked for', async () => {
  const { text } = await ask(`/${hospitals.here}/report.csv?month=${month}&language=zh`);
  expect(text).toContain('不可能的检验值,暂存,1');
  expect(text).toContain('肺、支气管和气管,新肿瘤,1');
  const english = await ask(`/${hospitals.here}/report.csv?month=${month}`);
  expect(english.text).toContain('Laboratory value that cannot be,held,1');
});

test('another institution’s report, and any for who is no data manager, is refused', async () => {
  expect((await ask(`/${hospitals.there}`)).status).toBe(404);
  expect((await ask(`/${hospitals.there}`, national)).status).toBe(200);
  expect((await ask('', null)).status).toBe(401);
  for (const who of [everyone.CLINICIAN, everyone.SYSTEM, everyone.POLICYMAKER])
    expect((await ask('', who)).status).toBe(403);
  expect((await ask(`/${hospitals.here}?month=2026-13`)).status).toBe(400);
});

test('a tier is told together, of three others at least, and to nobody else', async () => {
  await sql`insert into basic.institution (id, code, name_en, name_zh, tier, region_code)
    select ('01900000-0000-7000-8000-0000000001' || lpad(n::text, 2, '0'))::uuid, 'T' || n, 'T', 'T',
      (select tier from basic.institution where id = ${hospitals.here}), '110000' from generate_series(1, 3) as n`;
  await sql`insert into basic.intake_tally (institution_id, day, resource_type, created, held)
    select id, (now() at time zone 'Asia/Shanghai')::date, 'Patient', 9, 1 from basic.institution where code like 'T_'`;
  const { answer } = await ask(`/${hospitals.here}?month=${month}`);
  expect(answer.tier.institutions).toBeGreaterThanOrEqual(3);
  expect(answer.tier.held).toBe(3);
});

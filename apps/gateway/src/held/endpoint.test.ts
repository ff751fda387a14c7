import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { fhir, ingest } from '@nodp/intake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  everyone,
  hospitals,
  identityKey,
  insertHospitals,
  principal,
} from '../../../../tests/fixtures.ts';
import { haemoglobin, patient } from '../../../../tests/intake/examples.ts';
import { clinicalIntake } from '../fhir/index.ts';
import { createHeldEndpoint } from './endpoint.ts';

let db: TestDatabase;
let endpoint: ReturnType<typeof createHeldEndpoint>;
const intake = clinicalIntake(identityKey);
const send = (content: object) =>
  db.database.session(everyone.SYSTEM, (session) =>
    ingest(session, intake, {
      channel: 'test',
      content: Buffer.from(JSON.stringify(content)),
      format: fhir(intake),
    }),
  );

beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  endpoint = createHeldEndpoint({ database: db.database, intake });
  await send(patient('h', { birthDate: '1960-01-01' }));
  for (let n = 0; n < 55; n++) await send(haemoglobin(`h-${n}`, 'Patient/h', 145.5, '2020-01-01'));
}, 120_000);
afterAll(() => db.end());

const ask = async (
  path: string,
  {
    who = everyone.DATA_MANAGER as typeof everyone.DATA_MANAGER | null,
    body = undefined as object | undefined,
    headers = { 'x-nodp-csrf': '1' } as Record<string, string>,
  } = {},
) => {
  const response = await endpoint(
    new Request(`https://nodp.example/held${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
    { principal: who, requestId: 'r' },
  );
  return { status: response.status, answer: await response.json() };
};

interface Row {
  readonly id: string;
  readonly sourceId: string;
}

test('what is held is listed page by page, each once, the newest first', async () => {
  const one = await ask('');
  expect(one.answer.rows).toHaveLength(50);
  const two = await ask(`?after=${encodeURIComponent(one.answer.next)}`);
  expect(two.answer.next).toBeNull();
  const keys = [...one.answer.rows, ...two.answer.rows].map(({ sourceId }: Row) => sourceId);
  expect(keys).toEqual(Array.from({ length: 55 }, (_, n) => `h-${54 - n}`));
  expect((await ask('?edit=sex-site')).answer.rows).toEqual([]);
  expect((await ask('?edit=laboratory-impossible')).answer.rows).toHaveLength(50);
});

test('it is opened as it was sent, corrected, and then among what was decided', async () => {
  const [{ id }] = (await ask('')).answer.rows;
  const opened = await ask(`/${id}`);
  expect(opened.answer).toMatchObject({
    patient: 'h',
    content: { resourceType: 'Observation', id: 'h-54', valueQuantity: { value: 145.5 } },
    reasons: [{ edit: 'laboratory-impossible', suggestion: '14.55' }],
  });
  const wrong = await ask(`/${id}/correct`, {
    body: { values: [{ record: 0, field: 'value', value: '150' }] },
  });
  expect([wrong.status, wrong.answer.problems[0].reason.zh]).toEqual([
    422,
    expect.stringContaining('血红蛋白'),
  ]);
  const right = await ask(`/${id}/correct`, {
    body: { values: [{ record: 0, field: 'value', value: '14.55' }] },
  });
  expect([right.status, right.answer]).toEqual([200, { outcome: 'taken', state: 'CORRECTED' }]);
  const again = await ask(`/${id}/overrule`, { body: { reason: 'Seen in the report itself' } });
  expect([again.status, again.answer]).toMatchObject([
    409,
    { state: 'CORRECTED', decidedBy: everyone.DATA_MANAGER.accountId },
  ]);
  const decided = await ask('?state=decided');
  expect(decided.answer.rows).toMatchObject([{ id, state: 'CORRECTED' }]);
  expect((await ask('')).answer.rows[0].sourceId).toBe('h-53');
});

test('who is not its sender’s data manager sees nothing of it, and decides nothing', async () => {
  const [{ id }] = (await ask('')).answer.rows;
  const there = principal('DATA_MANAGER', hospitals.there);
  expect((await ask('', { who: there })).answer).toEqual({ rows: [], next: null });
  expect((await ask(`/${id}`, { who: there })).status).toBe(404);
  expect(
    (await ask(`/${id}/overrule`, { who: there, body: { reason: 'It is not mine to say' } }))
      .status,
  ).toBe(404);
  expect((await ask('', { who: null })).status).toBe(401);
  for (const who of [
    everyone.CLINICIAN,
    everyone.SYSTEM,
    everyone.POLICYMAKER,
    principal('DATA_MANAGER', null),
  ])
    expect((await ask(`/${id}`, { who })).status).toBe(403);
});

test('what is asked wrongly is told', async () => {
  const [{ id }] = (await ask('')).answer.rows;
  expect((await ask(`/${id}/correct`, { body: { values: [] } })).status).toBe(400);
  expect((await ask(`/${id}/overrule`, { body: { reason: 'short' } })).status).toBe(400);
  expect(
    (await ask(`/${id}/overrule`, { body: { reason: 'Without the header' }, headers: {} })).status,
  ).toBe(400);
  expect((await ask(`/${id}/burn`, { body: {} })).status).toBe(405);
  expect((await ask('/nothing')).status).toBe(404);
  expect((await ask('?after=nothing')).status).toBe(400);
  const { answer } = await ask('/edits');
  expect(answer.find(({ id: edit }: { id: string }) => edit === 'grade-implied').choice).toContain(
    '9714',
  );
});

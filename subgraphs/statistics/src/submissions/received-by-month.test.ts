import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { encodeId } from '@nodp/graph';
import { askerOf, engines, principalOf } from '@nodp/graph/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statistics } from '../index.ts';

const here = '01900000-0000-7000-8000-000000000001';
const there = '01900000-0000-7000-8000-000000000002';

let db: TestDatabase;
let owner: postgres.Sql;

const submit = (institution: string, at: string, created: number, updated: number) =>
  owner`insert into basic.submission (id, institution_id, account_id, received_at, channel, sha256, bytes, status, counts)
    values (gen_random_uuid(), ${institution}, 'a', ${at}, 'fhir', 'x', 1, 'accepted',
      ${JSON.stringify([{ resourceType: 'Observation', created, updated, refused: 1 }])}::text::jsonb)`;

beforeAll(async () => {
  db = await testDatabase();
  owner = postgres(db.ownerUrl, { max: 1 });
  await submit(here, '2026-01-05T00:00:00Z', 3, 1);
  // Already the first of February by the nation's clock.
  await submit(here, '2026-01-31T16:30:00Z', 7, 0);
  await submit(there, '2026-01-05T00:00:00Z', 9, 0);
});
afterAll(async () => {
  await owner.end();
  await db.end();
});

const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Institution { receivedByMonth { month lastDay submissions records } } } }`;
const representations = [here, there].map((id) => ({
  __typename: 'Institution',
  id: encodeId('Institution', id),
}));
const months = [
  { month: '2026-01', lastDay: '2026-01-05', submissions: 1, records: 4 },
  { month: '2026-02', lastDay: '2026-02-01', submissions: 1, records: 7 },
];
const months2 = [{ month: '2026-01', lastDay: '2026-01-05', submissions: 1, records: 9 }];

describe.each(engines)('counts of what was received, under %s', (_, engine) => {
  test('are seen by who may see submissions: of the nation by national accounts, of the own institution by others', async () => {
    const ask = askerOf(statistics, db.database, engine());
    const seen = async (...who: Parameters<typeof principalOf>) => {
      const { data, messages, statements } = await ask(principalOf(...who), query, {
        representations,
      });
      expect(messages).toEqual([]);
      // Identity, counts.
      expect(statements).toBe(2);
      return data._entities.map((one: { receivedByMonth: object[] }) => one.receivedByMonth);
    };
    expect(await seen('DATA_MANAGER', null)).toEqual([months, months2]);
    // Null, not nothing: what is not theirs to see is no zero.
    expect(await seen('DATA_MANAGER', there)).toEqual([null, months2]);
    expect(await seen('SYSTEM', here)).toEqual([months, null]);
    for (const role of ['POLICYMAKER', 'RESEARCHER', 'CLINICIAN'] as const) {
      const { codes } = await ask(principalOf(role, null), query, { representations });
      expect(codes).toEqual(['FORBIDDEN']);
    }
  });
});

test('nobody without an account sees a count, whatever the session was', async () => {
  const application = postgres(db.ownerUrl, { max: 1 });
  try {
    await application`set role nodp_app`;
    expect(await application`select * from statistics.received`).toEqual([]);
  } finally {
    await application.end();
  }
});

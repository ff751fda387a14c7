import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone, hospitals, insertHospitals, principal } from '../../../../tests/fixtures.ts';
import { detectSilences } from './detect-silences.ts';
import { createNetworkEndpoint } from './endpoint.ts';

let db: TestDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  sql = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await db.end();
});

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const sends = (institution: string, ...daysAgo: number[]) =>
  sql`insert into basic.intake_tally (institution_id, day, resource_type, created)
    select ${institution}, ${today}::date - n, 'Patient', 5 from unnest(${daysAgo}::int[]) as n
    on conflict do nothing`;
const silences = () =>
  sql`select institution_id, raised_on::text, ended_on::text from basic.silence order by last_on`;
const ask = async (path: string, who = principal('DATA_MANAGER', null)) =>
  (
    await createNetworkEndpoint({ database: db.database })(
      new Request(`https://nodp.example/network${path}`),
      { principal: who, requestId: 'r' },
    )
  ).json();

test('an institution that falls silent by its own rhythm raises one alert, however often is looked', async () => {
  await sends(hospitals.here, 0, 1, 2, 3, 4, 5, 6, 7);
  await sends(hospitals.there, ...Array.from({ length: 12 }, (_, n) => 10 + n));
  await detectSilences(sql);
  await detectSilences(sql);
  expect(await silences()).toEqual([
    { institution_id: hospitals.there, raised_on: today, ended_on: null },
  ]);
});

test('the national data manager is told of it, and the institution’s own of none but its own', async () => {
  expect(await ask('/silent')).toEqual({ silent: 1 });
  expect(await ask('/silent', everyone.DATA_MANAGER)).toEqual({ silent: 0 });
  expect(await ask('/silent', principal('DATA_MANAGER', hospitals.there))).toEqual({ silent: 1 });
  const { institutions } = await ask('');
  const found = institutions.find(({ id }: { id: string }) => id === hospitals.there);
  expect(found).toMatchObject({ silentSince: today, rhythm: { silent: true } });
});

test('it ends on the day that the institution sends again, and a later silence is another', async () => {
  await sends(hospitals.there, 4);
  await detectSilences(sql);
  const [first] = await silences();
  expect(first?.ended_on).not.toBeNull();
  expect(await ask('/silent')).toEqual({ silent: 1 });
  await sends(hospitals.there, 0);
  await detectSilences(sql);
  expect(await ask('/silent')).toEqual({ silent: 0 });
  const { silences: told } = await ask(`/${hospitals.there}`);
  expect(told).toHaveLength(2);
  expect(told.every(({ endedOn }: { endedOn: string | null }) => endedOn !== null)).toBe(true);
});

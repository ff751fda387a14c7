import { hashPassword, type Principal } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hospitals, insertHospitals } from '../../../../tests/fixtures.ts';
import { accountsIn } from './accounts.ts';
import { type WebSessions, webSessionsIn } from './web-sessions.ts';

let db: TestDatabase;
let owner: postgres.Sql;
let sessions: WebSessions;
beforeAll(async () => {
  db = await testDatabase();
  owner = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  await insertHospitals(db.ownerUrl);
  sessions = webSessionsIn(db.database);
});
afterAll(async () => {
  await owner.end();
  await db.end();
});

beforeEach(async () => {
  await owner`delete from basic.account where id = 'li'`;
  await owner`insert into basic.account (id, name_en, name_zh, role, institution_id, password_hash)
    values ('li', 'Li', '李', 'CLINICIAN', ${hospitals.here}, ${await hashPassword('secret-of-li')})`;
});

const signedIn = async (): Promise<string> => {
  const accounts = accountsIn(db.database);
  const { derived } = await accounts.tryPassword('li', 'secret-of-li');
  const token = await sessions.begin((await accounts.find('li')) as Principal, derived);
  if (token === null) throw new Error('No session was begun.');
  return token;
};

test('a session has the account’s rights as they are at the request, not as they were at the sign-in', async () => {
  const token = await signedIn();
  expect(await sessions.principal(token)).toMatchObject({
    role: 'CLINICIAN',
    institutionId: hospitals.here,
  });
  await owner`update basic.account set role = 'FOLLOWUP_COORDINATOR', institution_id = ${hospitals.there}
    where id = 'li'`;
  expect(await sessions.principal(token)).toEqual({
    accountId: 'li',
    name: { en: 'Li', zh: '李' },
    role: 'FOLLOWUP_COORDINATOR',
    institutionId: hospitals.there,
  });
});

test('the session of an account that is gone is nobody’s', async () => {
  const token = await signedIn();
  await owner`delete from basic.account where id = 'li'`;
  expect(await sessions.principal(token)).toBeNull();
});

test('a closed account has no session, and its password begins none', async () => {
  const token = await signedIn();
  await owner`update basic.account set closed_at = now() where id = 'li'`;
  expect(await sessions.principal(token)).toBeNull();
  const accounts = accountsIn(db.database);
  expect(await accounts.find('li')).toBeUndefined();
  expect((await accounts.tryPassword('li', 'secret-of-li')).fits).toBe(false);
});

test('who comes from the operator’s provider has what it vouched for, though an account here is called alike', async () => {
  const principal: Principal = {
    accountId: 'oidc:li',
    name: { en: 'Li', zh: 'Li' },
    role: 'RESEARCHER',
    institutionId: null,
  };
  const token = (await sessions.begin(principal, null)) ?? '';
  expect(await sessions.principal(token)).toEqual(principal);
  await sessions.end(token);
  expect(await sessions.principal(token)).toBeNull();
});

test('another token is nobody’s', async () => {
  expect(await sessions.principal('no token at all')).toBeNull();
});

test('nobody who works as the application reads passwords or sessions, or makes a session without the password', async () => {
  const token = await signedIn();
  const application = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await application`set role nodp_app`;
    for (const statement of [
      'select password_hash from basic.account',
      'select * from basic.account',
      "update basic.account set role = 'DATA_MANAGER' where id = 'li'",
      "insert into basic.account (id, name_en, name_zh, role) values ('x', 'x', 'x', 'ADMINISTRATOR')",
      'delete from basic.account',
      'select * from basic.web_session',
      "update basic.web_session set account_id = 'li'",
      'delete from basic.web_session',
    ])
      await expect(application.unsafe(statement), statement).rejects.toThrow('permission denied');
    const [retained] = await owner`select password_hash from basic.account where id = 'li'`;
    const salt = retained?.password_hash.split(':')[0];
    expect(await application`select basic.password_salt('li') as salt`).toEqual([{ salt }]);
    const vouched = JSON.stringify({ accountId: 'li' });
    for (const [account, derived] of [
      ['li', 'a guess'],
      ['li', null],
      ['nobody', null],
      ['oidc:li', null],
    ])
      expect(
        await application`select basic.begin_session('t', ${account as string}, ${derived as string}, null, null, ${vouched}::text::jsonb, 60) as b`,
      ).toEqual([{ b: false }]);
  } finally {
    await application.end();
  }
  expect(await sessions.principal(token)).toMatchObject({ accountId: 'li' });
});

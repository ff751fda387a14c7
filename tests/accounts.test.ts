import type { Principal } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { encodeId } from '@nodp/graph';
import { askerOf, engines, principalOf } from '@nodp/graph/testing';
import { patients } from '@nodp/subgraph-patients';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { accountsIn } from '../apps/gateway/src/auth/accounts.ts';
import { webSessionsIn } from '../apps/gateway/src/auth/web-sessions.ts';
import { hospitals, insertHospitals } from './fixtures.ts';

const administrator: Principal = { ...principalOf('ADMINISTRATOR', null), accountId: 'admin' };
const institution = encodeId('Institution', hospitals.here);
const li = { en: 'Li Jie', zh: '李洁', role: 'CLINICIAN', institution };
const password = 'three words of hers';

let db: TestDatabase;
let owner: postgres.Sql;
beforeAll(async () => {
  db = await testDatabase();
  owner = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  await insertHospitals(db.ownerUrl);
});
afterAll(async () => {
  await owner.end();
  await db.end();
});
beforeEach(async () => {
  await owner`delete from basic.web_session`;
  await owner`delete from basic.account`;
  await owner`insert into basic.account (id, name_en, name_zh, role)
    values ('admin', 'Admin', '管理员', 'ADMINISTRATOR')`;
});

const engine = engines[0]?.[1];
const ask = async (
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  who: Principal = administrator,
) => {
  if (engine === undefined) throw new Error('there is an engine');
  const { data, codes } = await askerOf(patients, db.database, engine())(who, query, variables);
  expect(codes).toEqual([]);
  return data;
};
const facts = `problem account { id name { en zh } role institution { code } closedAt sessions own }`;
const order = async (field: string, args: Readonly<Record<string, unknown>>, who?: Principal) => {
  const types: Record<string, string> = { id: 'ID!', input: 'AccountInput!', password: 'String!' };
  const names = Object.keys(args);
  const declared = names.map((name) => `$${name}: ${types[name]}`).join(', ');
  const passed = names.map((name) => `${name}: $${name}`).join(', ');
  const query = `mutation (${declared}) { ${field}(${passed}) { ${facts} } }`;
  return (await ask(query, args, who))[field];
};
const addLi = () => order('addAccount', { id: 'dr-li', input: li, password });

const signIn = async (id: string, typed: string): Promise<string | null> => {
  const accounts = accountsIn(db.database);
  const { fits, derived } = await accounts.tryPassword(id, typed);
  if (!fits) return null;
  return webSessionsIn(db.database).begin((await accounts.find(id)) as Principal, derived);
};
const holderOf = (token: string | null) =>
  token === null ? null : webSessionsIn(db.database).principal(token);

test('an account is added, signs in, is changed and closed, and its session ends with it', async () => {
  expect(await addLi()).toEqual({
    problem: null,
    account: {
      id: 'dr-li',
      name: { en: 'Li Jie', zh: '李洁' },
      role: 'CLINICIAN',
      institution: { code: 'H1' },
      closedAt: null,
      sessions: 0,
      own: false,
    },
  });
  const token = await signIn('dr-li', password);
  expect(await holderOf(token)).toMatchObject({ role: 'CLINICIAN' });

  const input = { en: 'Li Jie', zh: '李洁', role: 'RESEARCHER' };
  const changed = await order('changeAccount', { id: 'dr-li', input });
  expect(changed).toMatchObject({
    problem: null,
    account: { role: 'RESEARCHER', institution: null, sessions: 1 },
  });
  expect(await holderOf(token)).toMatchObject({ role: 'RESEARCHER', institutionId: null });

  const closed = await order('closeAccount', { id: 'dr-li' });
  expect(closed).toMatchObject({ problem: null, account: { sessions: 0 } });
  expect(closed.account.closedAt).not.toBeNull();
  expect(await holderOf(token)).toBeNull();
  expect(await signIn('dr-li', password)).toBeNull();

  await order('reopenAccount', { id: 'dr-li' });
  expect(await signIn('dr-li', password)).not.toBeNull();
});

test('a new password ends the sessions of the old one; no answer and no audit row holds it', async () => {
  await addLi();
  const token = await signIn('dr-li', password);
  const renewed = 'another three words';
  expect(await order('setAccountPassword', { id: 'dr-li', password: renewed })).toMatchObject({
    problem: null,
    account: { sessions: 0 },
  });
  expect(await holderOf(token)).toBeNull();
  expect(await signIn('dr-li', password)).toBeNull();
  expect(await signIn('dr-li', renewed)).not.toBeNull();
  const [retained] = await owner`select
    (select string_agg(row_to_json(a)::text, ' ') from basic.account a)
    || (select string_agg(row_to_json(e)::text, ' ') from basic.audit e) as text`;
  expect(retained?.text).toContain('dr-li');
  expect(retained?.text).not.toContain(renewed);
  expect(retained?.text).not.toContain(password);
});

test('sessions are ended and the account stays open', async () => {
  await addLi();
  const token = await signIn('dr-li', password);
  expect(await order('endAccountSessions', { id: 'dr-li' })).toMatchObject({
    problem: null,
    account: { sessions: 0, closedAt: null },
  });
  expect(await holderOf(token)).toBeNull();
});

test('nobody closes the own account, or changes its role, institution or password; its names may change', async () => {
  const own = { en: 'Admin', zh: '管理员', role: 'ADMINISTRATOR' };
  const id = 'admin';
  for (const refused of [
    order('closeAccount', { id }),
    order('setAccountPassword', { id, password }),
    order('changeAccount', { id, input: { ...own, role: 'PRIVACY_OFFICER' } }),
    order('changeAccount', { id, input: { ...own, institution } }),
  ])
    expect(await refused).toMatchObject({
      problem: 'OWN',
      account: { role: 'ADMINISTRATOR', institution: null, closedAt: null, own: true },
    });
  expect(await order('changeAccount', { id, input: { ...own, en: 'Root' } })).toMatchObject({
    problem: null,
    account: { name: { en: 'Root' } },
  });
});

test.each([
  ['an id that is taken', 'addAccount', { id: 'admin', input: li, password }, 'TAKEN'],
  ['an id of the provider’s', 'addAccount', { id: 'oidc:li', input: li, password }, 'ID'],
  ['a short password', 'addAccount', { id: 'dr-li', input: li, password: 'short' }, 'PASSWORD'],
  [
    'a clinician of no institution',
    'addAccount',
    { id: 'dr-li', input: { ...li, institution: null }, password },
    'INSTITUTION_NEEDED',
  ],
  [
    'an institution that there is not',
    'changeAccount',
    {
      id: 'admin',
      input: {
        ...li,
        institution: encodeId('Institution', '0'.repeat(8) + hospitals.here.slice(8)),
      },
    },
    'NO_INSTITUTION',
  ],
  ['nobody’s account', 'changeAccount', { id: 'nobody', input: li }, 'NO_ACCOUNT'],
  ['nobody’s account', 'closeAccount', { id: 'nobody' }, 'NO_ACCOUNT'],
  ['nobody’s sessions', 'endAccountSessions', { id: 'nobody' }, 'NO_ACCOUNT'],
])('%s: %s is refused in words', async (_, field, args, problem) => {
  expect((await order(field, args)).problem).toBe(problem);
});

test('an administrator of one institution sees no account and changes none', async () => {
  const local = principalOf('ADMINISTRATOR', hospitals.here);
  expect(await ask('{ accounts { edges { node { id } } } }', {}, local)).toEqual({
    accounts: { edges: [] },
  });
  expect(await order('closeAccount', { id: 'admin' }, local)).toEqual({
    problem: 'NOT_NATIONAL',
    account: null,
  });
});

test('the list is read a page at a time, and found in by id and by name', async () => {
  for (const id of ['b', 'a', 'c']) await order('addAccount', { id, input: li, password });
  const list = async (args: Readonly<Record<string, unknown>>) =>
    (
      await ask(
        `query ($search: String, $first: Int, $after: String) { accounts(search: $search, first: $first, after: $after) {
          edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
        args,
      )
    ).accounts;
  const ids = (page: { edges: { node: { id: string } }[] }) => page.edges.map((e) => e.node.id);
  const page = await list({ first: 2 });
  expect(ids(page)).toEqual(['a', 'admin']);
  expect(ids(await list({ first: 2, after: page.pageInfo.endCursor }))).toEqual(['b', 'c']);
  expect(ids(await list({ search: '李' }))).toEqual(['a', 'b', 'c']);
  expect(ids(await list({ search: 'ADM' }))).toEqual(['admin']);
  expect(ids(await list({ search: '%' }))).toEqual([]);
});

test('the last sign-in is that of the audit', async () => {
  await addLi();
  await db.database.record({
    accountId: 'dr-li',
    role: 'CLINICIAN',
    institutionId: hospitals.here,
    action: 'sign-in',
    operation: '/auth/sign-in',
    patientIds: [],
    requestId: 'r',
    callerRequestId: null,
  });
  const { accounts } = await ask('{ accounts { edges { node { id lastSignInAt } } } }');
  expect(accounts.edges.map((e: { node: object }) => e.node)).toEqual([
    { id: 'admin', lastSignInAt: null },
    { id: 'dr-li', lastSignInAt: expect.stringMatching(/^\d{4}-/) },
  ]);
});

test('the audit knows who ordered what about whom, done or not', async () => {
  await owner`truncate basic.audit`;
  await addLi();
  await order('closeAccount', { id: 'admin' });
  const rows = await owner`select account_id, detail from basic.audit
    where action = 'change' and detail ? 'account' order by number`;
  expect(rows.map(({ account_id, detail }) => ({ account_id, ...detail }))).toEqual([
    {
      account_id: 'admin',
      account: 'dr-li',
      added: { ...li, institution: hospitals.here },
    },
    { account_id: 'admin', account: 'admin', closed: true },
  ]);
});

test('a session that is no national administrator’s reaches no account by a function or by the table', async () => {
  const bare = principalOf('DATA_MANAGER', null);
  const statement = (text: string) => ({ text, bind: () => [] });
  for (const text of [
    `select basic.set_account_password('admin', 'x')`,
    `select * from basic.read_accounts(null, null, null, 9)`,
    `select basic.add_account('x', 'x', 'x', 'ADMINISTRATOR', null, 'x')`,
    `update basic.account set role = 'PRIVACY_OFFICER'`,
  ])
    await expect(
      db.database.session(bare, (session) => session.run(statement(text) as never)),
    ).rejects.toMatchObject({ code: '42501' });
});

import { derivePassword } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { accountCommand } from './account.ts';
import { auditCommand } from './audit.ts';
import { institutionCommand } from './institution.ts';

let db: TestDatabase;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  db = await testDatabase();
  env = { DATABASE_URL: db.ownerUrl, NODP_PASSWORD: 'a long enough one' };
});
afterAll(() => db.end());

const read = async (query: string) => {
  const sql = postgres(db.ownerUrl, { max: 1 });
  try {
    return await sql.unsafe(query);
  } finally {
    await sql.end();
  }
};

const hospital = [
  'add',
  'GD-1',
  '--en',
  'First',
  '--zh',
  '第一',
  '--tier',
  'general',
  '--region',
  '440000',
];

test('an institution, then an account of it that can sign in', async () => {
  expect(await institutionCommand(hospital, env)).toBe(0);
  expect(
    await accountCommand(['add', 'dr-li', '--role', 'CLINICIAN', '--institution', 'GD-1'], env),
  ).toBe(0);
  const [row] = await read(
    `select a.role, i.code, a.password_hash from basic.account a join basic.institution i on i.id = a.institution_id`,
  );
  expect(row).toMatchObject({ role: 'CLINICIAN', code: 'GD-1' });
  const [salt, hash] = String(row?.password_hash).split(':');
  expect(await derivePassword('a long enough one', salt as string)).toBe(hash);
  expect(await derivePassword('another one', salt as string)).not.toBe(hash);
});

test('an operator’s commands are in the access audit, by the user of the machine', async () => {
  const rows = await read(
    `select account_id, role, action, operation, detail from basic.audit order by number`,
  );
  expect(rows).toEqual([
    {
      account_id: expect.stringMatching(/^operator:./),
      role: 'OPERATOR',
      action: 'change',
      operation: 'nodp institution add',
      detail: { institution: 'GD-1' },
    },
    expect.objectContaining({
      operation: 'nodp account add',
      detail: { account: 'dr-li', role: 'CLINICIAN', institution: 'GD-1' },
    }),
  ]);
});

test('an account is listed, changed and closed; its sessions end, and adding it opens it again', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    const signIn = () =>
      read(`insert into basic.web_session (token_hash, account_id, principal, expires_at)
        values (gen_random_uuid()::text, 'dr-li', '{}', now() + interval '1 hour')`);
    await signIn();
    await accountCommand(['list'], env);
    expect(said.mock.lastCall?.[0]).toContain('dr-li\tCLINICIAN\tGD-1\tdr-li dr-li\topen\t1');
    await accountCommand(['change', 'dr-li', '--role', 'FOLLOWUP_COORDINATOR', '--zh', '李'], env);
    expect(
      await read(
        `select role, name_en, name_zh, institution_id is null as national from basic.account`,
      ),
    ).toEqual([{ role: 'FOLLOWUP_COORDINATOR', name_en: 'dr-li', name_zh: '李', national: false }]);
    await accountCommand(['end-sessions', 'dr-li'], env);
    expect(said.mock.lastCall?.[0]).toBe('1 sessions of dr-li ended.');
    await signIn();
    await accountCommand(['close', 'dr-li'], env);
    expect(said.mock.lastCall?.[0]).toBe('dr-li is closed; 1 sessions ended.');
    expect(await read('select 1 from basic.web_session')).toEqual([]);
    await accountCommand(['list'], env);
    expect(said.mock.lastCall?.[0]).toMatch(/dr-li.*closed \d{4}-/);
    await accountCommand(['add', 'dr-li', '--role', 'CLINICIAN', '--institution', 'GD-1'], env);
    expect(await read(`select closed_at from basic.account`)).toEqual([{ closed_at: null }]);
    const commands = await read(
      `select operation from basic.audit where operation like 'nodp account%' order by number`,
    );
    expect(commands.map(({ operation }) => operation)).toEqual([
      'nodp account add',
      'nodp account change',
      'nodp account end-sessions',
      'nodp account close',
      'nodp account add',
    ]);
  } finally {
    said.mockRestore();
  }
});

test.each([
  [['close', 'nobody'], 'There is no account nobody'],
  [['change', 'dr-li', '--role', 'OWNER'], 'must be one of'],
  [['change', 'dr-li', '--institution', 'GD-9'], 'no institution GD-9'],
  [['close'], 'nodp account list'],
])('an order about an account that cannot be done is refused: %o', async (args, message) => {
  await expect(accountCommand(args, env)).rejects.toThrow(message);
});

test('given again, an institution is renewed and stays the same one', async () => {
  const [before] = await read(`select id from basic.institution where code = 'GD-1'`);
  await institutionCommand(hospital.with(3, 'Renamed'), env);
  expect(await read('select id, name_en from basic.institution')).toEqual([
    { id: before?.id, name_en: 'Renamed' },
  ]);
});

test.each([
  [['add', 'dr-wu', '--role', 'CLINICIAN'], 'belongs to an institution'],
  [['add', 'dr-wu', '--role', 'CLINICIAN', '--institution', 'GD-9'], 'no institution GD-9'],
  [['add', 'dr-wu', '--role', 'OWNER'], 'must be one of'],
])('an account that could see nothing, or has no role, is refused: %o', async (args, message) => {
  await expect(accountCommand(args, env)).rejects.toThrow(message);
});

test('a region that does not exist is refused', async () => {
  await expect(institutionCommand(hospital.with(9, '999999'), env)).rejects.toThrow('GB/T 2260');
});

test('the access audit is verified, and what was changed is said', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  const complained = vi.spyOn(console, 'error').mockImplementation(() => {});
  try {
    await read('truncate basic.audit, basic.audit_head');
    const event = {
      accountId: 'dr-li',
      role: 'CLINICIAN',
      institutionId: null,
      action: 'sign-in',
      operation: 'POST /auth/sign-in',
      patientIds: [],
      requestId: 'r',
      callerRequestId: null,
    } as const;
    await db.database.record(event);
    await db.database.record(event);
    expect(await auditCommand(['verify'], env)).toBe(0);
    expect(said.mock.lastCall?.[0]).toMatch(/ 2:[0-9a-f]{64}$/);
    await read(`delete from basic.audit where number = 1`);
    expect(await auditCommand(['verify'], env)).toBe(1);
    expect(complained.mock.lastCall).toEqual(['Rows 1 to 1 of the access audit are missing.']);
  } finally {
    said.mockRestore();
    complained.mockRestore();
  }
});

test.each([[[]], [['verify', '--head', '7']], [['check']]])(
  'an order that is none is refused with what there is: nodp audit %o',
  async (args) => {
    await expect(auditCommand(args, env)).rejects.toThrow();
  },
);

import { passwordMatches } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountCommand } from './account.ts';
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
  expect(await passwordMatches('a long enough one', row?.password_hash)).toBe(true);
  expect(await passwordMatches('another one', row?.password_hash)).toBe(false);
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

import { type AuditRecord, hashPassword, identityCipher, type Principal } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { patients } from '@nodp/subgraph-patients';
import { codeAt } from '@nodp/subgraph-patients/one-time-codes';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { accountsIn } from '../../../apps/gateway/src/auth/accounts.ts';
import { signInAttempts } from '../../../apps/gateway/src/auth/attempts.ts';
import { bearerTokens } from '../../../apps/gateway/src/auth/bearer.ts';
import { secondFactorIn } from '../../../apps/gateway/src/auth/second-factor.ts';
import { webSessionsIn } from '../../../apps/gateway/src/auth/web-sessions.ts';
import { authEndpoint, sessionCookie } from '../../../apps/gateway/src/endpoints/auth.ts';
import { hospitals, identityKey, insertHospitals } from '../../fixtures.ts';

const account = 'li';
const password = 'secret-of-li';
const administrator: Principal = { ...principalOf('ADMINISTRATOR', null), accountId: 'admin' };

let db: TestDatabase;
let owner: postgres.Sql;
let app: ReturnType<typeof authEndpoint>;
let events: AuditRecord[];
/** The platform's clock, milliseconds since 1970. */
let now: number;

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
  await owner`delete from basic.second_factor`;
  await owner`delete from basic.second_factor_role`;
  await owner`delete from basic.sign_in_attempt`;
  await owner`delete from basic.web_session`;
  await owner`delete from basic.account`;
  await owner`insert into basic.account (id, name_en, name_zh, role, institution_id, password_hash)
    values (${account}, 'Li', '李', 'CLINICIAN', ${hospitals.here}, ${await hashPassword(password)})`;
  events = [];
  now = Date.parse('2026-03-04T05:06:07Z');
  const accounts = accountsIn(db.database);
  const cipher = identityCipher({ identityKey });
  app = authEndpoint({
    accounts,
    sessions: webSessionsIn(db.database),
    bearer: bearerTokens(accounts, identityKey, null),
    oidc: null,
    secure: false,
    attempts: signInAttempts(db.database, cipher, () => now),
    secondFactor: secondFactorIn(db.database, cipher, () => now),
    proxies: 0,
    record: async (event) => {
      events.push(event);
    },
  });
});

const post = async (path: string, body: object, cookie = '') => {
  const response = await app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
  const token = /nodp_session=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1];
  return {
    status: response.status,
    body: (await response.json()) as Record<string, string> & { recoveryCodes?: string[] },
    cookie: token === undefined ? null : `${sessionCookie}=${token}`,
  };
};
const signIn = (code?: string) =>
  post('/sign-in', { account, password, ...(code === undefined ? {} : { code }) });

/** Sets a second factor up and waits for the next code. */
const enrol = async () => {
  const { cookie } = await signIn();
  const offer = await post('/second-factor/offer', { password }, cookie ?? '');
  const secret = offer.body.secret ?? '';
  const confirmed = await post(
    '/second-factor/confirm',
    { password, code: codeAt(secret, now) },
    cookie ?? '',
  );
  expect(confirmed.status).toBe(200);
  return { secret, recoveryCodes: confirmed.body.recoveryCodes ?? [], cookie: cookie ?? '' };
};

test('once it is set up, the password alone opens nothing; the code does', async () => {
  const { secret } = await enrol();
  now += 30_000;
  expect(await signIn()).toMatchObject({
    status: 401,
    body: { code: 'SECOND_FACTOR' },
    cookie: null,
  });
  const token = await post('/token', { account, password });
  expect(token).toMatchObject({ status: 401, body: { code: 'SECOND_FACTOR' } });
  expect(token.body).not.toHaveProperty('access_token');
  expect((await signIn(codeAt(secret, now))).cookie).not.toBeNull();
  now += 30_000;
  const again = await post('/token', { account, password, code: codeAt(secret, now) });
  expect(again.body).toHaveProperty('access_token');
});

test('a code is good once: shown over a shoulder, or sent twice at once, it signs nobody in again', async () => {
  const { secret } = await enrol();
  // Not even the one that confirmed it.
  expect((await signIn(codeAt(secret, now))).status).toBe(401);
  now += 30_000;
  const code = codeAt(secret, now);
  const all = await Promise.all(Array.from({ length: 5 }, () => signIn(code)));
  expect(all.filter(({ cookie }) => cookie !== null)).toHaveLength(1);
  expect((await signIn(code)).body.code).toMatch(/SECOND_FACTOR_WRONG|TOO_MANY_REQUESTS/);
  // An older one of the window is no good either.
  expect((await signIn(codeAt(secret, now - 30_000))).cookie).toBeNull();
});

test('a recovery code is good once, in any spelling; its hash alone is kept', async () => {
  const { recoveryCodes } = await enrol();
  expect(recoveryCodes).toHaveLength(10);
  const [code = ''] = recoveryCodes;
  expect((await signIn(code.toLowerCase().replaceAll('-', ''))).cookie).not.toBeNull();
  expect((await signIn(code)).cookie).toBeNull();
  const [row] = await owner`select * from basic.second_factor`;
  expect(row?.recovery_hashes).toHaveLength(9);
  expect(JSON.stringify(row)).not.toContain(recoveryCodes[1]);
});

test('the secret lies sealed, is given to who has the password alone, and to nobody once it is confirmed', async () => {
  const { secret, cookie } = await enrol();
  const [row] = await owner`select secret from basic.second_factor`;
  expect(row?.secret).not.toContain(secret);
  expect((await post('/second-factor/offer', { password }, cookie)).status).toBe(409);
  expect((await post('/second-factor/offer', { password: 'another' }, cookie)).status).toBe(401);
  expect((await post('/second-factor/offer', { password })).status).toBe(401);
});

test('guessing codes: the address waits, then the account from every address, a minute at most', async () => {
  const { secret } = await enrol();
  now += 30_000;
  const right = codeAt(secret, now);
  const answers: number[] = [];
  for (let n = 0; n < 8; n++) {
    const wrong = String((Number(right) + 1 + n) % 1_000_000).padStart(6, '0');
    answers.push((await signIn(wrong)).status);
  }
  expect(answers).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
  expect((await signIn(right)).status).toBe(429);
  const attempts = signInAttempts(db.database, identityCipher({ identityKey }), () => now);
  for (let n = 0; n < 5; n++) await attempts.codeFailed(account);
  const wait = await attempts.codeWait(account);
  expect(wait).toBeGreaterThan(50);
  expect(wait).toBeLessThanOrEqual(60);
  expect(await attempts.codeWait('another')).toBe(0);
  expect(events.filter(({ action }) => action === 'sign-in-refused')).toHaveLength(6);
});

test('guessing codes at once: hardly more are tried than one after the other', async () => {
  const { secret } = await enrol();
  now += 30_000;
  const right = Number(codeAt(secret, now));
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      signIn(String((right + 1 + n) % 1_000_000).padStart(6, '0')),
    ),
  );
  const tried = answers.filter(({ status }) => status === 401).length;
  expect(tried).toBeGreaterThan(0);
  // Ten are free, and three may be under way as the tenth is counted.
  expect(tried).toBeLessThanOrEqual(13);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(60 - tried);
});

test('guessing passwords at once: hardly more are tried than one after the other', async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) => post('/sign-in', { account, password: `guess-${n}` })),
  );
  const tried = answers.filter(({ status }) => status === 401).length;
  expect(tried).toBeGreaterThan(0);
  // Five are free, and five may be under way as the fifth is counted.
  expect(tried).toBeLessThanOrEqual(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(100 - tried);
});

test('a wrong code is no way to find out a password: without it the answer is as for any other', async () => {
  const { secret } = await enrol();
  now += 30_000;
  const wrong = await post('/sign-in', { account, password: 'x', code: codeAt(secret, now) });
  const nobody = await post('/sign-in', { account: 'nobody', password: 'x', code: '000000' });
  expect([wrong.status, wrong.body]).toEqual([nobody.status, nobody.body]);
});

const ask = (query: string, who = administrator, variables = {}) =>
  askerOf(patients, db.database)(who, query, variables);
const requireFactor = (role: string, required = true, who = administrator) =>
  ask(`mutation { requireSecondFactor(role: ${role}, required: ${required}) }`, who);

test('where the role needs it, the sign-in sets it up first: no session without', async () => {
  expect((await requireFactor('CLINICIAN')).data.requireSecondFactor).toBe(true);
  const asked = await signIn();
  expect(asked).toMatchObject({ status: 401, body: { code: 'SECOND_FACTOR_ENROL' }, cookie: null });
  // Asked again, the same secret: what was scanned is not lost.
  expect((await signIn()).body.secret).toBe(asked.body.secret);
  expect((await signIn('000000')).cookie).toBeNull();
  const done = await signIn(codeAt(asked.body.secret ?? '', now));
  expect(done.cookie).not.toBeNull();
  expect(done.body.recoveryCodes).toHaveLength(10);
  expect((await signIn(codeAt(asked.body.secret ?? '', now))).cookie).toBeNull();
  // Nor is it taken away by who has it.
  const [code] = done.body.recoveryCodes ?? [];
  const removed = await post('/second-factor/remove', { password, code }, done.cookie ?? '');
  expect(removed.status).toBe(422);
});

test('machines are not asked for one, nor do administrators of an institution decide for the network', async () => {
  expect((await requireFactor('SYSTEM')).data.requireSecondFactor).toBe(false);
  const own = principalOf('ADMINISTRATOR', hospitals.here);
  expect((await requireFactor('CLINICIAN', true, own)).data.requireSecondFactor).toBe(false);
  expect(
    (await requireFactor('CLINICIAN', true, principalOf('CLINICIAN', hospitals.here))).codes,
  ).toEqual(['FORBIDDEN']);
  expect((await ask('{ secondFactorRoles }')).data.secondFactorRoles).toEqual([]);
});

test('it is taken away with password and code; by an administrator it is reset, which ends the sessions and is in the audit', async () => {
  const { secret, cookie } = await enrol();
  now += 30_000;
  expect((await post('/second-factor/remove', { password, code: '' }, cookie)).status).toBe(422);
  const removed = await post(
    '/second-factor/remove',
    { password, code: codeAt(secret, now) },
    cookie,
  );
  expect(removed.status).toBe(200);
  const again = await enrol();
  const reset =
    'mutation { resetSecondFactor(id: "li") { problem account { secondFactor sessions } } }';
  expect(
    (await ask(reset, principalOf('ADMINISTRATOR', hospitals.here))).data.resetSecondFactor.problem,
  ).toBe('NOT_NATIONAL');
  expect((await ask(reset)).data.resetSecondFactor).toEqual({
    problem: null,
    account: { secondFactor: false, sessions: 0 },
  });
  expect((await ask(reset)).data.resetSecondFactor.problem).toBe('NO_SECOND_FACTOR');
  expect(
    await (await app.request('/second-factor', { headers: { cookie: again.cookie } })).json(),
  ).toEqual({ stored: false });
  expect((await signIn()).cookie).not.toBeNull();
  const [row] =
    await owner`select detail from basic.audit where account_id = 'admin' and detail ->> 'account' = 'li' limit 1`;
  expect(row?.detail).toEqual({ account: 'li', secondFactor: false });
});

test('the database itself refuses whoever goes round', async () => {
  await enrol();
  const clinician = principalOf('CLINICIAN', hospitals.here);
  for (const [text, refusal] of [
    ['select * from basic.second_factor', 'permission denied'],
    ["insert into basic.second_factor_role values ('CLINICIAN')", 'permission denied'],
    ["select basic.reset_second_factor('li')", 'may not manage accounts'],
    ["select basic.require_second_factor('CLINICIAN', false)", 'may not manage accounts'],
  ] as const)
    await expect(
      db.database.session(clinician, (session) => session.run({ text, bind: () => [] })),
      text,
    ).rejects.toThrow(refusal);
  const { derived } = await accountsIn(db.database).tryPassword(account, password);
  const nothing = async (text: string) =>
    Object.values(
      (await db.database.session(clinician, (s) => s.run<object>({ text, bind: () => [] })))[0] ??
        {},
    )[0];
  // Without the password nothing is read; with it, no session without a code.
  expect(await nothing(`select secret from basic.second_factor_of('li', 'x')`)).toBeUndefined();
  expect(
    await nothing(`select basic.begin_session('t', 'li', '${derived}', null, null, '{}', 60)`),
  ).toBe(false);
});

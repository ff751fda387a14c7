import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runningOwnerUrl } from '@nodp/database';
import postgres from 'postgres';
import { root } from '../../apps/gateway/src/configuration.ts';
import { patientBundle } from '../../tests/patient-bundle.ts';
import type { RunningPlatform } from '../../tests/platform.ts';
import { questions } from '../scale/questions.ts';
import { surveyDatabase } from '../scale/world.ts';

/** Something a user does: rejects where it was not answered as it should be. */
export type Act = (turn: number) => Promise<void>;

/** An account may ask so much a minute; so many of each role share the load. */
const ACCOUNTS = 40;

/** Tokens end after an hour: the last minute of an hour of soak was refused (4,171 requests). */
const TOKEN_MINUTES = 30;

/** Counts that an account was told before are not charged to its budget of a day; an hour of new ones would spend it. */
const VARIETY = 12;
const known = new Set(['RESEARCHER', 'POLICYMAKER']);

const password = 'nodp-demo';

const tokensOf = async (url: string, ids: readonly string[]): Promise<string[]> => {
  const tokens: string[] = [];
  for (const account of ids) {
    const response = await fetch(`${url}/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, password }),
    });
    if (!response.ok) throw new Error(`${account} cannot sign in: ${response.status}`);
    tokens.push(((await response.json()) as { access_token: string }).access_token);
  }
  return tokens;
};

/** Accounts like a demonstration account, so that no limit of one account is met. */
const accountsLike = async (
  sql: postgres.Sql,
  account: string,
  number: number,
): Promise<string[]> => {
  const rows = await sql<{ id: string }[]>`
    insert into basic.account (id, name_en, name_zh, role, institution_id, password_hash)
    select ${account} || '-' || i, name_en, name_zh, role, institution_id, password_hash
    from basic.account, generate_series(1, ${number}) i where id = ${account}
    returning id`;
  return rows.map(({ id }) => id);
};

const FAMILIES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗'];
const GIVEN = [...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂'];
const DAY = 24 * 3600 * 1000;

/** Somebody of a hospital's patients: names and days of birth repeat as they do among people, not in everybody. */
const someone = (turn: number) => {
  const of = (list: readonly string[], n: number) => list[n % list.length] ?? '';
  return {
    family: of(FAMILIES, turn),
    given: `${of(GIVEN, 5 * turn)}${of(GIVEN, 7 * Math.floor(turn / GIVEN.length))}`,
    birthDate: new Date(-40 * 365 * DAY + ((turn * 7919) % 20_000) * DAY)
      .toISOString()
      .slice(0, 10),
  };
};

/** What clinicians, researchers, policymakers and hospitals do, in the shares of a working day. */
export const openWorld = async ({ url, home }: RunningPlatform): Promise<readonly Act[]> => {
  const sql = postgres(await runningOwnerUrl(home), { max: 1, onnotice: () => {} });
  const persisted = Object.entries(
    JSON.parse(
      await readFile(join(root, 'apps/web/dist/persisted-documents.json'), 'utf8'),
    ) as Record<string, string>,
  );
  try {
    const key = Buffer.from((await readFile(join(home, 'identity.key'), 'utf8')).trim(), 'base64');
    const world = await surveyDatabase(sql, key);
    const accounts: Record<string, string[]> = {};
    for (const [role, account] of [
      ['CLINICIAN', 'clinician'],
      ['RESEARCHER', 'researcher'],
      ['POLICYMAKER', 'policymaker'],
      ['SYSTEM', 'hospital-system'],
    ] as const)
      accounts[role] = await accountsLike(
        sql,
        account,
        role === 'CLINICIAN' ? ACCOUNTS : ACCOUNTS / 4,
      );
    const tokens: Record<string, string[]> = {};
    const signIn = async () => {
      for (const [role, ids] of Object.entries(accounts)) tokens[role] = await tokensOf(url, ids);
    };
    await signIn();
    setInterval(() => void signIn(), TOKEN_MINUTES * 60_000).unref();
    const bearer = (role: string, turn: number): string => {
      const list = tokens[role] ?? [];
      return `Bearer ${list[turn % list.length]}`;
    };
    const acts: Act[] = [];
    const add = (times: number, act: Act) => {
      for (let i = 0; i < times; i++) acts.push(act);
    };
    // Who looks at the hospital with the longest lists.
    await sql`update basic.account set institution_id = ${world.clinician.institutionId} where id like 'clinician-%'`;
    for (const { name, document, who, variables } of questions) {
      const [hash] = persisted.find(([, text]) => document.test(text)) ?? [];
      if (hash === undefined)
        throw new Error(`The web app is not built, or has no document with ${document}.`);
      const share = name === 'patient page' ? 6 : name.startsWith('patient list') ? 4 : 2;
      add(share, async (turn) => {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: bearer(who(world).role, turn),
          },
          body: JSON.stringify({
            documentId: hash,
            variables: variables(world, known.has(who(world).role) ? turn % VARIETY : turn),
          }),
        });
        const { errors } = (await response.json()) as { errors?: { message: string }[] };
        if (response.status !== 200 || errors)
          throw new Error(`${name}: ${response.status} ${errors?.[0]?.message ?? ''}`);
      });
    }
    add(3, async (turn) => {
      const response = await fetch(`${url}/fhir`, {
        method: 'POST',
        headers: { 'content-type': 'application/fhir+json', authorization: bearer('SYSTEM', turn) },
        body: JSON.stringify(patientBundle({ ...someone(turn), results: 10 })),
      });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`a Bundle: ${response.status}`);
    });
    // Not all of one kind after the other.
    return acts.map((_, i) => acts[(i * 7) % acts.length] as Act);
  } finally {
    await sql.end();
  }
};

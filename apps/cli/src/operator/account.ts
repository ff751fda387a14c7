import { parseArgs } from 'node:util';
import {
  accountIdFits,
  auditOperator,
  hashPassword,
  needsInstitution,
  PlatformError,
  passwordFits,
  type Role,
  readSettings,
  roles,
} from '@nodp/database';
import type postgres from 'postgres';
import { askHidden } from '../ask.ts';
import { withDatabase } from './database.ts';

export const accountHelp = `nodp account list          lists the accounts kept here, with their sessions
nodp account add ID        adds an account with a password, or renews it (people usually sign in by OIDC)
nodp account change ID     changes what is given; it holds from the next request of every session on
  --role ROLE                ${roles.join(', ')}
  --en NAME --zh NAME        the name shown (the ID by default)
  --institution CODE         where the person works; without it a new account is national
nodp account close ID      closes an account: its sessions end, nobody signs in to it; \`add\` opens it again
nodp account end-sessions ID  ends the sessions of an account, one of the operator's provider (oidc:…) included
nodp account reset-second-factor ID  takes its second factor away, for who lost it, and ends its sessions
The password of \`add\` comes from NODP_PASSWORD or is asked for.`;

interface Given {
  readonly role?: string | undefined;
  readonly en?: string | undefined;
  readonly zh?: string | undefined;
  readonly institution?: string | undefined;
}

const isRole = (text: string | undefined): text is Role =>
  (roles as readonly (string | undefined)[]).includes(text);

/** @throws PlatformError where the role is none, or could see nothing without an institution */
const checkRole = (role: string | undefined, hasInstitution: boolean): Role => {
  if (!isRole(role)) throw new PlatformError('usage', `--role must be one of ${roles.join(', ')}.`);
  if (needsInstitution(role) && !hasInstitution)
    throw new PlatformError(
      'usage',
      `A ${role} belongs to an institution: add --institution CODE.`,
    );
  return role;
};

const institutionId = async (
  sql: postgres.Sql,
  code: string | undefined,
): Promise<string | null> => {
  if (code === undefined) return null;
  const [found] = await sql`select id from basic.institution where code = ${code}`;
  if (found === undefined)
    throw new PlatformError('usage', `There is no institution ${code}; add it first.`);
  return found.id;
};

const existing = async (sql: postgres.Sql, id: string) => {
  const [row] = await sql`select role, institution_id from basic.account where id = ${id}`;
  if (row === undefined) throw new PlatformError('usage', `There is no account ${id}.`);
  return row;
};

const add = async (id: string, given: Given, env: NodeJS.ProcessEnv): Promise<string> => {
  if (!accountIdFits(id))
    throw new PlatformError('usage', 'An account’s name has letters, digits and . _ @ - alone.');
  const role = checkRole(given.role, given.institution !== undefined);
  const password =
    readSettings(env, ['NODP_PASSWORD']).NODP_PASSWORD ?? (await askHidden(`Password of ${id}: `));
  if (!passwordFits(password))
    throw new PlatformError('usage', 'A password has 12 to 200 characters.');
  await withDatabase(env, async (sql) => {
    const row = {
      id,
      name_en: given.en ?? id,
      name_zh: given.zh ?? given.en ?? id,
      role,
      institution_id: await institutionId(sql, given.institution),
      password_hash: await hashPassword(password),
    };
    const institution = given.institution ?? null;
    await auditOperator(sql, 'nodp account add', { account: id, role, institution });
    await sql`
      insert into basic.account ${sql(row)} on conflict (id) do update set
        name_en = excluded.name_en, name_zh = excluded.name_zh, role = excluded.role,
        institution_id = excluded.institution_id, password_hash = excluded.password_hash, closed_at = null`;
  });
  return `${id} may sign in.`;
};

const change = (id: string, given: Given, env: NodeJS.ProcessEnv): Promise<string> =>
  withDatabase(env, async (sql) => {
    const row = await existing(sql, id);
    const institution =
      given.institution === undefined
        ? row.institution_id
        : await institutionId(sql, given.institution);
    const role = checkRole(given.role ?? row.role, institution !== null);
    await auditOperator(sql, 'nodp account change', { account: id, ...given });
    await sql`update basic.account set role = ${role}, institution_id = ${institution},
      name_en = coalesce(${given.en ?? null}, name_en), name_zh = coalesce(${given.zh ?? null}, name_zh)
      where id = ${id}`;
    return `${id} is changed.`;
  });

const endSessions = async (sql: postgres.Sql, id: string): Promise<number> =>
  (await sql`delete from basic.web_session where account_id = ${id}`).count;

const close = (id: string, env: NodeJS.ProcessEnv): Promise<string> =>
  withDatabase(env, async (sql) => {
    await existing(sql, id);
    await auditOperator(sql, 'nodp account close', { account: id });
    await sql`update basic.account set closed_at = coalesce(closed_at, now()) where id = ${id}`;
    return `${id} is closed; ${await endSessions(sql, id)} sessions ended.`;
  });

const end = (id: string, env: NodeJS.ProcessEnv): Promise<string> =>
  withDatabase(env, async (sql) => {
    await auditOperator(sql, 'nodp account end-sessions', { account: id });
    return `${await endSessions(sql, id)} sessions of ${id} ended.`;
  });

const resetSecondFactor = (id: string, env: NodeJS.ProcessEnv): Promise<string> =>
  withDatabase(env, async (sql) => {
    await existing(sql, id);
    await auditOperator(sql, 'nodp account reset-second-factor', { account: id });
    const { count } = await sql`delete from basic.second_factor where account_id = ${id}`;
    return count === 0
      ? `${id} has no second factor.`
      : `${id} has no second factor any more; ${await endSessions(sql, id)} sessions ended.`;
  });

const list = (env: NodeJS.ProcessEnv): Promise<string> =>
  withDatabase(env, async (sql) => {
    const rows = await sql`
      select a.id, a.role, coalesce(i.code, '-') as institution, a.name_en, a.name_zh,
        case when a.closed_at is null then 'open' else 'closed ' || a.closed_at::date::text end as state,
        (select count(*) from basic.web_session s where s.account_id = a.id and s.expires_at > now()) as sessions
      from basic.account a left join basic.institution i on i.id = a.institution_id order by a.id`;
    return ['account\trole\tinstitution\tname\tstate\tsessions']
      .concat(
        rows.map((r) =>
          [r.id, r.role, r.institution, `${r.name_en} ${r.name_zh}`, r.state, r.sessions].join(
            '\t',
          ),
        ),
      )
      .join('\n');
  });

export const accountCommand = async (args: string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      role: { type: 'string' },
      en: { type: 'string' },
      zh: { type: 'string' },
      institution: { type: 'string' },
    },
  });
  const [verb, id] = positionals;
  const said = (): Promise<string> => {
    if (verb === 'list') return list(env);
    if (id === undefined) throw new PlatformError('usage', accountHelp);
    if (verb === 'add') return add(id, values, env);
    if (verb === 'change') return change(id, values, env);
    if (verb === 'close') return close(id, env);
    if (verb === 'end-sessions') return end(id, env);
    if (verb === 'reset-second-factor') return resetSecondFactor(id, env);
    throw new PlatformError('usage', accountHelp);
  };
  console.log(await said());
  return 0;
};

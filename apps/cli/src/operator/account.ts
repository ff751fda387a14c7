import { parseArgs } from 'node:util';
import {
  auditOperator,
  hashPassword,
  PlatformError,
  type Role,
  readSettings,
  roles,
  scopesOf,
} from '@nodp/database';
import { askHidden } from '../ask.ts';
import { withDatabase } from './database.ts';

export const accountHelp = `nodp account add ID        adds an account with a password, or renews it (people usually sign in by OIDC)
  --role ROLE                ${roles.join(', ')}
  --en NAME --zh NAME        the name shown (the ID by default)
  --institution CODE         where the person works; without it the account is national
The password comes from NODP_PASSWORD or is asked for.`;

const isRole = (text: string | undefined): text is Role =>
  (roles as readonly (string | undefined)[]).includes(text);

/** Roles that see or send identified rows are somebody's at an institution: without one they would see nothing. */
const needsInstitution = (role: Role): boolean => scopesOf[role].includes('patient:read');

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
  if (verb !== 'add' || id === undefined) throw new PlatformError('usage', accountHelp);
  const { role, institution } = values;
  if (!isRole(role)) {
    throw new PlatformError('usage', `--role must be one of ${roles.join(', ')}.`);
  }
  if (needsInstitution(role) && institution === undefined) {
    throw new PlatformError(
      'usage',
      `A ${role} belongs to an institution: add --institution CODE.`,
    );
  }
  const password =
    readSettings(env, ['NODP_PASSWORD']).NODP_PASSWORD ?? (await askHidden(`Password of ${id}: `));
  if (password.length < 12)
    throw new PlatformError('usage', 'A password has at least 12 characters.');
  await withDatabase(env, async (sql) => {
    const [found] = institution
      ? await sql`select id from basic.institution where code = ${institution}`
      : [{ id: null }];
    if (found === undefined) {
      throw new PlatformError('usage', `There is no institution ${institution}; add it first.`);
    }
    const row = {
      id,
      name_en: values.en ?? id,
      name_zh: values.zh ?? values.en ?? id,
      role,
      institution_id: found.id,
      password_hash: await hashPassword(password),
    };
    await auditOperator(sql, 'nodp account add', {
      account: id,
      role,
      institution: institution ?? null,
    });
    await sql`
      insert into basic.account ${sql(row)} on conflict (id) do update set
        name_en = excluded.name_en, name_zh = excluded.name_zh, role = excluded.role,
        institution_id = excluded.institution_id, password_hash = excluded.password_hash`;
  });
  console.log(`${id} may sign in.`);
  return 0;
};

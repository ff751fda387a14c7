import {
  type Database,
  derivePassword,
  type Principal,
  type Role,
  roles,
  type Session,
  sqlStatement,
} from '@nodp/database';
import { sql } from 'drizzle-orm';
import { platformPrincipal } from './platform-principal.ts';

export interface AccountRow {
  readonly id: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly role: string;
  readonly institutionId: string | null;
}

export interface DemonstrationAccount {
  readonly account: string;
  readonly role: Role;
  readonly label: { readonly en: string; readonly zh: string };
  readonly institution: { readonly en: string; readonly zh: string } | null;
}

const byId = sqlStatement<AccountRow>(sql`
  select id, name_en, name_zh, role, institution_id from basic.account
  where id = ${sql.placeholder('id')} and closed_at is null`);

const demonstration = sqlStatement<
  AccountRow & { institutionEn: string | null; institutionZh: string | null }
>(sql`
  select a.id, a.name_en, a.name_zh, a.role, a.institution_id, i.name_en as institution_en, i.name_zh as institution_zh
  from basic.account a left join basic.institution i on i.id = a.institution_id
  where a.demonstration > 0 and a.closed_at is null order by a.demonstration`);

const institutionByCode = sqlStatement<{ id: string }>(sql`
  select id from basic.institution where code = ${sql.placeholder('code')}`);

const saltOf = sqlStatement<{ salt: string | null }>(sql`
  select basic.password_salt(${sql.placeholder('id')}) as salt`);
const fits = sqlStatement<{ fits: boolean }>(sql`
  select basic.password_fits(${sql.placeholder('id')}, ${sql.placeholder('derived')}) as fits`);

const isRole = (text: unknown): text is Role => (roles as readonly unknown[]).includes(text);

export const principalOf = (row: AccountRow): Principal => {
  if (!isRole(row.role)) throw new Error(`Account ${row.id} has no role that exists: ${row.role}`);
  return {
    accountId: row.id,
    name: { en: row.nameEn, zh: row.nameZh },
    role: row.role,
    institutionId: row.institutionId,
  };
};

/** Subjects of the operator's provider have names of their own in audits: one may be called as an account here is. */
const OF_PROVIDER = 'oidc:';
const subjectOf = (sub: string): string => `${OF_PROVIDER}${sub}`;
export const isOfProvider = (accountId: string): boolean => accountId.startsWith(OF_PROVIDER);

/** The accounts kept in the database. */
export const accountsIn = (database: Database) => {
  const run = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    database.session(platformPrincipal, work);
  return {
    find: async (id: string) => {
      const [row] = await run((session) => session.run(byId, { id }));
      return row && principalOf(row);
    },
    /**
     * What a password derives to with the account's salt, and whether it is the account's. Takes as long for an account
     * that does not exist, so that none can be told from the time.
     */
    tryPassword: (id: string, password: string): Promise<{ fits: boolean; derived: string }> =>
      run(async (session) => {
        const [row] = await session.run(saltOf, { id });
        const derived = await derivePassword(password, row?.salt ?? null);
        const [answer] = await session.run(fits, { id, derived });
        return { fits: answer?.fits === true, derived };
      }),
    demonstration: async (): Promise<DemonstrationAccount[]> => {
      const rows = await run((session) => session.run(demonstration));
      return rows.map((row) => ({
        account: row.id,
        role: principalOf(row).role,
        label: { en: row.nameEn, zh: row.nameZh },
        institution:
          row.institutionEn === null || row.institutionZh === null
            ? null
            : { en: row.institutionEn, zh: row.institutionZh },
      }));
    },
    /**
     * A principal from a token's claims; null where the claims name no role, or neither an institution that exists nor
     * that the person works for the whole network: a claim that was forgotten must not open every institution.
     */
    fromClaims: async (claims: Readonly<Record<string, unknown>>): Promise<Principal | null> => {
      const {
        sub,
        name,
        nodp_role: role,
        nodp_institution: code,
        nodp_national: national,
      } = claims;
      if (typeof sub !== 'string' || !isRole(role)) return null;
      const shown = typeof name === 'string' ? name : sub;
      const principal = { accountId: subjectOf(sub), name: { en: shown, zh: shown }, role };
      if (code === undefined)
        return national === true ? { ...principal, institutionId: null } : null;
      const [institution] = await run((session) => session.run(institutionByCode, { code }));
      return institution ? { ...principal, institutionId: institution.id } : null;
    },
  };
};

export type Accounts = ReturnType<typeof accountsIn>;

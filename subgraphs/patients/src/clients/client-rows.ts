import { sqlStatement } from '@nodp/database';
import { decodeOne, encodeId, type SubgraphContext } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { ApiClientResolvers } from '../generated/resolvers.ts';

export interface ApiClientRow {
  readonly id: string;
  readonly institutionId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly keyEnd: string | null;
  readonly jwks: { readonly keys: readonly { readonly kid?: string }[] } | null;
  readonly jwksUrl: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly lastUsedAt: string | null;
}

/** Of all institutions together, those that were revoked long ago the last. */
const MOST = 500;

const columns = sql`id, institution_id, name, scopes, key_end, jwks, jwks_url, created_by, created_at, expires_at, revoked_at, last_used_at`;
const all = sqlStatement<ApiClientRow>(sql`select ${columns} from basic.api_client
  order by revoked_at is not null, created_at desc, id limit ${sql.raw(String(MOST))}`);
const one = sqlStatement<ApiClientRow>(
  sql`select ${columns} from basic.api_client where id = ${sql.placeholder('id')}::uuid`,
);

export const listClients = ({ session }: SubgraphContext): Promise<ApiClientRow[]> =>
  session.run(all);

export const clientRow = async (
  id: string,
  { session }: SubgraphContext,
): Promise<ApiClientRow | null> => (await session.run(one, { id }))[0] ?? null;

/** Whose a new client or webhook is to be: the account's institution's, or the one that a national account names; null where neither is. */
export const institutionFor = (
  encoded: string | null | undefined,
  { principal }: SubgraphContext,
): string | null => principal.institutionId ?? (encoded ? decodeOne('Institution', encoded) : null);

export const ApiClient: ApiClientResolvers = {
  id: ({ id }) => encodeId('ApiClient', id),
  clientId: ({ id }) => id,
  institution: ({ institutionId }) => ({ institutionId }),
  scopes: ({ scopes }) => [...scopes],
  keyIds: ({ jwks }) => (jwks?.keys ?? []).flatMap(({ kid }) => kid ?? []),
};

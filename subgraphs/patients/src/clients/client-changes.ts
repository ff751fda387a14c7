import { hash, randomBytes } from 'node:crypto';
import { isClientScope, sqlStatement } from '@nodp/database';
import { decodeOne, type SubgraphContext } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { ApiClientInput, ApiClientProblem } from '../generated/resolvers.ts';
import { type ApiClientRow, clientRow, institutionFor } from './client-rows.ts';
import { publicKeysIn } from './public-keys.ts';

interface Change {
  readonly client: ApiClientRow | null;
  readonly key: string | null;
  readonly problem: ApiClientProblem | null;
}

const refused = (problem: ApiClientProblem): Change => ({ client: null, key: null, problem });

const LONGEST_NAME = 100;
const MOST_SCOPES = 40;
const MOST_CLIENTS = 50;
const MOST_DAYS = 3650;

const p = sql.placeholder;
const add = sqlStatement(sql`insert into basic.api_client
    (id, institution_id, name, scopes, key_hash, key_end, jwks, jwks_url, created_by, expires_at)
  values (${p('id')}::uuid, ${p('institution')}::uuid, ${p('name')}, ${p('scopes')}::text[], ${p('hash')}, ${p('end')},
    ${p('jwks')}::text::jsonb, ${p('jwksUrl')}, ${p('by')}, now() + ${p('days')}::int * interval '1 day')`);
const inUse = sqlStatement<{ n: number }>(sql`select count(*)::int as n from basic.api_client
  where institution_id = ${p('institution')}::uuid and revoked_at is null`);
const rotate = sqlStatement<{
  id: string;
}>(sql`update basic.api_client set key_hash = ${p('hash')}, key_end = ${p('end')}
  where id = ${p('id')}::uuid and revoked_at is null and key_end is not null returning id`);
const revoke = sqlStatement<{
  id: string;
}>(sql`update basic.api_client set revoked_at = now(), revoked_by = ${p('by')}
  where id = ${p('id')}::uuid and revoked_at is null returning id`);

/** 256 random bits: a hash of it needs no salt, because nobody guesses it. */
const newKey = () => {
  const key = `nodp_key_${randomBytes(32).toString('base64url')}`;
  return { key, hash: hash('sha256', key), end: key.slice(-4) };
};

const isAddress = (text: string): boolean =>
  URL.canParse(text) &&
  ['https:', 'http:'].includes(new URL(text).protocol) &&
  new URL(text).username === '' &&
  text.length <= 500;

/** How it proves who it is, or why it could not. */
const proofOf = ({ method, jwks, jwksUrl }: ApiClientInput) => {
  if (method === 'KEY') return { ...newKey(), jwks: null, jwksUrl: null };
  const none = { key: null, hash: null, end: null };
  if (method === 'JWKS_URL')
    return jwksUrl && isAddress(jwksUrl) ? { ...none, jwks: null, jwksUrl } : 'ADDRESS';
  const keys = publicKeysIn(jwks ?? '');
  return keys === null ? 'KEYS' : { ...none, jwks: JSON.stringify(keys), jwksUrl: null };
};

export const addClient = async (
  input: ApiClientInput,
  context: SubgraphContext,
): Promise<Change> => {
  const { session, principal } = context;
  const name = input.name.trim();
  if (name.length < 1 || name.length > LONGEST_NAME || /\p{Cc}/u.test(name)) return refused('NAME');
  const institution = institutionFor(input.institution, context);
  if (institution === null) return refused('INSTITUTION');
  const scopes = [...new Set(input.scopes)];
  if (scopes.length === 0 || scopes.length > MOST_SCOPES || !scopes.every(isClientScope))
    return refused('SCOPES');
  const { days = null } = input;
  if (days !== null && (days < 1 || days > MOST_DAYS)) return refused('DAYS');
  const proof = proofOf(input);
  if (typeof proof === 'string') return refused(proof);
  const [count] = await session.run(inUse, { institution });
  if ((count?.n ?? 0) >= MOST_CLIENTS) return refused('TOO_MANY');
  const id = uuidv7();
  await session.audit('change', [], {
    client: id,
    added: { institution, scopes, method: input.method },
  });
  const { key, ...stored } = proof;
  await session.run(add, {
    id,
    institution,
    name,
    scopes,
    ...stored,
    by: principal.accountId,
    days,
  });
  return { client: await clientRow(id, context), key, problem: null };
};

const ordered = async (
  encoded: string,
  context: SubgraphContext,
  detail: Readonly<Record<string, unknown>>,
  work: (id: string) => Promise<{ id: string }[]>,
  key: string | null = null,
): Promise<Change> => {
  const id = decodeOne('ApiClient', encoded);
  await context.session.audit('change', [], { client: id, ...detail });
  const [done] = await work(id);
  const client = await clientRow(id, context);
  return done === undefined
    ? { client, key: null, problem: 'NO_CLIENT' }
    : { client, key, problem: null };
};

/** The key before is good no more from this moment on. */
export const rotateKey = (id: string, context: SubgraphContext): Promise<Change> => {
  const { key, ...stored } = newKey();
  return ordered(
    id,
    context,
    { rotated: true },
    (client) => context.session.run(rotate, { id: client, ...stored }),
    key,
  );
};

export const revokeClient = (id: string, context: SubgraphContext): Promise<Change> =>
  ordered(id, context, { revoked: true }, (client) =>
    context.session.run(revoke, { id: client, by: context.principal.accountId }),
  );

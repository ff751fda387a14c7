import { createSecretKey, hash, hkdfSync } from 'node:crypto';
import { type Database, grantOf, narrowed, type Principal, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import { decodeJwt, decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { platformPrincipal } from '../auth/platform-principal.ts';
import type { ClientKeys } from './client-keys.ts';

interface ClientRow {
  readonly id: string;
  readonly institutionId: string;
  readonly name: string;
  readonly scopes: readonly string[];
}
interface SigningRow extends ClientRow {
  readonly jwks: unknown;
  readonly jwksUrl: string | null;
}

const p = sql.placeholder;
const ofKey = sqlStatement<ClientRow>(sql`select * from basic.client_of_key(${p('hash')})`);
const ofId = sqlStatement<SigningRow>(sql`select * from basic.client_of_id(${p('id')}::uuid)`);
const take = sqlStatement<{ taken: boolean }>(
  sql`select basic.take_assertion(${p('id')}::uuid, ${p('jti')}, ${p('until')}::timestamptz) as taken`,
);

/** Every key begins so: scanners of code find one that was published. */
const KEY_BEGINS = 'nodp_key_';
/** SMART Backend Services: an assertion is good for five minutes, and so is the token. */
const MOST_SECONDS = 5 * 60;
export const clientTokenSeconds = MOST_SECONDS;
const ALGORITHMS = ['RS384', 'ES384'];
const AUDIENCE = 'nodp-fhir';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONGEST_JTI = 200;

const principalOf = (row: ClientRow, scopes: readonly string[]): Principal => ({
  accountId: `client:${row.id}`,
  name: { en: row.name, zh: row.name },
  role: 'SYSTEM',
  institutionId: row.institutionId,
  grant: grantOf(scopes),
});

/** Who an assertion says it is from, believed of nobody; empty where it says nothing. */
const issuerOf = (assertion: string): string => {
  try {
    return decodeJwt(assertion).iss ?? '';
  } catch {
    return '';
  }
};

export type AssertionProblem = 'invalid_client' | 'invalid_scope';

/** Programs of institutions: who one is by its key or by an assertion, and the tokens that it is given. */
export const clientsIn = (
  database: Database,
  { identityKey, keys }: { readonly identityKey: Uint8Array; readonly keys: ClientKeys },
) => {
  const own = createSecretKey(
    Buffer.from(hkdfSync('sha256', identityKey, 'nodp', 'client tokens', 32)),
  );
  const find = async (id: string): Promise<SigningRow | null> => {
    if (!UUID.test(id)) return null;
    const [row] = await database.session(platformPrincipal, (session) => session.run(ofId, { id }));
    return row ?? null;
  };

  /** What a client signed; null where anything of it is not as it has to be: the caller hears no more than that. */
  const verified = async (
    assertion: string,
    row: SigningRow,
    audience: string,
  ): Promise<{ readonly jti: string; readonly exp: number } | null> => {
    try {
      const { kid } = decodeProtectedHeader(assertion);
      const { payload } = await jwtVerify(assertion, await keys.of(row, kid), {
        algorithms: ALGORITHMS,
        issuer: row.id,
        subject: row.id,
        audience,
        requiredClaims: ['exp', 'jti'],
        clockTolerance: 5,
      });
      const { jti = '', exp = 0 } = payload;
      const lasts = exp - Date.now() / 1000;
      return lasts <= MOST_SECONDS + 5 && jti.length > 0 && jti.length <= LONGEST_JTI
        ? { jti, exp }
        : null;
    } catch {
      return null;
    }
  };

  /** The client whose key signed it, while nobody has used it; null where it is not believed. */
  const proved = async (assertion: string, audience: string): Promise<SigningRow | null> => {
    const row = await find(issuerOf(assertion));
    const told = row && (await verified(assertion, row, audience));
    if (row === null || told === null) return null;
    const until = new Date((told.exp + 10) * 1000).toISOString();
    const [answer] = await database.session(platformPrincipal, (session) =>
      session.run(take, { id: row.id, jti: told.jti, until }),
    );
    return answer?.taken === true ? row : null;
  };

  return {
    /**
     * A token for a signed assertion, with no more scopes than the client has and asks for.
     * @param audience the address of the token endpoint, which the assertion has to name
     */
    exchange: async (
      assertion: string,
      audience: string,
      asked: readonly string[] | null,
    ): Promise<
      | {
          readonly token: string;
          readonly scopes: readonly string[];
          readonly principal: Principal;
        }
      | { readonly problem: AssertionProblem; readonly client: Principal | null }
    > => {
      const row = await proved(assertion, audience);
      if (row === null) return { problem: 'invalid_client', client: null };
      const scopes = asked === null ? [...row.scopes] : narrowed(row.scopes, asked);
      const principal = principalOf(row, scopes);
      if (scopes.length === 0) return { problem: 'invalid_scope', client: principal };
      const token = await new SignJWT({ scope: scopes.join(' ') })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(row.id)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(`${MOST_SECONDS}s`)
        .sign(own);
      return { token, scopes, principal };
    },
    /** Whose key or token it is. A client that is revoked ends at once, whatever token it holds. */
    principal: async (bearer: string): Promise<Principal | null> => {
      if (bearer.startsWith(KEY_BEGINS)) {
        const [row] = await database.session(platformPrincipal, (session) =>
          session.run(ofKey, { hash: hash('sha256', bearer) }),
        );
        return row === undefined ? null : principalOf(row, row.scopes);
      }
      const told = await jwtVerify(bearer, own, {
        algorithms: ['HS256'],
        audience: AUDIENCE,
        requiredClaims: ['exp', 'sub'],
      }).catch(() => null);
      if (told === null) return null;
      const row = await find(told.payload.sub ?? '');
      if (row === null) return null;
      const said = String(told.payload.scope ?? '').split(' ');
      return principalOf(row, narrowed(row.scopes, said));
    },
  };
};

export type Clients = ReturnType<typeof clientsIn>;

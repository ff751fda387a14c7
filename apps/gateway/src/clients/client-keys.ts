import { LRUCache } from '@nodp/graph';
import { createLocalJWKSet, type JSONWebKeySet, type JWK, type JWTVerifyGetKey } from 'jose';
import type { Outbound } from '../outbound.ts';

/** Minutes for which a client's key set is retained; SMART asks a server to heed its cache headers and no more than this. */
const RETENTION_MS = 5 * 60_000;
/** A key that is not in the set is searched for again, but not at each assertion: who sends any would make the platform fetch. */
const AGAIN_MS = 30_000;
const MOST_STORED = 1_000;

const isPublicKey = (key: JWK): boolean =>
  (key.kty === 'RSA' || key.kty === 'EC') &&
  key.d === undefined &&
  (key as { k?: unknown }).k === undefined;

const setIn = (text: string): JSONWebKeySet => {
  const read = JSON.parse(text) as Partial<JSONWebKeySet> | null;
  const keys = Array.isArray(read?.keys) ? read.keys.filter(isPublicKey).slice(0, 20) : [];
  return { keys };
};

/** The keys by which clients sign: by value, or fetched from the address that was registered. */
export const clientKeys = (send: Outbound, now: () => number = Date.now) => {
  const stored = new LRUCache<string, { readonly at: number; readonly set: JSONWebKeySet }>({
    max: MOST_STORED,
  });
  const fetched = async (url: string, kid: string | undefined): Promise<JSONWebKeySet> => {
    const known = stored.get(url);
    const lacks = kid !== undefined && known?.set.keys.every((key) => key.kid !== kid) === true;
    if (known !== undefined && now() - known.at < (lacks ? AGAIN_MS : RETENTION_MS))
      return known.set;
    const { status, text } = await send(url, {
      method: 'GET',
      headers: { accept: 'application/json' },
    });
    if (status !== 200) throw new Error(`The key set was answered with ${status}.`);
    const set = setIn(text);
    stored.set(url, { at: now(), set });
    return set;
  };
  return {
    /** @throws Error where the set cannot be had */
    of: async (
      { jwks, jwksUrl }: { readonly jwks: unknown; readonly jwksUrl: string | null },
      kid: string | undefined,
    ): Promise<JWTVerifyGetKey> =>
      createLocalJWKSet(
        jwksUrl === null ? setIn(JSON.stringify(jwks ?? {})) : await fetched(jwksUrl, kid),
      ),
  };
};

export type ClientKeys = ReturnType<typeof clientKeys>;

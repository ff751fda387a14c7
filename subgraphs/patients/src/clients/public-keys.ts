import { createPublicKey, type JsonWebKey } from 'node:crypto';

const LONGEST = 16 * 1024;
const MOST_KEYS = 10;
const LEAST_BITS = 2048;

const isUsable = (key: JsonWebKey & { readonly kid?: unknown }): boolean => {
  if (typeof key.kid !== 'string' || key.kid === '' || key.kid.length > 200) return false;
  try {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = createPublicKey({
      key,
      format: 'jwk',
    });
    return type === 'rsa'
      ? (details?.modulusLength ?? 0) >= LEAST_BITS
      : type === 'ec' && details?.namedCurve === 'secp384r1';
  } catch {
    // No key at all.
    return false;
  }
};

/**
 * A key set as a client's manager gives it, with the public parts alone; null where a key of it cannot be used, or where it
 * holds a private one, which nobody should have sent.
 */
export const publicKeysIn = (text: string): { readonly keys: readonly JsonWebKey[] } | null => {
  if (text.length > LONGEST) return null;
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    // The caller's text.
    return null;
  }
  const keys = (read as { keys?: unknown } | null)?.keys;
  if (!Array.isArray(keys) || keys.length === 0 || keys.length > MOST_KEYS) return null;
  const all = keys as (JsonWebKey & { kid?: unknown })[];
  const isPrivate = (key: JsonWebKey | null) =>
    key !== null && typeof key === 'object' && ('d' in key || 'k' in key);
  if (
    all.some((key) => key === null || typeof key !== 'object' || isPrivate(key) || !isUsable(key))
  )
    return null;
  return { keys: all };
};

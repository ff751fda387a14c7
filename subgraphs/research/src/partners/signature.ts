import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { disclosureSecret, secretFor } from '@nodp/warehouse';
import { CompactSign, calculateJwkThumbprint, compactVerify, exportJWK, importJWK } from 'jose';
import { refusal } from '../saved/refusal.ts';

/** What is signed, so that a study is never taken for an answer. */
export const TYPES = { study: 'nodp-study+jws', answer: 'nodp-answer+jws' } as const;
type Type = (typeof TYPES)[keyof typeof TYPES];
/** Characters of what is received: a study of 40 texts of 20,000 characters, in Chinese, as base64url. */
const LONGEST_SIGNED = 4_000_000;

export interface PublicKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
}

/** PKCS #8 of an Ed25519 key is this and its 32 bytes (RFC 8410). */
const ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key of this installation, from the secret that lies beside its releases: a restored backup signs as before. */
const ownKey = async (folder: string): Promise<KeyObject> =>
  createPrivateKey({
    key: Buffer.concat([ED25519, secretFor(await disclosureSecret(folder), 'studies of partners')]),
    format: 'der',
    type: 'pkcs8',
  });

/** Whom partners know this installation by. */
export const ownPublicKey = async (
  folder: string,
): Promise<{ readonly id: string; readonly key: PublicKey }> => {
  const key = (await exportJWK(createPublicKey(await ownKey(folder)))) as unknown as PublicKey;
  return { id: await calculateJwkThumbprint({ ...key }), key };
};

/** A compact JWS (RFC 7515, RFC 8037) of this installation. */
export const sign = async (folder: string, type: Type, payload: object): Promise<string> => {
  const { id } = await ownPublicKey(folder);
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'EdDSA', typ: type, kid: id })
    .sign(await ownKey(folder));
};

/** Names what was signed in its answer. */
export const hashOf = (signed: string): string => createHash('sha256').update(signed).digest('hex');

const NO_KEY = {
  en: 'This is no public Ed25519 key as JSON (kty “OKP”, crv “Ed25519”, x).',
  zh: '这不是JSON格式的Ed25519公钥（kty为OKP，crv为Ed25519，含x）。',
};

/** A public key as a partner gives it: nothing but what it is made of is retained. @throws BAD_USER_INPUT */
export const readKey = async (
  text: string,
): Promise<{ readonly id: string; readonly key: PublicKey }> => {
  try {
    if (text.length > 2000) throw new Error('too long');
    const { kty, crv, x, d } = JSON.parse(text) as Record<string, unknown>;
    if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string' || d !== undefined)
      throw new Error('of another kind, or private');
    const key = { kty, crv, x } as const;
    await importJWK(key, 'EdDSA');
    if (Buffer.from(x, 'base64url').length !== 32) throw new Error('of another length');
    return { id: await calculateJwkThumbprint(key), key };
  } catch {
    throw refusal(NO_KEY);
  }
};

const NOT_SIGNED = {
  en: 'The signature is not of a partner of this platform, or the file was changed since. Add the partner’s key first.',
  zh: '签名不属于本平台的合作方，或文件在签名后被改动。请先添加合作方公钥。',
};

/**
 * What a partner signed.
 * @param keyOf the partner's key by its thumbprint; null of one that is none, or no longer
 * @throws BAD_USER_INPUT
 */
export const verified = async (
  signed: string,
  type: Type,
  keyOf: (id: string) => Promise<PublicKey | null>,
): Promise<{ readonly partner: string; readonly payload: unknown }> => {
  if (signed.length > LONGEST_SIGNED)
    throw refusal({ en: 'The file is too large for a study.', zh: '文件过大，不是研究文档。' });
  let partner = '';
  try {
    const { payload } = await compactVerify(
      signed.trim(),
      async ({ kid, typ }) => {
        if (typ !== type || typeof kid !== 'string') throw new Error('of another kind');
        const key = await keyOf(kid);
        if (key === null) throw new Error('of nobody known');
        partner = kid;
        return importJWK({ ...key }, 'EdDSA');
      },
      { algorithms: ['EdDSA'] },
    );
    return {
      partner,
      payload: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)),
    };
  } catch {
    throw refusal(NOT_SIGNED);
  }
};

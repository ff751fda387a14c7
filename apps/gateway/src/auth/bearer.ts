import type { Principal } from '@nodp/database';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  exportJWK,
  generateKeyPair,
  type JWTVerifyGetKey,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { BearerConfiguration } from '../configuration.ts';
import type { Accounts } from './accounts.ts';

const ownIssuer = 'nodp';
const ownAudience = 'nodp';
export const tokenSeconds = 60 * 60;

/**
 * Bearer tokens: those of the operator's issuer, checked against its key set, and the platform's own,
 * signed by a key that lives as long as the process.
 */
export const bearerTokens = async (accounts: Accounts, configured: BearerConfiguration | null) => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const ownKeys = {
    keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig', kid: 'own' }],
  };
  const own = createLocalJWKSet(ownKeys);
  const remote = configured && createRemoteJWKSet(new URL(configured.jwksUrl));

  const verified = async (
    token: string,
    keys: JWTVerifyGetKey,
    issuer: string,
    audience: string,
  ) => {
    try {
      // A token without an end would be good for ever once it is lost.
      const requiredClaims = ['exp', 'aud'];
      return (await jwtVerify(token, keys, { issuer, audience, requiredClaims })).payload;
    } catch {
      return null;
    }
  };

  return {
    issue: (principal: Principal): Promise<string> =>
      new SignJWT({ account: principal.accountId })
        .setProtectedHeader({ alg: 'ES256', kid: 'own' })
        .setIssuer(ownIssuer)
        .setAudience(ownAudience)
        .setIssuedAt()
        .setExpirationTime(`${tokenSeconds}s`)
        .sign(privateKey),
    principal: async (token: string): Promise<Principal | null> => {
      const ours = await verified(token, own, ownIssuer, ownAudience);
      if (ours) return (await accounts.find(String(ours.account))) ?? null;
      if (remote === null || configured === null) return null;
      const theirs = await verified(token, remote, configured.issuer, configured.audience);
      return theirs && accounts.fromClaims(theirs);
    },
  };
};

export type BearerTokens = Awaited<ReturnType<typeof bearerTokens>>;

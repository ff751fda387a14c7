import { createSecretKey, hkdfSync } from 'node:crypto';
import type { Principal } from '@nodp/database';
import {
  createRemoteJWKSet,
  type JWTPayload,
  type JWTVerifyOptions,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { BearerConfiguration } from '../configuration.ts';
import type { Accounts } from './accounts.ts';

const ownIssuer = 'nodp';
const ownAudience = 'nodp';
export const tokenSeconds = 60 * 60;

const ownAlgorithm = 'HS256';

/** A token without an end would be good for ever once it is lost. */
const requiredClaims = ['exp', 'aud'];

/** What a token says; null where it is not to be believed. */
const believed = (verifying: Promise<{ payload: JWTPayload }>): Promise<JWTPayload | null> =>
  verifying.then(
    ({ payload }) => payload,
    () => null,
  );

/**
 * Bearer tokens: those of the operator's issuer, checked against its key set, and the platform's own, signed by a key derived from
 * the identity key, so that one gateway's tokens are every gateway's.
 */
export const bearerTokens = (
  accounts: Accounts,
  identityKey: Uint8Array,
  configured: BearerConfiguration | null,
) => {
  const own = createSecretKey(
    Buffer.from(hkdfSync('sha256', identityKey, 'nodp', 'bearer tokens', 32)),
  );
  const remote = configured && createRemoteJWKSet(new URL(configured.jwksUrl));
  const options = (issuer: string, audience: string): JWTVerifyOptions => ({
    issuer,
    audience,
    requiredClaims,
  });
  const ofOwn = { ...options(ownIssuer, ownAudience), algorithms: [ownAlgorithm] };

  return {
    issue: (principal: Principal): Promise<string> =>
      new SignJWT({ account: principal.accountId })
        .setProtectedHeader({ alg: ownAlgorithm, kid: 'own' })
        .setIssuer(ownIssuer)
        .setAudience(ownAudience)
        .setIssuedAt()
        .setExpirationTime(`${tokenSeconds}s`)
        .sign(own),
    principal: async (token: string): Promise<Principal | null> => {
      const ours = await believed(jwtVerify(token, own, ofOwn));
      if (ours) return (await accounts.find(String(ours.account))) ?? null;
      if (remote === null || configured === null) return null;
      const theirs = await believed(
        jwtVerify(token, remote, options(configured.issuer, configured.audience)),
      );
      return theirs && accounts.fromClaims(theirs);
    },
  };
};

export type BearerTokens = ReturnType<typeof bearerTokens>;

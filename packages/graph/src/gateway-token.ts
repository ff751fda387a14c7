import { createHash } from 'node:crypto';
import { originOf, type Principal, type RequestOrigin, roles } from '@nodp/database';
import { jwtVerify, SignJWT } from 'jose';
import { unauthenticated } from './errors.ts';

/** What the gateway tells a subgraph about a request: who asks, and that the gateway asks. */
export interface GatewayClaim extends RequestOrigin {
  readonly principal: Principal | null;
}

/** Binds a token to the operation it was signed for: it cannot be put on another. */
export const operationDigest = (
  query: string,
  variables: Readonly<Record<string, unknown>> | null | undefined,
): string =>
  createHash('sha256')
    .update(query)
    .update('\n')
    .update(JSON.stringify(variables ?? {}))
    .digest('base64url');

const key = (secret: string): Uint8Array => new TextEncoder().encode(secret);

export const signGatewayToken = (
  secret: string,
  subgraph: string,
  claim: GatewayClaim,
  digest: string,
): Promise<string> =>
  new SignJWT({ ...claim, digest })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('nodp-gateway')
    .setAudience(subgraph)
    .setIssuedAt()
    .setExpirationTime('60s')
    .sign(key(secret));

/** @throws UNAUTHENTICATED for a caller that is not the gateway */
export const verifyGatewayToken = async (
  secret: string,
  subgraph: string,
  token: string | undefined,
  digest: string,
): Promise<GatewayClaim> => {
  if (token === undefined) throw unauthenticated('Subgraphs answer the gateway alone.');
  const { payload } = await jwtVerify(token, key(secret), {
    issuer: 'nodp-gateway',
    audience: subgraph,
    algorithms: ['HS256'],
    requiredClaims: ['exp'],
  }).catch(() => {
    throw unauthenticated('The token is not the gateway’s, or too old.');
  });
  if (payload.digest !== digest) {
    throw unauthenticated('The token was signed for another operation.');
  }
  const principal = (payload.principal ?? null) as Principal | null;
  if (principal !== null && !roles.includes(principal.role)) {
    throw unauthenticated('The token names a role that does not exist.');
  }
  return { principal, ...originOf(payload as unknown as RequestOrigin) };
};

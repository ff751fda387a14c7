import type { IdentityCipher, Principal } from '@nodp/database';
import { PlatformError } from '@nodp/database';
import * as client from 'openid-client';
import type { OidcConfiguration } from '../configuration.ts';
import type { Accounts } from './accounts.ts';

/** A sign-in under way: what was sent out and has to come back. */
interface UnderWay {
  readonly state: string;
  readonly verifier: string;
  readonly nonce: string;
  readonly returnTo: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const LONGEST_MS = 10 * 60 * 1000;

/** Stands for whatever address the platform has. */
const OWN = 'https://platform.invalid';
const LONGEST_PATH = 2_000;

/**
 * Only a path of our own: a sign-in must not send anyone elsewhere. Read as a browser reads it, which takes tabs and
 * line ends out and a backslash for a slash, and given back as it was read.
 */
export const safeReturn = (path: string | undefined): string => {
  if (!path?.startsWith('/') || path.length > LONGEST_PATH || !URL.canParse(path, OWN)) return '/';
  const { origin, pathname, search, hash } = new URL(path, OWN);
  // A path that begins with two slashes would be read as a host by the next reader.
  return origin === OWN && !pathname.startsWith('//') ? pathname + search + hash : '/';
};

/**
 * OpenID Connect: authorization code with PKCE. What a sign-in under way has to know lies sealed in the browser's own cookie, so
 * that it may end at another gateway than it began at. The provider takes each code once.
 */
export const oidcSignIn = async (
  { issuer, clientId, clientSecret, label }: OidcConfiguration,
  publicUrl: () => string,
  accounts: Accounts,
  cipher: IdentityCipher,
  now: () => number = Date.now,
) => {
  const insecure =
    new URL(issuer).hostname === '127.0.0.1' || new URL(issuer).hostname === 'localhost';
  const configuration = await client
    .discovery(
      new URL(issuer),
      clientId,
      clientSecret ?? undefined,
      clientSecret === null ? client.None() : undefined,
      insecure ? { execute: [client.allowInsecureRequests] } : undefined,
    )
    .catch((error: Error) => {
      throw new PlatformError(
        'oidc-unreachable',
        `The identity provider ${issuer} does not answer as one: ${error.message}`,
      );
    });
  const seal = (underWay: UnderWay): string =>
    Buffer.from(cipher.seal(JSON.stringify(underWay))).toString('base64url');
  /** @throws Error where nobody here sealed it */
  const unseal = (sealed: string): UnderWay =>
    JSON.parse(cipher.open(Buffer.from(sealed, 'base64url')).toString('utf8')) as UnderWay;
  const redirectUri = () => `${publicUrl()}/auth/oidc/callback`;

  return {
    label,
    /** @returns where to send the browser, and what its cookie has to carry */
    begin: async (returnTo: string): Promise<{ url: URL; underWay: string }> => {
      const state = client.randomState();
      const verifier = client.randomPKCECodeVerifier();
      const nonce = client.randomNonce();
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri(),
        scope: 'openid profile',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      const until = now() + LONGEST_MS;
      return { url, underWay: seal({ state, verifier, nonce, returnTo, until }) };
    },
    /**
     * @returns null where the provider vouches for someone who has no role here
     * @throws Error where the cookie is not ours, or the answer does not belong to it
     */
    complete: async (
      url: URL,
      underWay: string,
    ): Promise<{ principal: Principal | null; returnTo: string }> => {
      const known = unseal(underWay);
      if (known.until < now())
        throw new PlatformError('oidc-expired', 'This sign-in took too long; begin again.');
      const answered = new URL(redirectUri());
      answered.search = url.search;
      const tokens = await client.authorizationCodeGrant(configuration, answered, {
        pkceCodeVerifier: known.verifier,
        expectedNonce: known.nonce,
        expectedState: known.state,
      });
      const principal = await accounts.fromClaims(tokens.claims() ?? {});
      return { principal, returnTo: known.returnTo };
    },
    /** Where the browser ends its session at the provider (RP-initiated logout); null where the provider offers none. */
    endSession: (): URL | null =>
      configuration.serverMetadata().end_session_endpoint === undefined
        ? null
        : client.buildEndSessionUrl(configuration, {
            post_logout_redirect_uri: `${publicUrl()}/sign-in`,
          }),
  };
};

export type OidcSignIn = Awaited<ReturnType<typeof oidcSignIn>>;

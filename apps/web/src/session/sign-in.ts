/** Signing in and out at the gateway. */
import { queryOptions } from '@tanstack/react-query';
import { codeOfStatus, GraphError, post, reach } from '../graph/execute.ts';
import type { Role } from '../graph/generated/graphql.ts';
import type { Label } from '../i18n/label.ts';
import type { Offer } from './second-factor.ts';

/** A demonstration account that signs in with one click. */
export type DemonstrationAccount = {
  account: string;
  password?: string;
  role: Role;
  label: Label;
  institution?: Label;
};

/** The ways in that this installation offers. */
export type SignInOptions = {
  demonstration: DemonstrationAccount[];
  oidc: { label: string | Label } | null;
  password: boolean;
};

/** The password every demonstration account has. */
const demonstrationPassword = 'nodp-demo';

export const signInOptionsQuery = queryOptions({
  queryKey: ['sign-in-options'],
  queryFn: async ({ signal }): Promise<SignInOptions> => {
    const response = await reach('/auth/options', { signal, credentials: 'same-origin' });
    if (!response.ok) {
      const id = response.headers.get('x-request-id');
      throw new GraphError(codeOfStatus(response.status), `HTTP ${response.status}`, id);
    }
    return (await response.json()) as SignInOptions;
  },
  staleTime: 60_000,
  retry: 1,
});

/** What a sign-in came to: in, in with recovery codes to be retained, or a second step. */
export type SignedIn =
  | { kind: 'in' }
  | { kind: 'recovery'; recoveryCodes: string[] }
  | { kind: 'code' }
  | { kind: 'enrol'; offer: Offer };

/**
 * Signs in with account and password, and a code where one is asked for; throws a GraphError with the gateway's code when
 * refused.
 */
export async function signIn(account: string, password: string, code?: string): Promise<SignedIn> {
  const body = { account, password, ...(code === undefined ? {} : { code }) };
  const response = await post('/auth/sign-in', body);
  const answer = (await response.json().catch(() => ({}))) as Partial<Offer> & {
    code?: string;
    message?: string;
    recoveryCodes?: string[];
  };
  const { recoveryCodes, secret, uri } = answer;
  if (response.ok) return recoveryCodes ? { kind: 'recovery', recoveryCodes } : { kind: 'in' };
  if (answer.code === 'SECOND_FACTOR') return { kind: 'code' };
  if (answer.code === 'SECOND_FACTOR_ENROL' && secret && uri)
    return { kind: 'enrol', offer: { secret, uri } };
  throw new GraphError(
    answer.code ?? codeOfStatus(response.status),
    answer.message ?? `HTTP ${response.status}`,
    response.headers.get('x-request-id'),
  );
}

/** Signs in as a demonstration account. */
export const signInAs = (a: DemonstrationAccount, code?: string): Promise<SignedIn> =>
  signIn(a.account, a.password ?? demonstrationPassword, code);

/**
 * Ends the session.
 * @returns where the browser ends it at the identity provider that opened it; null for an account kept here
 */
export async function signOut(): Promise<string | null> {
  const response = await post('/auth/sign-out', {});
  if (!response.ok && response.status !== 401) {
    throw new GraphError(codeOfStatus(response.status), `HTTP ${response.status}`, null);
  }
  const answer = (await response.json().catch(() => ({}))) as { provider?: string };
  return answer.provider ?? null;
}

/** Where single sign-on begins. */
export const oidcStart = (returnTo: string): string =>
  `/auth/oidc/start?returnTo=${encodeURIComponent(returnTo)}`;

/** Signing in and out at the gateway. */
import { queryOptions } from '@tanstack/react-query';
import { codeOfStatus, GraphError, post, reach } from '../graph/execute.ts';
import type { Role } from '../graph/generated/graphql.ts';
import type { Label } from '../i18n/label.ts';

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

/** Signs in with account and password; throws a GraphError with the gateway's code when refused. */
export async function signIn(account: string, password: string): Promise<void> {
  const response = await post('/auth/sign-in', { account, password });
  if (response.ok) return;
  const answer = (await response.json().catch(() => ({}))) as { code?: string; message?: string };
  throw new GraphError(
    answer.code ?? codeOfStatus(response.status),
    answer.message ?? `HTTP ${response.status}`,
    response.headers.get('x-request-id'),
  );
}

/** Signs in as a demonstration account. */
export const signInAs = (a: DemonstrationAccount): Promise<void> =>
  signIn(a.account, a.password ?? demonstrationPassword);

/** Ends the session. */
export async function signOut(): Promise<void> {
  const response = await post('/auth/sign-out', {});
  if (!response.ok && response.status !== 401) {
    throw new GraphError(codeOfStatus(response.status), `HTTP ${response.status}`, null);
  }
}

/** Where single sign-on begins. */
export const oidcStart = (returnTo: string): string =>
  `/auth/oidc/start?returnTo=${encodeURIComponent(returnTo)}`;

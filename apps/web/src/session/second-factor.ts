/** The second factor of the own account, at the gateway. */
import { queryOptions } from '@tanstack/react-query';
import { codeOfStatus, GraphError, post, reach } from '../graph/execute.ts';

/** What is entered into an authenticator. */
export type Offer = { secret: string; uri: string };

/** Whether the account is retained here, and what it has. */
export type SecondFactor =
  | { stored: false }
  | { stored: true; enrolled: boolean; required: boolean; recoveryLeft: number };

const path = '/auth/second-factor';

const refused = async (response: Response): Promise<GraphError> => {
  const answer = (await response.json().catch(() => ({}))) as { code?: string; message?: string };
  return new GraphError(
    answer.code ?? codeOfStatus(response.status),
    answer.message ?? `HTTP ${response.status}`,
    response.headers.get('x-request-id'),
  );
};

export const secondFactorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: async ({ signal }): Promise<SecondFactor> => {
    const response = await reach(path, { signal, credentials: 'same-origin' });
    if (!response.ok) throw await refused(response);
    return (await response.json()) as SecondFactor;
  },
});

const send = async <Answer>(step: string, body: object): Promise<Answer> => {
  const response = await post(`${path}/${step}`, body);
  if (!response.ok) throw await refused(response);
  return (await response.json()) as Answer;
};

export const offerSecondFactor = (password: string): Promise<Offer> => send('offer', { password });

export const confirmSecondFactor = async (password: string, code: string): Promise<string[]> =>
  (await send<{ recoveryCodes: string[] }>('confirm', { password, code })).recoveryCodes;

export const removeSecondFactor = (password: string, code: string): Promise<object> =>
  send('remove', { password, code });

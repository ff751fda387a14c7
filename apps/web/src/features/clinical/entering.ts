/** Records entered on a page: the gateway writes them as records of the institution and withdraws them on request. */
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../../graph/execute.ts';
import { failureOf } from '../../graph/failure.ts';
import type { Label } from '../../i18n/label.ts';

/** The answer of the gateway; what is refused was not stored. */
export type Entered =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'refused'; readonly problems: readonly Label[] };

const send = async (path: string, body: object): Promise<Entered> => {
  const response = await post(path, body);
  // A refusal with its problems is an answer, not a failure.
  if (response.ok || response.status === 422) return response.json();
  throw await failureOf(response);
};

/**
 * One endpoint of records that are entered on pages.
 * @param path the endpoint's own name
 * @param stale keys of the queries whose answers change with a record
 */
export const entering = <Given extends object>(path: string, stale: readonly QueryKey[]) => {
  const useSent = <Asked>(
    work: (asked: Asked) => Promise<Entered>,
    done: (answer: Entered) => void,
  ) => {
    const client = useQueryClient();
    return useMutation({
      mutationFn: work,
      onSuccess: async (answer) => {
        done(answer);
        if (answer.outcome === 'refused') return;
        await Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })));
      },
    });
  };
  return {
    useEnter: (done: (answer: Entered) => void) =>
      useSent((given: Given) => send(path, given), done),
    useTakeBack: (done: (answer: Entered) => void) =>
      useSent((id: string) => send(`${path}/${encodeURIComponent(id)}/take-back`, {}), done),
  };
};

/** What a data manager decides of pairs, one after another, and takes back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { execute } from '../../graph/execute.ts';
import {
  DecideMatchDocument,
  type MatchDecision,
  type MatchOutcome,
  type MatchPairsQuery,
} from '../../graph/generated/graphql.ts';

export type Pair = MatchPairsQuery['matchPairs']['edges'][number]['node'];

export const keyOf = ({ first, second }: Pair): string => `${first.id} ${second.id}`;

interface Decided {
  readonly pair: Pair;
  readonly decision: MatchDecision;
  readonly outcome: MatchOutcome;
}

export function useDecisions() {
  const client = useQueryClient();
  const [done, setDone] = useState<readonly Pair[]>([]);
  const [last, setLast] = useState<Decided | null>(null);
  const change = useMutation({
    mutationFn: async ({
      pair,
      decision,
      reason,
    }: {
      pair: Pair;
      decision: MatchDecision;
      reason?: string;
    }) => {
      const variables = { first: pair.first.id, second: pair.second.id, decision };
      const words = reason?.trim();
      const answer = await execute(
        DecideMatchDocument,
        words ? { ...variables, reason: words } : variables,
      );
      return { pair, decision, outcome: answer.decideMatch };
    },
    onSuccess: (decided) => {
      setLast(decided);
      if (decided.outcome === 'REFUSED' || decided.outcome === 'SAME_ACCOUNT') return;
      setDone((before) =>
        decided.decision === 'UNDO'
          ? before.filter((pair) => keyOf(pair) !== keyOf(decided.pair))
          : [...before, decided.pair],
      );
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['match-pairs'] });
      await client.invalidateQueries({ queryKey: ['matching-state'] });
    },
  });
  return {
    decide: change.mutate,
    pending: change.isPending,
    error: change.error,
    last,
    undoable: done.at(-1),
  };
}

/** How many tasks wait in the person's worklist, beside its page in the navigation. */
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../../format/quantity.ts';
import { execute } from '../../graph/execute.ts';
import { WorklistCountsDocument } from '../../graph/generated/graphql.ts';
import type { Me } from '../../session/me.ts';
import { CountBeside } from './count-beside.tsx';

const MINUTE = 60_000;

export function WaitingTasks({ me }: { me: Me }) {
  if (!me.scopes.includes('task:act')) return null;
  return <Counted />;
}

function Counted() {
  const { t } = useLingui();
  const { data } = useQuery({
    queryKey: ['tasks', 'waiting'],
    queryFn: async ({ signal }) =>
      (await execute(WorklistCountsDocument, {}, signal)).worklistCounts,
    refetchInterval: 5 * MINUTE,
    staleTime: MINUTE,
  });
  const open = (data ?? []).reduce((sum, one) => sum + one.open, 0);
  if (open === 0) return null;
  const number = formatCount(open);
  return <CountBeside number={number} words={t`${number} waiting`} />;
}

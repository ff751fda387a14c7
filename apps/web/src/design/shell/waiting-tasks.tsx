/** How many tasks wait in the person's worklist, beside its page in the navigation. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../../format/quantity.ts';
import { execute } from '../../graph/execute.ts';
import { WorklistCountsDocument } from '../../graph/generated/graphql.ts';
import type { Me } from '../../session/me.ts';

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
  return (
    <Box
      component="span"
      sx={{ ml: 'auto', fontSize: '0.75rem', fontWeight: 600, color: 'text.secondary' }}
      aria-label={t`${number} waiting`}
      role="note"
    >
      {number}
    </Box>
  );
}

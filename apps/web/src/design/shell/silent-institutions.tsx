/** How many institutions fell silent, beside the network in the navigation of who looks after the whole of it. */
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../../format/quantity.ts';
import { readJson } from '../../graph/failure.ts';
import type { Me } from '../../session/me.ts';
import { CountBeside } from './count-beside.tsx';

const MINUTE = 60_000;

export function SilentInstitutions({ me }: { me: Me }) {
  const national = me.institution === null && me.scopes.includes('audit:review');
  return national && me.scopes.includes('submission:read') ? <Counted /> : null;
}

function Counted() {
  const { t } = useLingui();
  const { data } = useQuery({
    queryKey: ['network', 'silent'],
    queryFn: ({ signal }) => readJson<{ silent: number }>('/network/silent', signal),
    refetchInterval: 5 * MINUTE,
    staleTime: MINUTE,
  });
  const silent = data?.silent ?? 0;
  if (silent === 0) return null;
  const number = formatCount(silent);
  return <CountBeside number={number} words={t`${number} institutions fell silent`} />;
}

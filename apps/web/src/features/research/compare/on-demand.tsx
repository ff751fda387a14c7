/** A panel whose figures are asked when somebody wants them: each takes counts of the account's day. */
import { Trans } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';
import { joined } from '../../../address.ts';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { Panel } from '../../../design/page.tsx';

export function OnDemand({
  name,
  title,
  detail,
  ask,
  children,
}: {
  /** In the address. */
  name: string;
  title: ReactNode;
  detail: ReactNode;
  /** What the button says. */
  ask: string;
  children: ReactNode;
}) {
  const [search, set] = useSearchState();
  const shown = search.show?.split(',') ?? [];
  return (
    <Panel title={title} detail={detail}>
      {shown.includes(name) ? (
        children
      ) : (
        <Stack direction="row" sx={{ gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
          <Button
            variant="outlined"
            size="small"
            onClick={() => set({ show: joined([...shown, name]) })}
          >
            {ask}
          </Button>
          <span>
            <Trans>This takes counts of your day’s.</Trans>
          </span>
        </Stack>
      )}
    </Panel>
  );
}

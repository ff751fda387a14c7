/** Filters that live in the address. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useSearchState } from './search-state.ts';

/** The filters of a page in a row, with a way to be rid of them all. */
export function Filters({ names, children }: { names: string[]; children: ReactNode }) {
  const { t } = useLingui();
  const [search, set] = useSearchState();
  const any = names.some((name) => search[name]);
  return (
    <Box
      role="search"
      aria-label={t`Filters`}
      sx={{
        display: 'flex',
        flexShrink: 0,
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        mb: 1.5,
      }}
    >
      {children}
      {any && (
        <Button onClick={() => set(Object.fromEntries(names.map((name) => [name, undefined])))}>
          <Trans>Clear filters</Trans>
        </Button>
      )}
    </Box>
  );
}

/** A coded term with its code, as records show it. */
import Box from '@mui/material/Box';
import type { TermFragment } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';

export function TermWords({
  term,
  code,
}: {
  term: TermFragment | null | undefined;
  code?: boolean;
}) {
  const label = useLabel();
  if (!term) return '—';
  return (
    <>
      {label(term.label)}
      {code && term.code && term.code !== label(term.label) && (
        <Box component="span" sx={{ color: 'text.secondary', ml: 0.75, whiteSpace: 'nowrap' }}>
          {term.code}
        </Box>
      )}
    </>
  );
}

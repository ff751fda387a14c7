/** A coded term with its code, as records show it. */
import Box from '@mui/material/Box';
import type { TermFragment } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';

export function TermWords({
  term,
  code,
  first,
}: {
  term: TermFragment | null | undefined;
  code?: boolean;
  /** The code stands before the words: `C78.0 Secondary malignant neoplasm of lung`. */
  first?: boolean;
}) {
  const label = useLabel();
  if (!term) return '—';
  const words = label(term.label);
  const coded = code && term.code && term.code !== words && (
    <Box
      component="span"
      sx={{ color: 'text.secondary', [first ? 'mr' : 'ml']: 0.75, whiteSpace: 'nowrap' }}
    >
      {term.code}
    </Box>
  );
  return (
    <>
      {first && coded}
      {words}
      {!first && coded}
    </>
  );
}

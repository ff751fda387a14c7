/** A number beside a page in the navigation: what waits there. */
import Box from '@mui/material/Box';

export function CountBeside({ number, words }: { number: string; words: string }) {
  return (
    <Box
      component="span"
      sx={{ ml: 'auto', fontSize: '0.75rem', fontWeight: 600, color: 'text.secondary' }}
      aria-label={words}
      role="note"
    >
      {number}
    </Box>
  );
}

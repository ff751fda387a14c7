/** A few words under a drawing. */
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

export const Note = ({ children }: { children: ReactNode }) => (
  <Box component="p" sx={{ m: 0, mt: 0.5, fontSize: 12, color: 'text.secondary' }}>
    {children}
  </Box>
);

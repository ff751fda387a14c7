/** Parts of a page that stand on paper alone. */
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { printOnly } from './styles.ts';

/** Further identification of the patient, for the head of every printed page. */
export const PrintSubject = ({ children }: { children: ReactNode }) => (
  <span hidden data-print-subject>
    {children}
  </span>
);

/** A choice in words, in place of the control that made it. */
export const PrintSelection = ({ name, children }: { name: ReactNode; children: ReactNode }) => (
  <Box {...printOnly} data-print-selection sx={{ fontSize: '0.8125rem', mb: 0.5 }}>
    {name}: {children}
  </Box>
);

/** The release that the page's figures are of; it stands on the screen too. */
export const PrintRelease = ({ children }: { children: ReactNode }) => (
  <span data-print-release>{children}</span>
);

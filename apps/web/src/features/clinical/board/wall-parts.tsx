/** The parts that the wall's blocks are made of. */
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

export function Block({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Paper
      component="section"
      aria-labelledby={id}
      variant="outlined"
      sx={{ px: 2, py: 1.25, minWidth: 0 }}
    >
      <Typography id={id} variant="h2" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      {children}
    </Paper>
  );
}

/** A fact with its name and the day it is of. */
export const Item = ({
  date,
  what,
  strong,
  children,
}: {
  date: string;
  what: string;
  strong?: boolean;
  children: ReactNode;
}) => (
  <Box component="p" sx={{ my: 0.5, overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {what}
      {date && ` · ${date}`}
      {': '}
    </Box>
    {strong ? <strong>{children}</strong> : children}
  </Box>
);

export const Nothing = () => (
  <Box component="p" sx={{ my: 0.5, color: 'text.secondary' }}>
    <Trans>Nothing is recorded</Trans>
  </Box>
);

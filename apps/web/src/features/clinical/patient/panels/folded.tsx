/** A panel that is closed until somebody opens it, and asks for nothing before. */
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { Beneath, useHeading } from '../../../../design/heading-level.tsx';

export function Folded({ title, children }: { title: string; children: () => ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <Paper
      component="section"
      aria-label={title}
      variant="outlined"
      sx={{ mb: 2, minWidth: 0, flexShrink: 0 }}
    >
      <Box
        component="details"
        onToggle={(event: React.SyntheticEvent<HTMLDetailsElement>) => {
          if (event.currentTarget.open) setOpened(true);
        }}
      >
        <Box component="summary" sx={{ cursor: 'pointer', px: 2, py: 1.25 }}>
          <Typography variant="h3" component={useHeading()} sx={{ display: 'inline' }}>
            {title}
          </Typography>
        </Box>
        {opened && <Beneath>{children()}</Beneath>}
      </Box>
    </Paper>
  );
}

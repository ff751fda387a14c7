/** The parts every page is made of. */

import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useId } from 'react';
import { Beneath, useHeading } from './heading-level.tsx';

/** Title of the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · NODP` : 'NODP';
  }, [title]);
}

/** A page's heading row: its one h1, a few words beside it, actions at the end. */
export function PageHeader({
  title,
  detail,
  actions,
}: {
  title: string;
  detail?: ReactNode;
  actions?: ReactNode;
}) {
  useTitle(title);
  return (
    <Stack
      direction="row"
      sx={{
        flexShrink: 0,
        alignItems: 'baseline',
        flexWrap: 'wrap',
        columnGap: 1.5,
        rowGap: 0.5,
        mb: 1.5,
      }}
    >
      <Typography variant="h1" tabIndex={-1} data-page-heading>
        {title}
      </Typography>
      {detail && (
        <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
          {detail}
        </Typography>
      )}
      {actions && <Box sx={{ ml: 'auto' }}>{actions}</Box>}
    </Stack>
  );
}

/** A titled panel. */
export function Panel({
  title,
  name,
  detail,
  actions,
  children,
  flush,
}: {
  title: ReactNode;
  /** What the panel is called among others of the same title. */
  name?: string | undefined;
  detail?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** The content reaches the panel's edges: tables. */
  flush?: boolean;
}) {
  const id = useId();
  return (
    <Paper
      component="section"
      {...(name === undefined ? { 'aria-labelledby': id } : { 'aria-label': name })}
      variant="outlined"
      sx={{ mb: 2, overflow: 'hidden', minWidth: 0, flexShrink: 0 }}
    >
      <Stack
        direction="row"
        sx={{
          alignItems: 'center',
          flexWrap: 'wrap',
          columnGap: 1.5,
          px: 2,
          pt: 1.25,
          pb: flush ? 1 : 0.5,
        }}
      >
        <Typography id={id} variant="h3" component={useHeading()}>
          {title}
        </Typography>
        {detail && (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {detail}
          </Typography>
        )}
        {actions && (
          <Stack direction="row" sx={{ ml: 'auto', gap: 0.5 }}>
            {actions}
          </Stack>
        )}
      </Stack>
      <Box sx={{ px: flush ? 0 : 2, pb: flush ? 0 : 1.75 }}>
        <Beneath>{children}</Beneath>
      </Box>
    </Paper>
  );
}

/** Names and what they are, in as many columns as fit. */
export function Facts({ facts }: { facts: { name: ReactNode; value: ReactNode }[] }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(180px, calc(50% - 16px)), 1fr))',
        columnGap: 2,
        rowGap: 1,
      }}
    >
      {facts.map(({ name, value }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of facts
        <div key={i}>
          <Typography
            component="dt"
            variant="caption"
            sx={{ color: 'text.secondary', display: 'block' }}
          >
            {name}
          </Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            {value ?? '—'}
          </Typography>
        </div>
      ))}
    </Box>
  );
}

/** Words that stay on one line: a date would break at its hyphens. */
export const Unbroken = ({ children }: { children: ReactNode }) => (
  <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
    {children}
  </Box>
);

/** Text for screen readers alone. */
export const VisuallyHidden = ({
  children,
  live,
  as = 'span',
}: {
  children: ReactNode;
  live?: boolean;
  as?: 'span' | 'h2';
}) => (
  <Box
    component={as}
    aria-live={live ? 'polite' : undefined}
    sx={{
      position: 'absolute',
      // In words: 1 alone would be the whole width.
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    }}
  >
    {children}
  </Box>
);

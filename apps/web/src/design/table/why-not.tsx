/** Words with a reason that opens beside them: by mouse, keyboard and touch, without a library. */
import { mdiInformationOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import { type ReactNode, useId } from 'react';
import { Icon } from '../icon.tsx';

/** @param name of the button, where it has no words of its own */
export function WhyNot({
  reason,
  name,
  children,
}: {
  reason: string;
  name?: string;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <>
      <Box
        component="button"
        type="button"
        popoverTarget={id}
        aria-label={name}
        sx={{
          all: 'unset',
          cursor: 'help',
          display: 'inline-flex',
          alignItems: 'center',
          gap: 0.25,
          '&:hover': { color: 'text.primary' },
          '&:focus-visible': {
            outline: '2px solid var(--mui-palette-primary-main)',
            outlineOffset: -2,
          },
        }}
      >
        {children}
        <Icon path={mdiInformationOutline} sx={{ fontSize: 14 }} />
      </Box>
      <Box
        id={id}
        popover="auto"
        sx={{
          maxWidth: 'min(36ch, 90vw)',
          p: 1.25,
          border: '1px solid',
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.paper',
          color: 'text.primary',
          fontSize: '0.8125rem',
          fontWeight: 400,
          textAlign: 'start',
          whiteSpace: 'normal',
          // Elsewhere in the middle of the screen, as browsers have it.
          '@supports (position-area: bottom)': {
            inset: 'auto',
            m: 0.5,
            positionArea: 'bottom span-right',
            positionTryFallbacks: 'flip-inline',
          },
        }}
      >
        {reason}
      </Box>
    </>
  );
}

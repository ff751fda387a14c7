/**
 * What still answers the question before: seen faintly, said to be busy, and not to be clicked or reached by
 * keyboard. A row of the list before, opened by mistake, would be the wrong patient.
 */
import Box, { type BoxProps } from '@mui/material/Box';
import { useSyncExternalStore } from 'react';

/**
 * @param operable numbers of no one person, whose own buttons asked for the new ones: they keep the focus and can be
 * pressed again meanwhile
 */
export function Outdated({
  outdated,
  operable = false,
  sx,
  ...box
}: BoxProps & { outdated: boolean; operable?: boolean }) {
  return (
    <Box
      {...box}
      aria-busy={outdated || undefined}
      inert={outdated && !operable}
      sx={[
        ...(Array.isArray(sx) ? sx : [sx]),
        outdated && { opacity: 0.4, filter: 'grayscale(1)' },
        outdated && !operable && { pointerEvents: 'none' },
      ]}
    />
  );
}

let typing = 0;
const listeners = new Set<() => void>();
const change = (by: number) => {
  typing += by;
  for (const listener of listeners) listener();
};

/** Says that words were typed which have not reached the address yet; returns how to take it back. */
export function announceTyping(): () => void {
  change(1);
  return () => change(-1);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether words are being typed that no list answers yet. */
export const useTyping = (): boolean => useSyncExternalStore(subscribe, () => typing > 0);

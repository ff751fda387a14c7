/**
 * What still answers the question before: seen faintly, said to be busy, and not to be clicked or reached by
 * keyboard. A row of the list before, opened by mistake, would be the wrong patient.
 */
import Box, { type BoxProps } from '@mui/material/Box';
import { type KeyboardEvent, type SyntheticEvent, useSyncExternalStore } from 'react';

const stop = (event: SyntheticEvent) => {
  event.preventDefault();
  event.stopPropagation();
};
/** A key that presses a button makes a click of its own; what is drawn (a province of the map) listens for the key. */
const pressed = (event: KeyboardEvent) => {
  if (event.key === 'Enter' || event.key === ' ') stop(event);
};
const unpressable = { onClickCapture: stop, onKeyDownCapture: pressed };

/**
 * @param keepsFocus for panels whose own buttons asked for what is awaited: the button that was pressed keeps the
 * focus, which `inert` would drop, and nothing can be pressed until the answer is there
 */
export function Outdated({
  outdated,
  keepsFocus = false,
  sx,
  ...box
}: BoxProps & { outdated: boolean; keepsFocus?: boolean }) {
  return (
    <Box
      {...box}
      aria-busy={outdated || undefined}
      inert={outdated && !keepsFocus}
      {...(outdated && keepsFocus && unpressable)}
      sx={[
        ...(Array.isArray(sx) ? sx : [sx]),
        outdated && { opacity: 0.4, filter: 'grayscale(1)', pointerEvents: 'none' },
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

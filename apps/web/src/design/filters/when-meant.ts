/**
 * Controls whose code is fetched when someone turns to them. A list that opens (MUI's Select and Autocomplete with what
 * they stand on) is 45 kB of a first page's 267, and most visits touch none: until the pointer or the focus comes, a
 * face that looks and is named alike stands in its place.
 */
import { useEffect, useRef, useState } from 'react';
import { LostFile } from '../states.tsx';

/** How a control begins that takes its face's place. */
export type Beginning = {
  /** The face had the focus: the control takes it. */
  readonly focused: boolean;
  /** The face was pressed or typed in: the list is open. */
  readonly open: boolean;
  /** What was typed into the face. */
  readonly typed: string;
};

const untouched: Beginning = { focused: false, open: false, typed: '' };

/** What a face tells of its visitor. */
export type Face = {
  readonly typed: string;
  readonly onPointerEnter: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly open: (typed?: string) => void;
};

/** @param now fetched at once, e.g. where it holds a choice that a face cannot show */
export function useWhenMeant<Control>(
  fetch: () => Promise<Control>,
  now = false,
): { control: Control; beginning: Beginning } | { control: null; face: Face } {
  const [fetched, setFetched] = useState<{ readonly control: Control } | null>(null);
  const [lost, setLost] = useState<Error | null>(null);
  const [beginning, setBeginning] = useState(untouched);
  const asked = useRef(false);
  if (lost) throw lost;
  const want = () => {
    if (asked.current) return;
    asked.current = true;
    fetch().then(
      (control) => setFetched({ control }),
      (error: Error) => setLost(new LostFile(error.message, { cause: error })),
    );
  };
  useEffect(() => {
    if (now) want();
  });
  if (fetched) return { control: fetched.control, beginning };
  return {
    control: null,
    face: {
      typed: beginning.typed,
      onPointerEnter: want,
      onFocus: () => {
        setBeginning((b) => ({ ...b, focused: true }));
        want();
      },
      onBlur: () => setBeginning((b) => ({ ...b, focused: false, open: false })),
      open: (typed = '') => {
        setBeginning((b) => ({ ...b, open: true, typed }));
        want();
      },
    },
  };
}

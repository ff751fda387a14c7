import { useEffect, useRef, useState } from 'react';
import type { Arm } from '../definition/asked.ts';

/** Changes that can be taken back. */
const MOST = 100;

/** What a cohort's criteria were before, and after what was taken back; whoever changed them. */
export function useHistory(arm: Arm, onChange: (arm: Arm) => void) {
  const [{ past, future }, set] = useState<{ past: readonly Arm[]; future: readonly Arm[] }>({
    past: [],
    future: [],
  });
  const shown = useRef(arm);
  /** A change that is a step in the history itself is not written down. */
  const stepping = useRef(false);
  useEffect(() => {
    const former = shown.current;
    shown.current = arm;
    if (JSON.stringify(former) === JSON.stringify(arm)) return;
    if (stepping.current) {
      stepping.current = false;
      return;
    }
    set((own) => ({ past: [...own.past, former].slice(-MOST), future: [] }));
  }, [arm]);
  const step = (to: Arm, next: { past: readonly Arm[]; future: readonly Arm[] }) => {
    stepping.current = true;
    set(next);
    onChange(to);
  };
  const [before, after] = [past.at(-1), future.at(-1)];
  const undo =
    before && (() => step(before, { past: past.slice(0, -1), future: [...future, arm] }));
  const redo = after && (() => step(after, { past: [...past, arm], future: future.slice(0, -1) }));
  return { undo, redo };
}

import type { Bits } from '@nodp/cohorts/engine';
import type { Printed } from '@nodp/disclosure';
import type { CaseColumns } from './case-columns.ts';
import { personsAfter } from './persons.ts';

/** What is left after a step, and after those that were asked for behind it. */
interface Rung {
  readonly left: Printed;
  readonly next: WeakMap<Bits, Rung>;
}

/**
 * Counts ladders as `personsAfter` does, and remembers them by their sets: who changes the last step of a definition has only that one
 * counted, where adding up a million persons of the first one anew took most of the time. A set that nobody holds any more takes its
 * ladders with it.
 */
export const rememberingLadders = (columns: CaseColumns) => {
  const first = new WeakMap<Bits, Rung>();
  return (steps: readonly Bits[]): readonly Printed[] => {
    const found: Printed[] = [];
    let next = first;
    for (const set of steps) {
      const rung = next.get(set);
      if (rung === undefined) break;
      found.push(rung.left);
      next = rung.next;
    }
    if (found.length === steps.length) return found;
    const known = found.length;
    personsAfter(steps, columns, known).forEach((left, i) => {
      const rung = { left, next: new WeakMap<Bits, Rung>() };
      next.set(steps[known + i] as Bits, rung);
      next = rung.next;
      found.push(left);
    });
    return found;
  };
};

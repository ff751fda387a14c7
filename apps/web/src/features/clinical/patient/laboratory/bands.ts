/** Treatments as the bands behind laboratory curves. */
import type { Band } from '../../../../charts/dense-line.tsx';
import { treatmentColours } from '../../../../design/palette.ts';
import type { TimelineEvent } from '../timeline/layout.ts';

/** Surgery, radiotherapy and systemic therapy; what touches or overlaps of one kind is one band. */
export function bandsOf(events: readonly TimelineEvent[]): Band[] {
  const kinds = [
    ['surgery', treatmentColours.SURGERY],
    ['radiotherapy', treatmentColours.RADIOTHERAPY],
    ['systemic', treatmentColours.SYSTEMIC],
  ] as const;
  return kinds.flatMap(([lane, colour]) => {
    const own = events.filter((e) => e.lane === lane).toSorted((a, b) => a.start - b.start);
    const bands: Band[] = [];
    for (const { start, end } of own) {
      const last = bands.at(-1);
      if (last && start <= last.end) last.end = Math.max(last.end, end);
      else bands.push({ start, end, colour });
    }
    return bands;
  });
}

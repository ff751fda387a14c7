/** Treatments as the bands behind laboratory curves. */
import type { Band } from '../../../../charts/dense-line.tsx';
import { treatmentColours } from '../../../../design/palette.ts';
import { spanOfPartialDate } from '../../../../format/date.ts';
import type { TimelineEvent } from '../timeline/layout.ts';
import type { Regimen } from '../treatments.ts';

/**
 * Surgery and radiotherapy, joined where they touch or overlap, and every regimen under its name.
 * @param name how a regimen is called on the page
 * @param until where what goes on has come to: today, or the day of death (ms UTC)
 */
export function bandsOf(
  events: readonly TimelineEvent[],
  regimens: readonly Regimen[],
  name: (regimen: Regimen) => string,
  until: number,
): Band[] {
  const local = (['surgery', 'radiotherapy'] as const).flatMap((lane) => {
    const colour = treatmentColours[lane === 'surgery' ? 'SURGERY' : 'RADIOTHERAPY'];
    const own = events.filter((e) => e.lane === lane).toSorted((a, b) => a.start - b.start);
    const bands: Band[] = [];
    for (const { start, end } of own) {
      const last = bands.at(-1);
      if (last && start <= last.end) last.end = Math.max(last.end, end);
      else bands.push({ start, end, colour });
    }
    return bands;
  });
  const systemic = regimens.flatMap((regimen): Band[] => {
    const from = spanOfPartialDate(regimen.from);
    if (!from) return [];
    const to = spanOfPartialDate(regimen.to)?.end;
    const end = to ?? (regimen.ongoing ? Math.max(until, from.end) : from.end);
    return [{ start: from.start, end, colour: treatmentColours.SYSTEMIC, name: name(regimen) }];
  });
  return [...local, ...systemic];
}

/** Longer than any schedule leaves between two measurements, ms. */
const longest = 365 * 86_400_000;

/** Stretches of over a year without a result, the last one up to `until`; times ascending, ms UTC. */
export function gapsOf(times: readonly number[], until: number): { start: number; end: number }[] {
  return times.flatMap((start, i) => {
    const end = times[i + 1] ?? until;
    return end - start > longest ? [{ start, end }] : [];
  });
}

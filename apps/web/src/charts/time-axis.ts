/** Ticks of a time axis at whole days, months or years, UTC. */
import { type TimeInterval, utcMonth, utcTickInterval, utcYear } from 'd3-time';

export type Domain = { start: number; end: number };
export type Tick = { at: number; label: string };

export const day = 86_400_000;

/** Ticks no closer than `apart` px on an axis `width` px wide. */
export function timeTicks({ start, end }: Domain, width: number, apart = 84): Tick[] {
  const [from, to] = [new Date(start), new Date(end)];
  const least = ((end - start) / Math.max(width, 1)) * apart;
  // d3 comes near the number that it is asked for, from either side: it is asked for fewer until none stands too close.
  for (let count = Math.max(1, Math.floor((end - start) / Math.max(least, day))); ; count--) {
    const interval: TimeInterval | null =
      count > 0 ? utcTickInterval(from, to, count) : utcYear.every(100);
    const dates = interval?.range(interval.ceil(from), new Date(end + 1)) ?? [];
    const close = dates.some((date, i) => i > 0 && +date - +(dates[i - 1] as Date) < 0.91 * least);
    if (!close || count <= 0)
      return dates.map((date) => ({ at: +date, label: labelOf(date, dates) }));
  }
}

/** A year, a month or a day: as much of the date as tells the ticks apart. */
function labelOf(date: Date, all: readonly Date[]): string {
  const whole = (interval: TimeInterval): boolean => all.every((d) => +interval.floor(d) === +d);
  return date.toISOString().slice(0, whole(utcYear) ? 4 : whole(utcMonth) ? 7 : 10);
}

/** The domain enlarged (factor above 1) or narrowed about a point of it, never below a week. */
export function zoomed(domain: Domain, factor: number, about: number): Domain {
  const length = Math.max((domain.end - domain.start) * factor, 7 * day);
  const share = (about - domain.start) / (domain.end - domain.start);
  return { start: about - share * length, end: about + (1 - share) * length };
}

/** The domain moved by a share of its length. */
export function moved(domain: Domain, share: number): Domain {
  const by = (domain.end - domain.start) * share;
  return { start: domain.start + by, end: domain.end + by };
}

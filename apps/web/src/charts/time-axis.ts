/** Ticks of a time axis at whole days, months or years, UTC. */

export type Domain = { start: number; end: number };
export type Tick = { at: number; label: string };

export const day = 86_400_000;
const month = 30.44 * day;
const year = 365.25 * day;

/** Steps that people count in: [unit, how many, about how long]. */
const steps = [
  ['day', 1, day],
  ['day', 7, 7 * day],
  ['month', 1, month],
  ['month', 3, 3 * month],
  ['month', 6, 6 * month],
  ['year', 1, year],
  ['year', 2, 2 * year],
  ['year', 5, 5 * year],
  ['year', 10, 10 * year],
  ['year', 25, 25 * year],
] as const;

/** Ticks no closer than `apart` px on an axis `width` px wide. */
export function timeTicks({ start, end }: Domain, width: number, apart = 84): Tick[] {
  const atLeast = ((end - start) / Math.max(width, 1)) * apart;
  const [unit, count] = steps.find(([, , length]) => length >= atLeast) ?? ['year', 50];
  const ticks: Tick[] = [];
  for (let at = floorTo(start, unit, count); at <= end; at = next(at, unit, count)) {
    if (at >= start) ticks.push({ at, label: labelOf(at, unit) });
  }
  return ticks;
}

function floorTo(at: number, unit: 'day' | 'month' | 'year', count: number): number {
  const d = new Date(at);
  const y = d.getUTCFullYear();
  if (unit === 'year') return Date.UTC(Math.floor(y / count) * count, 0);
  if (unit === 'month') return Date.UTC(y, Math.floor(d.getUTCMonth() / count) * count);
  const step = count * day;
  return Math.floor(at / step) * step;
}

function next(at: number, unit: 'day' | 'month' | 'year', count: number): number {
  const d = new Date(at);
  if (unit === 'year') return Date.UTC(d.getUTCFullYear() + count, 0);
  if (unit === 'month') return Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + count);
  return at + count * day;
}

const labelOf = (at: number, unit: 'day' | 'month' | 'year'): string =>
  new Date(at).toISOString().slice(0, unit === 'year' ? 4 : unit === 'month' ? 7 : 10);

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

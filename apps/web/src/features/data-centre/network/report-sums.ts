import { formatPercent } from '../../../format/quantity.ts';
import type { DayTallied } from './requests.ts';

/** The last twelve months of the national calendar, the newest first. */
export const monthsUntil = (now: Date): string[] => {
  const here = new Date(now.getTime() + 8 * 3_600_000);
  return Array.from({ length: 12 }, (_, back) =>
    new Date(Date.UTC(here.getUTCFullYear(), here.getUTCMonth() - back, 1))
      .toISOString()
      .slice(0, 7),
  );
};

export const share = (part: number, of: number): string =>
  of === 0 ? '—' : formatPercent(part / of);

export const received = (d: DayTallied): number =>
  d.created + d.updated + d.unchanged + d.retained + d.held + d.refused;

export type Sums = DayTallied & { readonly name: string };

/** Adds the numbers of days, or of types, under one name each. */
export const sumBy = (days: readonly DayTallied[], of: (d: DayTallied) => string): Sums[] => {
  const sums = new Map<string, Record<string, unknown>>();
  for (const one of days) {
    const known = sums.get(of(one));
    if (known === undefined) sums.set(of(one), { ...one, name: of(one) });
    else
      for (const [key, value] of Object.entries(one))
        if (typeof value === 'number') known[key] = (known[key] as number) + value;
  }
  return [...sums.values()] as unknown as Sums[];
};

/** The share of what was dated that came within so many days of its event. */
export const within = (r: Sums, days: number): string => {
  const steps = [r.within1, r.within7, r.within30, r.within90, r.within365];
  const limits = [1, 7, 30, 90, 365];
  const sum = steps.filter((_, i) => (limits[i] ?? 0) <= days).reduce((a, b) => a + b, 0);
  return share(sum, steps.reduce((a, b) => a + b, 0) + r.later);
};

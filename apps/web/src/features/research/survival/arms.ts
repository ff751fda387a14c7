/** The cohorts of a comparison as the drawing and its tables want them. */

import type { ArmName } from '../definition/study.ts';
import type { Survival } from '../queries.ts';

export type DrawnArm = Survival['arms'][number] & {
  name: ArmName;
  /** What it is called. */
  words: string;
  colour: string;
};

/** A month of the table: what holds then in each cohort. */
export type MonthRow = {
  months: number;
  arms: (Survival['arms'][number]['curve'][number] | null)[];
};

/** The curves month by month, as long as any goes on. */
export function monthRows(arms: readonly Pick<DrawnArm, 'curve'>[]): MonthRow[] {
  const byMonth = arms.map((arm) => new Map(arm.curve.map((p) => [p.months, p])));
  const months = new Set(arms.flatMap((arm) => arm.curve.map((p) => p.months)));
  return [...months]
    .sort((x, y) => x - y)
    .map((m) => ({ months: m, arms: byMonth.map((points) => points.get(m) ?? null) }));
}

/** A share of survival in percent. */
export const formatSurvival = (share: number | null): string =>
  share === null ? '—' : `${(share * 100).toFixed(1)}%`;

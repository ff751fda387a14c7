import type { Random } from '../random/random.ts';

export interface Psa {
  /** ng/mL at diagnosis; null where the stage does not go by it. */
  readonly value: number | null;
  /** ISUP, 1 to 5. */
  readonly gradeGroup: string | null;
}

/** From and to which PSA the bands of the nation's prostate cancers lie; those of the stage tables end at 10 and 20. */
const BANDS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  low: [4.2, 9.8],
  middle: [10.2, 19.6],
  high: [20.5, 70],
  higher: [30, 600],
};

/** A PSA within the band that a stage says, and its grade group. */
export const psaIn = (random: Random, factors: Readonly<Record<string, string>>): Psa => {
  const gradeGroup = factors.grade_group ?? null;
  const band = BANDS[factors.psa ?? ''];
  if (band === undefined) return { value: null, gradeGroup };
  const [from, to] = band;
  const value = from * (to / from) ** random.unit();
  return { value: Math.round(value * 100) / 100, gradeGroup };
};

import type { Regimen } from '../cancers/model.ts';
import type { Random } from '../random/random.ts';
import { type Day, YEAR } from '../time/days.ts';
import type { BiomarkerResult } from './biomarkers.ts';
import type { Course } from './course.ts';

/** Whether a regimen suits the tumour: its biomarkers as far as tested, its morphology. */
const suits = (regimen: Regimen, course: Course, found: readonly BiomarkerResult[]): boolean => {
  const m = regimen.morphology;
  if (
    m !== null &&
    (m.startsWith('!')
      ? course.morphology.startsWith(m.slice(1))
      : !course.morphology.startsWith(m))
  ) {
    return false;
  }
  return regimen.needs.every((need) => {
    const result = found.find((r) => r.biomarker === need.replace(/^-/, ''));
    return need.startsWith('-') ? result?.positive !== true : result?.positive === true;
  });
};

/** One that suits the tumour and that there is on the day; of those without a target the earlier is likelier. */
export const choose = (
  random: Random,
  regimens: readonly Regimen[],
  course: Course,
  found: readonly BiomarkerResult[],
  day: Day,
): Regimen | null => {
  const suitable = regimens.filter(
    (r) => (r.since === null || r.since <= day) && suits(r, course, found),
  );
  if (suitable.length === 0) return null;
  const targeted = suitable.filter((r) => r.needs.some((n) => !n.startsWith('-')));
  if (targeted.length > 0 && random.chance(0.85)) return random.pick(targeted);
  return suitable[Math.min(suitable.length - 1, Math.floor(random.exponential() * 1.1))] ?? null;
};

/** Aromatase inhibitors and fulvestrant do nothing while the ovaries work. */
const NEEDS_SUPPRESSION = /^(?:L02BG0|L02BA03)/;
const SUPPRESSING = ['L02AE03', 'L02AE02'] as const;

/** The regimen, with suppression of the ovaries for a woman before her menopause. */
export const withOvarianSuppression = (
  random: Random,
  regimen: Regimen,
  { sex, born }: Course,
  day: Day,
): Regimen => {
  const age = (day - born) / YEAR;
  if (sex !== 'female' || age >= 51 || !regimen.drugs.some((key) => NEEDS_SUPPRESSION.test(key)))
    return regimen;
  if (age >= 45 && random.chance(0.5)) return regimen;
  return { ...regimen, drugs: [...regimen.drugs, random.pick(SUPPRESSING)] };
};

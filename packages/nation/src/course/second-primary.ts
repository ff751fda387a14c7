import { cancerOf } from '../cancers/index.ts';
import type { Random } from '../random/random.ts';
import { newCases } from '../sources/incidence.ts';
import { YEAR } from '../time/days.ts';
import { workday } from '../time/workdays.ts';
import type { Course } from './course.ts';
import { type Care, operatedOnly } from './treatment.ts';
import { drawTumour } from './tumour.ts';

/** Another cancer of the same person: its course as far as it is its own, and its operation. */
export interface SecondPrimary {
  readonly course: Course;
  readonly care: Care;
}

/**
 * Who would get another cancer in the years that are told, a third of them within half a year; few live so long. Shares of
 * patients in Chinese hospital series lie between 0.9 and 3.7 %; this one is ours.
 */
const WOULD = 0.072;

/** Second primaries for each patient that this makes. */
export const SECOND_PRIMARIES = 0.02;

/** A new case as likely as any at the person's age and sex, of another site. */
const drawCancer = (random: Random, { sex, cancer }: Course, age: number) => {
  for (let tries = 0; tries < 40; tries++) {
    const cell = newCases.draw(random);
    const found = cancerOf(cell.cancer);
    if (cell.sex !== sex || Math.abs(cell.age * 5 + 2.5 - age) > 7.5) continue;
    // What has no stages tells of the whole person, as leukaemia does, or of no site.
    if (found.group !== cancer.group && found.staging?.system === 'AJCC') return found;
  }
  return null;
};

export const drawSecondPrimary = (random: Random, course: Course): SecondPrimary | null => {
  if (!random.chance(WOULD)) return null;
  const { born, end, sex } = course;
  const after = random.chance(1 / 3) ? random.below(180) : 180 + random.below(9 * 365);
  const diagnosed = workday(course.diagnosed + after);
  if (diagnosed >= end - 10) return null;
  const cancer = drawCancer(random, course, (diagnosed - born) / YEAR);
  if (cancer === null) return null;
  const tumour = drawTumour(random, random, cancer, { sex, born, diagnosed });
  if (tumour.metastatic) return null;
  const own: Course = { ...course, ...tumour, cancer, diagnosed, relapse: null };
  return { course: own, care: operatedOnly(random, own) };
};

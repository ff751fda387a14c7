import type { PartialDate, Stored } from '@nodp/record';
import { siteGroupOf } from '@nodp/terminology';
import type { BasisOfDiagnosis } from '@nodp/terminology/basis-of-diagnosis';
import { siteGroupOfMetastasis, topographyOfMetastasis } from '@nodp/terminology/metastases';
import type { Course } from '../course/course.ts';
import type { Care } from '../course/treatment.ts';
import type { Random } from '../random/random.ts';
import { type Day, dateOf, onDay } from '../time/days.ts';
import { workday } from '../time/workdays.ts';
import { icd10Of, METASTASES } from './icd10.ts';
import { coded } from './records.ts';
import { writeStages } from './stages.ts';
import { ICD_10 } from './systems.ts';
import type { View, Writer } from './writer.ts';

/** How well a diagnosis date is known: most to the day. */
const partial = (random: Random, day: Day): PartialDate =>
  random.chance(0.02) ? { date: `${dateOf(day).slice(0, 7)}-01`, precision: 'month' } : onDay(day);

/**
 * How the diagnosis was made: most by histology of the primary. Drawn from the person's dates instead of the
 * course's chance, whose every further draw would be another.
 */
const basisOf = ({ diagnosed, born, stage, topography }: Course): BasisOfDiagnosis => {
  const share = ((((diagnosed * 7919 + born * 104_729) % 1000) + 1000) % 1000) / 1000;
  if (topography.startsWith('C42')) return share < 0.9 ? '7' : '5';
  if (share < 0.86) return '7';
  if (share < 0.9) return stage === 3 ? '6' : '7';
  if (share < 0.94) return '5';
  return share < 0.99 ? '2' : '1';
};

const siteGroups = new Map<string, string | null>();
const siteGroup = (topography: string, morphology: string): string | null => {
  const key = `${topography} ${morphology}`;
  let found = siteGroups.get(key);
  if (found === undefined) {
    found = siteGroupOf(topography, morphology);
    siteGroups.set(key, found);
  }
  return found;
};

const report = (
  random: Random,
  more: Random,
  writer: Writer,
  view: View,
  course: Course,
  care: Care,
  day: Day,
  stageTold: boolean,
): Stored<'tumour'> => {
  const { topography, morphology, cancer } = course;
  const icd10 = icd10Of(topography, morphology);
  const told = writer.add('tumour', view, 'Condition', 'tumour', day, {
    spread: 'PRIMARY',
    siteGroup: siteGroup(topography, morphology),
    topography,
    morphology,
    icd10,
    grade: null,
    laterality: course.laterality,
    basisOfDiagnosis: basisOf(course),
    diagnosed: partial(random, day),
    clinicalStatus:
      care.surgery !== null && course.relapse === null && course.stage < 3 ? 'remission' : 'active',
    sent: coded(ICD_10, icd10, cancer.zh),
  });
  if (stageTold) writeStages(more, writer, view, course, care, told);
  return told;
};

/** A day, or the one before it where the other lies in another year: both hospitals stage by the same edition. */
const sameYear = (day: Day, other: Day): Day =>
  dateOf(day).slice(0, 4) === dateOf(other).slice(0, 4) ? other : day;

/** The cancer as each hospital reports it: one patient in twelve has it twice. */
export const writeTumours = (
  random: Random,
  more: Random,
  writer: Writer,
  course: Course,
  care: Care,
): readonly Stored<'tumour'>[] => {
  const [home, second] = writer.views as [View, View?];
  const told = [
    report(random, more, writer, home, course, care, course.diagnosed, course.stageKnown),
  ];
  if (second !== undefined && course.second !== null) {
    // The second hospital dates the cancer by its own assessment, or copies the first one's date.
    const day = random.chance(0.5)
      ? course.diagnosed
      : sameYear(
          course.diagnosed,
          Math.min(course.end, workday(course.diagnosed + random.below(21))),
        );
    told.push(
      report(
        random,
        more,
        writer,
        second,
        course,
        care,
        day,
        course.stageKnown && random.chance(0.93),
      ),
    );
  }
  return told;
};

/** Metastases seen on a day. */
export const writeMetastasis = (
  random: Random,
  writer: Writer,
  course: Course,
  day: Day,
  key: string,
): string => {
  const icd10 = course.cancer.metastases.draw(random);
  const found = { icd10, topography: null };
  const display = METASTASES[icd10];
  if (display === undefined) throw new RangeError(`no metastasis ${icd10}`);
  writer.add('tumour', writer.at(day), 'Condition', key, day, {
    spread: 'SECONDARY',
    siteGroup: siteGroupOfMetastasis(found),
    topography: topographyOfMetastasis(found),
    morphology: null,
    icd10,
    grade: null,
    laterality: null,
    basisOfDiagnosis: null,
    diagnosed: onDay(day),
    clinicalStatus: 'active',
    sent: coded(ICD_10, icd10, display),
  });
  return display;
};

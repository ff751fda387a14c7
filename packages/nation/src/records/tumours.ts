import { latestDay } from '@nodp/oncology';
import type { PartialDate, Stored } from '@nodp/record';
import { siteGroupOf } from '@nodp/terminology';
import type { BasisOfDiagnosis } from '@nodp/terminology/basis-of-diagnosis';
import { siteGroupOfMetastasis, topographyOfMetastasis } from '@nodp/terminology/metastases';
import type { ModeOfDetection } from '@nodp/terminology/mode-of-detection';
import { isTopography } from '@nodp/terminology/topography';
import type { Course } from '../course/course.ts';
import type { InSitu, Oddities } from '../course/oddities.ts';
import { chapterFor } from '../course/staging.ts';
import type { Care } from '../course/treatment.ts';
import type { Random } from '../random/random.ts';
import { type Day, dateOf, onDay } from '../time/days.ts';
import { workday } from '../time/workdays.ts';
import { icd10Of, METASTASES } from './icd10.ts';
import { coded } from './records.ts';
import { writeStages } from './stages.ts';
import { ICD_10 } from './systems.ts';
import type { View, Writer } from './writer.ts';

/** How well a diagnosis date is known: most to the day; a month or a year only where the patient was seen after it. */
const partial = (random: Random, day: Day, end: Day): PartialDate | null => {
  const at = random.unit();
  if (at >= 0.03) return onDay(day);
  const date = dateOf(day);
  const month: PartialDate = { date: `${date.slice(0, 7)}-01`, precision: 'month' };
  const year: PartialDate = { date: `${date.slice(0, 4)}-01-01`, precision: 'year' };
  if (at >= 0.027) return null;
  const known = at < 0.02 ? month : year;
  return latestDay(known) <= dateOf(end) ? known : onDay(day);
};

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

/** What a hospital reports of one cancer. */
interface Reported {
  readonly view: View;
  readonly course: Course;
  readonly care: Care;
  readonly day: Day;
  readonly stageTold: boolean;
  /** How it was found, where the hospital said so. */
  readonly detected: ModeOfDetection | null;
  /** It knows no more than the organ, by its images. */
  readonly coarse: boolean;
}

/** The site with no more than its organ, and no histology; null where that would be another cancer or staged otherwise. */
const coarsely = ({ topography, morphology }: Course) => {
  const rough = { topography: `${topography.slice(0, 3)}.9`, morphology: '8000/3' };
  const same =
    isTopography(rough.topography) &&
    siteGroup(rough.topography, rough.morphology) === siteGroup(topography, morphology) &&
    chapterFor(rough.topography, rough.morphology) === chapterFor(topography, morphology);
  return same ? rough : null;
};

export const writeReport = (
  random: Random,
  more: Random,
  writer: Writer,
  { view, course, care, day, stageTold, coarse, detected }: Reported,
): Stored<'tumour'> => {
  const rough = coarse ? coarsely(course) : null;
  const { topography, morphology } = rough ?? course;
  const icd10 = icd10Of(topography, morphology);
  const told = writer.add('tumour', view, 'Condition', 'tumour', day, {
    spread: 'PRIMARY',
    siteGroup: siteGroup(topography, morphology),
    topography,
    morphology,
    icd10,
    grade: null,
    laterality: course.laterality,
    basisOfDiagnosis: rough === null ? basisOf(course) : '2',
    diagnosed: partial(random, day, course.end),
    clinicalStatus:
      care.surgery !== null && course.relapse === null && course.stage < 3 ? 'remission' : 'active',
    sent: coded(ICD_10, icd10, course.cancer.zh),
    ...(detected !== null && { modeOfDetection: detected }),
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
  odd: Oddities,
  detected: ModeOfDetection | null,
): readonly Stored<'tumour'>[] => {
  const [home, second] = writer.views as [View, View?];
  const { stageKnown: stageTold, diagnosed } = course;
  const first = {
    view: home,
    course,
    care,
    day: diagnosed,
    stageTold,
    coarse: odd.coarse,
    detected,
  };
  const told = [writeReport(random, more, writer, first)];
  if (second !== undefined && course.second !== null) {
    // The second hospital dates the cancer by its own assessment, or copies the first one's date.
    const day = random.chance(0.5)
      ? diagnosed
      : sameYear(diagnosed, Math.min(course.end, workday(diagnosed + random.below(21))));
    const also = { ...first, view: second, day, coarse: false };
    told.push(
      writeReport(random, more, writer, { ...also, stageTold: stageTold && random.chance(0.93) }),
    );
  }
  return told;
};

/** A cancer that nobody knew of until the death certificate was read. */
export const writeCertificate = (writer: Writer, course: Course): Stored<'tumour'> => {
  const [home] = writer.views as [View];
  const { topography, morphology } = coarsely(course) ?? course;
  const icd10 = icd10Of(topography, morphology);
  return writer.add('tumour', home, 'Condition', 'tumour', course.end, {
    spread: 'PRIMARY',
    siteGroup: siteGroup(topography, morphology),
    topography,
    morphology,
    icd10,
    grade: null,
    laterality: null,
    basisOfDiagnosis: '0',
    diagnosed: onDay(course.end),
    clinicalStatus: 'active',
    sent: coded(ICD_10, icd10, course.cancer.zh),
  });
};

/** What was found in situ years before; written down with the cancer that came after it. */
export const writeInSitu = (
  writer: Writer,
  { icd10, zh, topography, morphology, on }: InSitu,
): void => {
  const [home] = writer.views as [View];
  writer.add('tumour', home, 'Condition', 'tumour-in-situ', on, {
    spread: 'PRIMARY',
    siteGroup: siteGroup(topography, morphology),
    topography,
    morphology,
    icd10,
    grade: null,
    laterality: null,
    basisOfDiagnosis: '7',
    diagnosed: onDay(on),
    clinicalStatus: 'remission',
    sent: coded(ICD_10, icd10, zh),
  });
};

/** Metastases seen on a day. */
export const writeMetastasis = (
  random: Random,
  writer: Writer,
  course: Course,
  day: Day,
  key: string,
  named: boolean,
): string => {
  const icd10 = course.cancer.metastases.draw(random);
  const found = { icd10, topography: null };
  const display = METASTASES[icd10];
  if (display === undefined) throw new RangeError(`no metastasis ${icd10}`);
  const view = writer.at(day);
  writer.add('tumour', view, 'Condition', key, day, {
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
    // Where the patient has another cancer, it says of which it is.
    ...(named ? { related: writer.keyOf(view, 'tumour') } : {}),
  });
  return display;
};

import type { Random } from '../random/random.ts';
import { PUBLISHED_DCO } from '../sources/registry-quality.ts';
import { type Day, YEAR } from '../time/days.ts';
import { workdayBefore } from '../time/workdays.ts';
import type { Course } from './course.ts';
import { drawSecondPrimary, type SecondPrimary } from './second-primary.ts';

/** How well a day is known. */
export type Known = 'day' | 'month' | 'year' | 'not';

/** A neoplasm in situ of the organ, found and removed before the invasive one. */
export interface InSitu {
  readonly on: Day;
  readonly icd10: string;
  readonly zh: string;
  readonly topography: string;
  readonly morphology: string;
}

/** What makes a record hard to count: each is what registries meet, how often is ours where no source is named. */
export interface Oddities {
  /** Known from a death certificate only. */
  readonly certificateOnly: boolean;
  readonly died: Known;
  /** Born in a year that is all that is known. */
  readonly bornInYear: boolean;
  readonly residenceUnknown: boolean;
  /** The sex written down is not that of who has the organ. */
  readonly otherSex: boolean;
  /** The first hospital knows no more than the organ; the second one's report corrects it. */
  readonly coarse: boolean;
  readonly inSitu: InSitu | null;
  readonly secondPrimary: SecondPrimary | null;
}

/** Of deaths from cancer, so that of all cases as many are known from a certificate only as published. */
const OF_CANCER_DEATHS = PUBLISHED_DCO / 0.47;

const IN_SITU: Readonly<
  Record<string, readonly [icd10: string, zh: string, topography: string, morphology: string]>
> = {
  breast: ['D05.1', '乳腺导管原位癌', 'C50.9', '8500/2'],
  cervix: ['D06.9', '宫颈上皮内瘤变3级', 'C53.9', '8077/2'],
  oesophagus: ['D00.1', '食管原位癌', 'C15.9', '8070/2'],
  stomach: ['D00.2', '胃原位癌', 'C16.9', '8140/2'],
  colorectum: ['D01.0', '结肠原位癌', 'C18.9', '8140/2'],
  bladder: ['D09.0', '膀胱原位癌', 'C67.9', '8120/2'],
  melanoma: ['D03.7', '下肢原位黑色素瘤', 'C44.7', '8720/2'],
};

const drawInSitu = (random: Random, { cancer, diagnosed, born }: Course): InSitu | null => {
  const found = cancer.id === 'rectum' ? undefined : IN_SITU[cancer.group];
  if (found === undefined || !random.chance(0.02)) return null;
  const on = workdayBefore(diagnosed - Math.floor((0.6 + 5.4 * random.unit()) * YEAR));
  if (on < born + 25 * YEAR) return null;
  const [icd10, zh, topography, morphology] = found;
  return { on, icd10, zh, topography, morphology };
};

const OF_ONE_SEX: ReadonlySet<string> = new Set([
  'cervix',
  'corpus-uteri',
  'ovary',
  'other-female-genital',
  'prostate',
  'testis',
  'other-male-genital',
]);

const howKnown = (random: Random): Known => {
  const at = random.unit();
  return at < 0.975 ? 'day' : at < 0.985 ? 'month' : at < 0.991 ? 'year' : 'not';
};

export const drawOddities = (random: Random, course: Course): Oddities => {
  const { death, second, cancer } = course;
  const alone = second === null;
  const certificateOnly = death === 'cancer' && alone && random.chance(OF_CANCER_DEATHS * 1.09);
  const known = howKnown(random);
  return {
    certificateOnly,
    died: death === null || certificateOnly ? 'day' : known,
    // Without the day of birth no two hospitals' records are known for one person's.
    bornInYear: alone && random.chance(0.0087),
    residenceUnknown: random.chance(0.02),
    otherSex: OF_ONE_SEX.has(cancer.group) && random.chance(0.004),
    coarse: !alone && cancer.staging?.system === 'AJCC' && random.chance(0.25),
    inSitu: certificateOnly ? null : drawInSitu(random, course),
    secondPrimary: certificateOnly ? null : drawSecondPrimary(random, course),
  };
};

import { cancerOf, cancers } from '../cancers/index.ts';
import type { CancerModel } from '../cancers/model.ts';
import { hospitalsOf, type Institution, institutions } from '../network/institutions.ts';
import type { Random } from '../random/random.ts';
import { newCases, type Sex } from '../sources/incidence.ts';
import { yearsUntil } from '../sources/life-table.ts';
import type { Province } from '../sources/provinces.ts';
import { provincesOf } from '../sources/regional.ts';
import { everSmoked } from '../sources/smoking.ts';
import { type Day, YEAR } from '../time/days.ts';
import { drawDiagnosis } from '../time/diagnoses.ts';
import { workday, workdayBefore } from '../time/workdays.ts';
import { baseHazard, yearsToCancerDeath } from './survival.ts';
import { drawTumour, type Tumour } from './tumour.ts';

/** What truly happens to one patient, before any hospital writes it down. */
export interface Course extends Tumour {
  readonly sex: Sex;
  readonly born: Day;
  readonly province: Province;
  readonly home: Institution;
  /** The second hospital that knows the patient, from a day on. */
  readonly second: { readonly institution: Institution; readonly from: Day } | null;
  readonly cancer: CancerModel;
  readonly diagnosed: Day;
  /** Last day anything is known: of death, or of the last contact. */
  readonly end: Day;
  readonly death: 'cancer' | 'other' | null;
  /** Whether the hospitals lost sight of the patient. */
  readonly lost: boolean;
  /** Whether the patient ever smoked. */
  readonly smoker: boolean;
  /** Day the cancer comes back after it was removed, or grows on where it was not; null if never seen. */
  readonly relapse: Day | null;
}

/** How many patients two hospitals know. */
const SECOND_HOSPITAL = 1 / 12;
const LOST_A_YEAR = 0.035;

const baseHazards: ReadonlyMap<string, number> = new Map(
  cancers.map((model) => [model.id, baseHazard(model)]),
);

const drawSecond = (random: Random, province: string, home: Institution): Institution => {
  const hospitals = hospitalsOf(province);
  for (let tries = 0; tries < 12; tries++) {
    const found = hospitals.draw(random);
    if (found !== home) return found;
  }
  return institutions.find((i) => i !== home) as Institution;
};

/** When an operated cancer comes back, or another grows on; seen only before the end. */
const drawRelapse = (random: Random, stage: number, toDeath: number): number => {
  if (toDeath === Number.POSITIVE_INFINITY) {
    return random.chance(0.02 + 0.02 * stage) ? 0.5 + 5 * random.unit() : Number.POSITIVE_INFINITY;
  }
  const share = stage === 3 ? 0.25 + 0.45 * random.unit() : 0.4 + 0.45 * random.unit();
  return toDeath * share;
};

/**
 * @param random decides who the patient is; `more` what was found of the patient later on
 * @param reference the day as of which the nation is told
 */
export const drawCourse = (random: Random, more: Random, reference: Day): Course => {
  const cell = newCases.draw(random);
  const cancer = cancerOf(cell.cancer);
  const base = baseHazards.get(cancer.id) as number;
  const { sex } = cell;
  const age =
    cell.age === 17
      ? 85 + Math.min(13, 5 * random.exponential())
      : cell.age * 5 + 5 * random.unit();
  const diagnosed = workdayBefore(drawDiagnosis(random, reference));
  const born = diagnosed - Math.floor(age * YEAR);
  const province = provincesOf(cancer.group).draw(random);
  const home = hospitalsOf(province.code).draw(random);

  const tumour = drawTumour(random, more, cancer, { sex, born, diagnosed });
  const { stage } = tumour;

  const toCancerDeath = yearsToCancerDeath(cancer, base, stage, age, random.exponential());
  const toOtherDeath = yearsUntil(sex, age, random.exponential());
  const toLoss = random.exponential() / LOST_A_YEAR;
  const toRelapse = drawRelapse(random, stage, toCancerDeath);

  const dies = diagnosed + Math.max(1, Math.round(Math.min(toCancerDeath, toOtherDeath) * YEAR));
  const lostOn = Math.max(diagnosed, workdayBefore(diagnosed + Math.ceil(toLoss * YEAR)));
  // Who is alive was last seen some time ago; a death after that day is not known yet.
  const seen = Math.max(diagnosed, workdayBefore(reference - random.below(150)));
  const lastSeen = Math.min(lostOn, seen);
  const dead = dies <= lastSeen;
  const end = dead ? dies : lastSeen;
  const relapse = workday(diagnosed + Math.max(60, Math.round(toRelapse * YEAR)));

  const second = random.chance(SECOND_HOSPITAL)
    ? {
        institution: drawSecond(random, province.code, home),
        from: diagnosed + Math.floor(random.unit() * Math.min(500, Math.max(1, end - diagnosed))),
      }
    : null;
  return {
    sex,
    born,
    province,
    home,
    second,
    ...tumour,
    cancer,
    diagnosed,
    end,
    death: dead ? (toCancerDeath <= toOtherDeath ? 'cancer' : 'other') : null,
    lost: !dead && lostOn < seen,
    smoker: age >= 18 && more.chance(everSmoked(sex, cancer.group)),
    relapse: relapse < end ? relapse : null,
  };
};

import { siteHistology } from '@nodp/terminology/site-histology';
import { cancerOf, cancers } from '../cancers/index.ts';
import type { CancerModel } from '../cancers/model.ts';
import { hospitalsOf, type Institution, institutions } from '../network/institutions.ts';
import type { Random } from '../random/random.ts';
import { type Weighted, weighted } from '../random/weighted.ts';
import { newCases, type Sex } from '../sources/incidence.ts';
import { yearsUntil } from '../sources/life-table.ts';
import type { Province } from '../sources/provinces.ts';
import { provincesOf } from '../sources/regional.ts';
import { everSmoked } from '../sources/smoking.ts';
import { PUBLISHED_STAGE } from '../sources/stage.ts';
import { type Day, YEAR } from '../time/days.ts';
import { drawDiagnosis } from '../time/diagnoses.ts';
import { workday, workdayBefore } from '../time/workdays.ts';
import { clinicalStage, type Staged } from './staging.ts';
import { baseHazard, stageShares, yearsToCancerDeath } from './survival.ts';

/** What truly happens to one patient, before any hospital writes it down. */
export interface Course {
  readonly sex: Sex;
  readonly born: Day;
  readonly province: Province;
  readonly home: Institution;
  /** The second hospital that knows the patient, from a day on. */
  readonly second: { readonly institution: Institution; readonly from: Day } | null;
  readonly cancer: CancerModel;
  readonly topography: string;
  readonly morphology: string;
  readonly laterality: 'left' | 'right' | null;
  readonly grade: string | null;
  readonly diagnosed: Day;
  /** 0 to 3 for I to IV; 0 where the cancer is not staged. */
  readonly stage: number;
  /** As the clinician sees it at diagnosis. */
  readonly staged: Staged | null;
  /** Whether it has spread afar at diagnosis. */
  readonly metastatic: boolean;
  /** Whether a hospital wrote the stage down. */
  readonly stageKnown: boolean;
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

interface Prepared {
  readonly base: number;
  readonly stage: Readonly<Record<Sex, Weighted<number>>>;
  /** Topographies each morphology may have by IARC's rule. */
  readonly topographies: ReadonlyMap<string, Weighted<string>>;
}

const fitting = (model: CancerModel, morphology: string): Weighted<string> => {
  const { items, weights } = model.topography;
  const fit = items.map((t, i) =>
    siteHistology(t, morphology).verdict === 'consistent' ? (weights[i] ?? 0) : 0,
  );
  return fit.some((w) => w > 0) ? weighted(items, fit) : model.topography;
};

const prepared: ReadonlyMap<string, Prepared> = new Map(
  cancers.map((model) => {
    const stages = (sex: Sex) => weighted([0, 1, 2, 3], stageShares(model, sex));
    return [
      model.id,
      {
        base: baseHazard(model),
        stage: { male: stages('male'), female: stages('female') },
        topographies: new Map(model.morphology.items.map((m) => [m, fitting(model, m)])),
      },
    ];
  }),
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

/** Sarcomas of low grade are of stage I, others are not (AJCC, bone and soft tissue). */
const gradeOf = ({ group }: CancerModel, stage: number, drawn: string | null): string | null => {
  if (group !== 'bone' && group !== 'soft-tissue') return drawn;
  return stage === 0 ? '1' : drawn === '1' ? '3' : drawn;
};

/**
 * @param random decides who the patient is; `more` what was found of the patient later on
 * @param reference the day as of which the nation is told
 */
export const drawCourse = (random: Random, more: Random, reference: Day): Course => {
  const cell = newCases.draw(random);
  const cancer = cancerOf(cell.cancer);
  const ready = prepared.get(cancer.id) as Prepared;
  const { sex } = cell;
  const age =
    cell.age === 17
      ? 85 + Math.min(13, 5 * random.exponential())
      : cell.age * 5 + 5 * random.unit();
  const diagnosed = workdayBefore(drawDiagnosis(random, reference));
  const born = diagnosed - Math.floor(age * YEAR);
  const province = provincesOf(cancer.group).draw(random);
  const home = hospitalsOf(province.code).draw(random);

  const morphology = cancer.morphology.draw(random);
  const topography = (ready.topographies.get(morphology) ?? cancer.topography).draw(random);
  const stage = cancer.staging === null ? 0 : ready.stage[sex].draw(random);
  const grade = gradeOf(cancer, stage, cancer.grades?.draw(more) ?? null);
  const staged = clinicalStage(more, {
    cancer,
    topography,
    morphology,
    grade,
    born,
    diagnosed,
    stage,
  });
  const stageKnown = staged !== null && !random.chance(PUBLISHED_STAGE.unknown);

  const toCancerDeath = yearsToCancerDeath(cancer, ready.base, stage, age, random.exponential());
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
    cancer,
    topography,
    morphology,
    laterality: cancer.paired ? (random.chance(0.51) ? 'right' : 'left') : null,
    grade,
    diagnosed,
    stage,
    staged,
    metastatic: staged?.categories?.[2].startsWith('M1') ?? stage === 3,
    stageKnown,
    end,
    death: dead ? (toCancerDeath <= toOtherDeath ? 'cancer' : 'other') : null,
    lost: !dead && lostOn < seen,
    smoker: age >= 18 && more.chance(everSmoked(sex, cancer.group)),
    relapse: relapse < end ? relapse : null,
  };
};

import type { Operation, Regimen } from '../cancers/model.ts';
import type { Random } from '../random/random.ts';
import { type Day, YEAR } from '../time/days.ts';
import { workday } from '../time/workdays.ts';
import { type BiomarkerResult, drawBiomarkers } from './biomarkers.ts';
import type { Course } from './course.ts';
import { choose, withOvarianSuppression } from './regimens.ts';
import { beamSpan, drugSpan, lastTreated, type Span } from './spans.ts';
import { pathologicalStage, type Staged, stageAfterTreatment } from './staging.ts';

export type { BiomarkerResult };

/** What treatment before it left of the tumour. */
export type Downstaging = 'nothing' | 'less' | 'as much';

export interface Surgery {
  readonly kind: 'surgery';
  readonly on: Day;
  readonly operation: Operation;
  /** Null where nothing was given before it. */
  readonly left: Downstaging | null;
}

export interface Radiotherapy extends Span {
  readonly kind: 'radiotherapy';
  readonly palliative: boolean;
  readonly centigray: number;
  readonly fractions: number;
  readonly planned: number;
}

export interface Systemic extends Span {
  readonly kind: 'systemic';
  readonly regimen: Regimen;
  /** 1, 2, … of treatment for what is there; null where it goes with an operation. */
  readonly line: number | null;
}

/** How the tumour was staged when it was removed: pathologically, or after treatment. */
export interface Pathological {
  readonly classification: 'p' | 'y';
  readonly staged: Staged;
  readonly on: Day;
}

export interface Care {
  readonly pathological: Pathological | null;
  readonly biomarkers: readonly BiomarkerResult[];
  readonly surgery: Surgery | null;
  readonly radiotherapy: readonly Radiotherapy[];
  readonly systemic: readonly Systemic[];
}

/**
 * How much rarer the old are treated than the others of their stage, from an age on. That they are is published (Zeng C,
 * Wen W, Morgans AK, et al. JAMA Oncol 2015;1:88–96); by how much is ours.
 */
const RARER: readonly (readonly [age: number, surgery: number, beam: number, systemic: number])[] =
  [
    [85, 0.36, 0.5, 0.22],
    [80, 0.68, 0.8, 0.5],
    [75, 0.88, 0.95, 0.8],
  ];
const AS_OFTEN = [0, 1, 1, 1] as const;

/** Days after an operation by which the pathologist has staged what was removed. */
const ASSESSED = 10;

/** Draws one patient's treatment, in the order in which it is given. */
class Treating {
  readonly random: Random;
  readonly course: Course;
  readonly last: Day;
  readonly found: readonly BiomarkerResult[];
  readonly radiotherapy: Radiotherapy[] = [];
  readonly systemic: Systemic[] = [];
  surgery: Surgery | null = null;

  constructor(random: Random, course: Course) {
    this.random = random;
    this.course = course;
    this.found = drawBiomarkers(random, course);
    this.last = lastTreated(random, course);
  }

  /** Gives drugs from a day on, if any regimen suits; when they ended. */
  give(regimens: readonly Regimen[], at: Day, stopsAt: Day | null, line: number | null) {
    const from = workday(at);
    if (from >= this.last) return null;
    const chosen = choose(this.random, regimens, this.course, this.found, from);
    if (chosen === null) return null;
    const regimen = withOvarianSuppression(this.random, chosen, this.course, from);
    const span = drugSpan(this.random, this.course, from, regimen.days, this.last, stopsAt);
    this.systemic.push({ kind: 'systemic', regimen, line, ...span });
    return span.to;
  }

  /** Lines of treatment from a day on, each until it no longer helps. */
  giveLines(from: Day, stopsAt: Day | null): void {
    let at = from;
    let line = 0;
    for (const [i, regimens] of this.course.cancer.care.lines.entries()) {
      if (at >= this.last || (i > 0 && !this.random.chance(0.62))) break;
      const ended = this.give(regimens, at, i === 0 ? stopsAt : null, line + 1);
      if (ended === null) continue;
      line++;
      at = ended + 14 + this.random.below(30);
    }
  }

  irradiate(at: Day, palliative: boolean): void {
    const from = workday(at);
    if (from >= this.last) return;
    const [gray, planned] = palliative ? ([30, 10] as const) : this.course.cancer.care.dose;
    const { given, ...span } = beamSpan(this.random, this.course, from, planned, this.last);
    const centigray = Math.round((gray * 100 * given) / planned);
    const fractions = given;
    this.radiotherapy.push({
      kind: 'radiotherapy',
      palliative,
      centigray,
      fractions,
      planned,
      ...span,
    });
  }

  operate(at: Day, left: Downstaging | null): void {
    const { cancer, stage, end, relapse } = this.course;
    const on = workday(at);
    if (on >= end || (relapse !== null && on + ASSESSED >= relapse)) return;
    const operation = cancer.care.operations[stage]?.draw(this.random) as Operation;
    this.surgery = { kind: 'surgery', on, operation, left };
  }

  /** Drugs, and radiation where it is given with them, before an operation some weeks later. */
  treatBefore(): void {
    const { cancer, diagnosed, relapse } = this.course;
    const from = diagnosed + 10 + this.random.below(12);
    const ended = this.give(cancer.care.neoadjuvantRegimens, from, relapse, null);
    if (ended === null) return;
    let until = ended;
    if (cancer.care.neoadjuvantBeam) {
      this.irradiate(from, false);
      until = Math.max(until, this.radiotherapy[0]?.to ?? until);
    }
    const at = this.random.unit();
    const left = at < 0.22 ? 'nothing' : at < 0.7 ? 'less' : 'as much';
    this.operate(until + 28 + this.random.below(21), left);
  }
}

/** What is removed of a cancer that has not spread afar is staged by the pathologist. */
const pathological = (
  random: Random,
  course: Course,
  surgery: Surgery | null,
): Pathological | null => {
  const { staged: clinical, cancer } = course;
  if (surgery === null || clinical === null || course.metastatic) return null;
  if (cancer.staging?.system !== 'AJCC') return null;
  const { left, on } = surgery;
  const staged =
    left === null
      ? pathologicalStage(random, course, clinical)
      : stageAfterTreatment(random, course, left, clinical);
  return staged === null ? null : { classification: left === null ? 'p' : 'y', staged, on };
};

/** An operation alone, of what is found beside another cancer. */
export const operatedOnly = (random: Random, course: Course): Care => {
  const care = new Treating(random, course);
  const share = course.cancer.care.surgery[course.stage] ?? 0;
  if (random.chance(share)) care.operate(course.diagnosed + 8 + random.below(30), null);
  const { surgery } = care;
  return {
    pathological: pathological(random, course, surgery),
    biomarkers: [],
    surgery,
    radiotherapy: [],
    systemic: [],
  };
};

/** What is done for the patient until death or the last contact. */
export const drawCare = (random: Random, course: Course): Care => {
  const { cancer, stage, diagnosed, end, relapse } = course;
  const age = (diagnosed - course.born) / YEAR;
  const [, operated, irradiated, medicated] = RARER.find(([from]) => age >= from) ?? AS_OFTEN;
  const at = <T>(by: readonly [T, T, T, T]): T => by[stage] as T;
  const care = new Treating(random, course);
  const { care: usual } = cancer;

  if (random.chance(at(usual.surgery) * operated)) {
    const suits = choose(random, usual.neoadjuvantRegimens, course, care.found, diagnosed) !== null;
    if (suits && random.chance(at(usual.neoadjuvant) * medicated)) care.treatBefore();
    else care.operate(diagnosed + 6 + random.below(30), null);
  }
  const { surgery } = care;
  const before = Math.min(end, relapse ?? end);
  const start = (surgery === null ? diagnosed + 10 : surgery.on + 24) + random.below(20);
  if (surgery !== null) {
    const share = at(usual.adjuvant) * medicated * (surgery.left === null ? 1 : 0.5);
    const ended =
      start < before && random.chance(share)
        ? care.give(usual.adjuvantRegimens, start, relapse, null)
        : null;
    const then = (ended ?? start) + 14 + random.below(14);
    if (usual.prolonged.length > 0 && then < before && random.chance(0.93 * medicated ** 0.3))
      care.give(usual.prolonged, then, relapse, null);
  } else if (care.systemic.length === 0 && random.chance(at(usual.systemic) * medicated)) {
    care.giveLines(start, stage === 3 ? relapse : null);
  }
  const beam = start + (surgery === null ? 4 : 60) + random.below(20);
  if (
    care.radiotherapy.length === 0 &&
    beam < before &&
    random.chance(at(usual.radiotherapy) * irradiated)
  )
    care.irradiate(beam, course.metastatic && cancer.staging?.system === 'AJCC');
  // What came back is treated with the lines kept for it.
  if (relapse !== null && !care.systemic.some((s) => s.line !== null)) {
    const again = relapse + 12 + random.below(20);
    if (random.chance(0.72 * medicated)) care.giveLines(again, null);
    if (random.chance(0.2 * irradiated)) care.irradiate(again + 20, true);
  }
  return {
    pathological: pathological(random, course, surgery),
    biomarkers: care.found,
    surgery: care.surgery,
    radiotherapy: care.radiotherapy,
    systemic: care.systemic,
  };
};

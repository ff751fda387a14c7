import type { Operation, Regimen } from '../cancers/model.ts';
import { biomarker as biomarkerOf } from '../laboratory/biomarkers.ts';
import type { Random } from '../random/random.ts';
import type { Day } from '../time/days.ts';
import type { Course } from './course.ts';

export type TreatmentStatus = 'completed' | 'stopped' | 'in-progress';

interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly status: TreatmentStatus;
}

export interface Surgery {
  readonly kind: 'surgery';
  readonly on: Day;
  readonly operation: Operation;
}

export interface Radiotherapy extends Span {
  readonly kind: 'radiotherapy';
  readonly palliative: boolean;
  readonly centigray: number;
  readonly fractions: number;
}

export interface Systemic extends Span {
  readonly kind: 'systemic';
  readonly regimen: Regimen;
  /** 1, 2, … of treatment for what is there; null where it goes with an operation. */
  readonly line: number | null;
}

export interface BiomarkerResult {
  readonly biomarker: string;
  readonly positive: boolean;
  /** Per cent of cells, where it is counted. */
  readonly percent: number | null;
  readonly words: string;
}

export interface Care {
  readonly biomarkers: readonly BiomarkerResult[];
  readonly surgery: Surgery | null;
  readonly radiotherapy: readonly Radiotherapy[];
  readonly systemic: readonly Systemic[];
}

const fits = (morphology: string, prefixes: readonly string[] | undefined): boolean =>
  prefixes === undefined || prefixes.some((p) => morphology.startsWith(p));

const drawBiomarkers = (random: Random, course: Course): BiomarkerResult[] => {
  const results: BiomarkerResult[] = [];
  for (const use of course.cancer.biomarkers) {
    if (!fits(course.morphology, use.morphologies) || !random.chance(use.tested)) continue;
    const test = biomarkerOf(use.biomarker);
    if (test.percent) {
      const percent = Math.min(
        95,
        Math.max(1, Math.round(use.positive * 100 * Math.exp(0.6 * random.normal()))),
      );
      results.push({
        biomarker: use.biomarker,
        positive: percent >= 20,
        percent,
        words: `${percent}%`,
      });
      continue;
    }
    const positive = random.chance(use.positive);
    const words = positive ? random.pick(test.positive) : test.negative;
    results.push({ biomarker: use.biomarker, positive, percent: null, words });
  }
  return results;
};

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

/** The earlier of those that suit is likelier. */
const choose = (
  random: Random,
  regimens: readonly Regimen[],
  course: Course,
  found: readonly BiomarkerResult[],
): Regimen | null => {
  const suitable = regimens.filter((r) => suits(r, course, found));
  if (suitable.length === 0) return null;
  const targeted = suitable.filter((r) => r.needs.some((n) => !n.startsWith('-')));
  if (targeted.length > 0 && random.chance(0.85)) return random.pick(targeted);
  return suitable[Math.min(suitable.length - 1, Math.floor(random.exponential() * 1.1))] ?? null;
};

/** A course of treatment cut off by what comes first. */
const span = (random: Random, from: Day, days: number, end: Day, stopsAt: Day | null): Span => {
  const planned = from + Math.max(1, Math.round(days * Math.exp(0.25 * random.normal())));
  const wanted = stopsAt !== null && stopsAt > from ? Math.min(planned, stopsAt) : planned;
  if (wanted > end) return { from, to: end, status: 'in-progress' };
  const stopped = wanted < planned || random.chance(0.1);
  return { from, to: wanted, status: stopped ? 'stopped' : 'completed' };
};

/** Lines of systemic treatment from a day on, each until it no longer helps. */
const drawLines = (
  random: Random,
  course: Course,
  found: readonly BiomarkerResult[],
  from: Day,
  limit: Day,
  stopsAt: Day | null,
): Systemic[] => {
  const lines: Systemic[] = [];
  let at = from;
  for (const [i, regimens] of course.cancer.care.lines.entries()) {
    if (at >= limit || (i > 0 && !random.chance(0.62))) break;
    const regimen = choose(random, regimens, course, found);
    if (regimen === null) continue;
    const given = span(random, at, regimen.days, limit, i === 0 ? stopsAt : null);
    lines.push({ kind: 'systemic', regimen, line: lines.length + 1, ...given });
    at = given.to + 14 + random.below(30);
  }
  return lines;
};

const drawRadiotherapy = (
  random: Random,
  course: Course,
  from: Day,
  palliative: boolean,
): Radiotherapy => {
  const [gray, planned] = palliative ? ([30, 10] as const) : course.cancer.care.dose;
  const given = span(random, from, planned * 1.4, course.end, null);
  const done =
    given.status === 'completed'
      ? planned
      : Math.max(1, Math.min(planned, Math.floor((given.to - given.from) / 1.4)));
  const centigray = Math.round((gray * 100 * done) / planned);
  return { kind: 'radiotherapy', palliative, centigray, fractions: done, ...given };
};

/** What is done for the patient until death or the last contact. */
export const drawCare = (random: Random, course: Course): Care => {
  const { cancer, stage, diagnosed, end, relapse } = course;
  const at = <T>(by: readonly [T, T, T, T]): T => by[stage] as T;
  const biomarkers = drawBiomarkers(random, course);
  const radiotherapy: Radiotherapy[] = [];
  const systemic: Systemic[] = [];
  let surgery: Surgery | null = null;

  const operated = diagnosed + 6 + random.below(30);
  if (operated < end && random.chance(at(cancer.care.surgery))) {
    surgery = { kind: 'surgery', on: operated, operation: cancer.care.operations.draw(random) };
  }
  const start = (surgery === null ? diagnosed + 10 : operated + 24) + random.below(20);
  const before = Math.min(end, relapse ?? end);
  if (surgery !== null) {
    const regimen = choose(random, cancer.care.adjuvantRegimens, course, biomarkers);
    if (regimen !== null && start < before && random.chance(at(cancer.care.adjuvant))) {
      systemic.push({
        kind: 'systemic',
        regimen,
        line: null,
        ...span(random, start, regimen.days, end, relapse),
      });
    }
  } else if (start < end && random.chance(at(cancer.care.systemic))) {
    systemic.push(
      ...drawLines(random, course, biomarkers, start, end, stage === 3 ? relapse : null),
    );
  }
  const beam = start + (surgery === null ? 4 : 60) + random.below(20);
  if (beam < before && random.chance(at(cancer.care.radiotherapy))) {
    radiotherapy.push(drawRadiotherapy(random, course, beam, stage === 3));
  }
  // What came back is treated with the lines kept for it.
  if (relapse !== null && !systemic.some((s) => s.line !== null)) {
    const again = relapse + 12 + random.below(20);
    if (again < end && random.chance(0.72)) {
      systemic.push(...drawLines(random, course, biomarkers, again, end, null));
    }
    if (again + 20 < end && random.chance(0.2)) {
      radiotherapy.push(drawRadiotherapy(random, course, again + 20, true));
    }
  }
  return { biomarkers, surgery, radiotherapy, systemic };
};

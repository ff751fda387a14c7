import { fellPr, rosePd, type Tenths } from './millimetres.ts';

/** Raised whenever the same input gives another answer. */
export const RECIST_VERSION = 1;

export type TargetResponse = 'CR' | 'PR' | 'SD' | 'PD' | 'NE';
export type NonTargetResponse = 'CR' | 'non-CR/non-PD' | 'PD' | 'NE';
export type OverallResponse = TargetResponse | 'non-CR/non-PD';

export interface TargetLesion {
  readonly id: string;
  /** A lymph node is measured by its short axis. */
  readonly node: boolean;
  readonly baseline: Tenths;
}

export interface Visit {
  readonly date: string;
  /** Of each target lesion; null where it was not measured. */
  readonly target: Readonly<Record<string, Tenths | null>>;
  /** Null where it was not said. */
  readonly nonTarget: NonTargetResponse | null;
  readonly newLesion: 'none' | 'equivocal' | 'unequivocal';
}

export interface VisitResponse {
  readonly date: string;
  /** Null without target lesions. */
  readonly target: TargetResponse | null;
  readonly nonTarget: NonTargetResponse | null;
  readonly overall: OverallResponse;
  readonly baseline: Tenths;
  /** Null where a target lesion was not measured and what was is not already progression. */
  readonly sum: Tenths | null;
  /** The lowest sum before this visit, the baseline with it. */
  readonly nadir: Tenths;
  /** Target lesions that were not measured. */
  readonly notMeasured: readonly string[];
  /** Where an equivocal new lesion proved to be one: when it was first seen. */
  readonly progressedOn: string | null;
}

const total = (values: readonly Tenths[]): Tenths => values.reduce((a, b) => a + b, 0);

/** A node under 10 mm is normal; any other lesion must be gone. */
const isGone = (lesion: TargetLesion, value: Tenths): boolean =>
  lesion.node ? value < 100 : value === 0;

const targetResponse = (
  lesions: readonly TargetLesion[],
  measured: readonly (Tenths | null)[],
  nadir: Tenths,
): TargetResponse => {
  const sum = total(measured.filter((value) => value !== null));
  if (measured.includes(null)) return rosePd(sum, nadir) ? 'PD' : 'NE';
  if (lesions.every((lesion, index) => isGone(lesion, measured[index] ?? 0))) return 'CR';
  if (rosePd(sum, nadir)) return 'PD';
  return fellPr(sum, total(lesions.map(({ baseline }) => baseline))) ? 'PR' : 'SD';
};

/** Tables 1 and 2 of RECIST 1.1. */
const overallResponse = (
  target: TargetResponse | null,
  nonTarget: NonTargetResponse | null,
  newLesion: boolean,
): OverallResponse => {
  if (newLesion || target === 'PD' || nonTarget === 'PD') return 'PD';
  if (target === null) return nonTarget ?? 'NE';
  if (target !== 'CR') return target;
  return nonTarget === null || nonTarget === 'CR' ? 'CR' : 'PR';
};

/**
 * The response at each visit. Progression is measured from the lowest sum, the baseline with it, and goes before partial
 * response; visits that were not measured whole set no lowest sum. Source: Eisenhauer EA et al., RECIST 1.1, Eur J
 * Cancer 2009;45:228–247, 4.3 and tables 1 and 2; Schwartz LH et al., Eur J Cancer 2016;62:132–137.
 *
 * @param visits in order of time
 */
export const responses = (
  lesions: readonly TargetLesion[],
  hasNonTarget: boolean,
  visits: readonly Visit[],
): VisitResponse[] => {
  const baseline = total(lesions.map((lesion) => lesion.baseline));
  let nadir = baseline;
  let equivocalSince: string | null = null;
  return visits.map((visit) => {
    const measured = lesions.map(({ id }) => visit.target[id] ?? null);
    const before = nadir;
    const target = lesions.length === 0 ? null : targetResponse(lesions, measured, before);
    const sum = total(measured.filter((value) => value !== null));
    const whole = !measured.includes(null);
    if (whole && lesions.length > 0) nadir = Math.min(nadir, sum);
    const nonTarget = hasNonTarget ? (visit.nonTarget ?? 'NE') : null;
    const isNew = visit.newLesion === 'unequivocal';
    const progressedOn = isNew ? equivocalSince : null;
    if (visit.newLesion === 'equivocal') equivocalSince ??= visit.date;
    else equivocalSince = null;
    return {
      date: visit.date,
      target,
      nonTarget,
      overall: overallResponse(target, nonTarget, isNew),
      baseline,
      sum: whole || target === 'PD' ? sum : null,
      nadir: before,
      notMeasured: lesions.filter((_, index) => measured[index] === null).map(({ id }) => id),
      progressedOn,
    };
  });
};

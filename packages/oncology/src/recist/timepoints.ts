import type { Label } from '@nodp/terminology';
import type { TreatmentLine } from './lines-of.ts';
import type { Tenths } from './millimetres.ts';

/** A lesion as it was seen on one day. */
export interface LesionSeen {
  /** Its own name, the same on every day. */
  readonly lesion: string;
  readonly role: 'TARGET' | 'NON_TARGET' | 'NEW';
  readonly state:
    | 'MEASURED'
    | 'TOO_SMALL'
    | 'ABSENT'
    | 'PRESENT'
    | 'PROGRESSED'
    | 'EQUIVOCAL'
    | 'NOT_EVALUABLE';
  /** A lymph node is measured by its short axis. */
  readonly node: boolean;
  readonly organ: Label | null;
  /** SNOMED CT; absent or null where it is not said. */
  readonly organCode?: string | null;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Null where it was not measured. */
  readonly tenths: Tenths | null;
  /** DICOM modality; null where not said. */
  readonly modality: string | null;
  /** Where it lies against what was irradiated, as recorded against the plan; absent or null where it is not said. */
  readonly field?: 'IN_FIELD' | 'MARGINAL' | 'OUTSIDE' | null;
  /** Thickness of the slices; absent or null where it is not said. */
  readonly slice?: Tenths | null;
}

/** Examinations of one evaluation of the disease. */
export interface TimePoint {
  /** Of the first of them. */
  readonly day: string;
  readonly seen: ReadonlyMap<string, LesionSeen>;
}

const DAY = 86_400_000;

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** Days within which examinations of different lesions make one evaluation. */
export const ONE_EVALUATION = 14;

/**
 * Evaluations in order of time: examinations of up to two weeks in which no lesion is seen on two days.
 * @returns with them the lesions that a day holds twice, of which the first stands
 */
export const timePointsOf = (
  seen: readonly LesionSeen[],
): { readonly points: readonly TimePoint[]; readonly twice: readonly string[] } => {
  const points: { day: string; seen: Map<string, LesionSeen> }[] = [];
  const twice: string[] = [];
  for (const one of seen.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
    const last = points.at(-1);
    const before = last?.seen.get(one.lesion);
    if (before !== undefined && before.day === one.day) {
      twice.push(`${one.lesion} (${one.day})`);
      continue;
    }
    if (
      last !== undefined &&
      before === undefined &&
      daysBetween(last.day, one.day) <= ONE_EVALUATION
    )
      last.seen.set(one.lesion, one);
    else points.push({ day: one.day, seen: new Map([[one.lesion, one]]) });
  }
  return { points, twice };
};

/** The evaluations under one line of treatment. */
export interface Course {
  /** Null where no line is known. */
  readonly line: TreatmentLine | null;
  readonly baseline: TimePoint;
  readonly visits: readonly TimePoint[];
  /** First day of the next line. */
  readonly until: string | null;
}

const hasTarget = ({ seen }: TimePoint): boolean =>
  [...seen.values()].some(({ role }) => role === 'TARGET');

/**
 * A baseline for each line of treatment: the last evaluation before it; where there is none, the first under it. An
 * evaluation before the next line is the last of the one and the baseline of the other.
 * @param lines in order of time
 */
export const coursesOf = (
  points: readonly TimePoint[],
  lines: readonly TreatmentLine[],
): Course[] => {
  const courses = lines.flatMap((line, index): Course[] => {
    const previous = lines[index - 1]?.start ?? '';
    const until = lines[index + 1]?.start ?? null;
    const before = points.filter(({ day }) => day > previous && day <= line.start);
    const under = points.filter(({ day }) => day > line.start && (until === null || day <= until));
    const start = before.findLast(hasTarget) ?? before.at(-1);
    const baseline = start ?? under[0];
    const visits = start === undefined ? under.slice(1) : under;
    return baseline === undefined || visits.length === 0 ? [] : [{ line, baseline, visits, until }];
  });
  const [first, ...rest] = points;
  if (courses.length > 0 || first === undefined) return courses;
  return [{ line: null, baseline: first, visits: rest, until: null }];
};

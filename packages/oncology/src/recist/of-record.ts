import type { Label } from '@nodp/terminology';
import { RECIST_BEST_RESPONSE } from './best-response-rule.ts';
import { firedRule } from './fired-rule.ts';
import { type GivenCourse, givenOf, lengthSeen } from './given-of-course.ts';
import { IRECIST } from './irecist-rule.ts';
import { type GivenTreatment, linesOf, type TreatmentLine } from './lines-of.ts';
import type { NonTargetResponse, OverallResponse, TargetResponse } from './response.ts';
import { RECIST_RESPONSE } from './response-rule.ts';
import { type Course, coursesOf, type LesionSeen, timePointsOf } from './timepoints.ts';

/** The response at one evaluation, and by which rule. Lengths in mm, changes in per cent. */
export interface AssessedVisit {
  readonly date: string;
  readonly target: TargetResponse | null;
  readonly nonTarget: NonTargetResponse | null;
  readonly overall: OverallResponse;
  readonly sum: number | null;
  readonly nadir: number;
  readonly changeFromBaseline: number | null;
  readonly changeFromNadir: number | null;
  readonly changeFromNadirMillimetres: number | null;
  /** Where an equivocal new lesion proved to be one: when it was first seen. */
  readonly progressedOn: string | null;
  /** Which rule of RECIST gave it. */
  readonly rule: Label;
  /** The numbers by which. */
  readonly why: Label;
  /** iRECIST; null where no immune checkpoint inhibitor is given, or the rule is not in force. */
  readonly immune: { readonly response: string; readonly why: Label } | null;
}

export interface AssessedLesion {
  readonly lesion: string;
  readonly role: LesionSeen['role'];
  readonly node: boolean;
  readonly organ: Label | null;
  /** One an evaluation, the baseline first; null where it was not seen. */
  readonly marks: readonly ({
    readonly state: LesionSeen['state'];
    /** As it counts, in mm. */
    readonly millimetres: number | null;
  } | null)[];
}

/** Best overall response as routine care may show it, and as trials ask for it. */
export interface AssessedBest {
  readonly unconfirmed: string;
  readonly confirmed: string;
  readonly explanation: readonly Label[];
}

/** How lesions answered one line of treatment. */
export interface AssessedCourse {
  readonly line: TreatmentLine | null;
  readonly until: string | null;
  readonly baseline: string;
  /** Of target lesions, in mm; null without any. */
  readonly baselineSum: number | null;
  readonly lesions: readonly AssessedLesion[];
  readonly visits: readonly AssessedVisit[];
  readonly best: AssessedBest | null;
  /** Why RECIST is not the criterion. */
  readonly notApplicable: Label | null;
  readonly remarks: readonly Label[];
  /** Ids of the rules that answered. */
  readonly rules: readonly string[];
}

export interface RecordedLesions {
  readonly seen: readonly LesionSeen[];
  /** Systemic treatments of the tumour. */
  readonly treatments: readonly GivenTreatment[];
  /** ICD-O-3 of the tumour. */
  readonly topography: string | null;
  readonly morphology: string | null;
  /** Ids of the clinical rules in force. */
  readonly inForce: ReadonlySet<string>;
}

interface Row {
  readonly date: string;
  readonly target: TargetResponse | null;
  readonly nontarget: NonTargetResponse | null;
  readonly overall: OverallResponse;
  readonly sum: number | null;
  readonly nadir: number;
  readonly change_baseline_pct: number | null;
  readonly change_nadir_pct: number | null;
  readonly change_nadir_mm: number | null;
  readonly progressed_on: string | null;
}

const lesionsOf = ({ baseline, visits }: Course): AssessedLesion[] => {
  const points = [baseline, ...visits];
  const first = new Map<string, LesionSeen>();
  for (const { seen } of points)
    for (const one of seen.values()) if (!first.has(one.lesion)) first.set(one.lesion, one);
  const order = ['TARGET', 'NON_TARGET', 'NEW'];
  return [...first.values()]
    .toSorted(
      (a, b) =>
        order.indexOf(a.role) - order.indexOf(b.role) ||
        a.lesion.localeCompare(b.lesion, 'en', { numeric: true }),
    )
    .map(({ lesion, role, node, organ }) => ({
      lesion,
      role,
      node,
      organ,
      marks: points.map(({ seen }) => {
        const one = seen.get(lesion);
        return one === undefined ? null : { state: one.state, millimetres: lengthSeen(one) };
      }),
    }));
};

const immuneOf = (rows: readonly Row[], given: GivenCourse) => {
  const { value, explanation } = IRECIST.decide({
    visits: rows.map(({ date, target, nontarget, sum }, index) => ({
      date,
      target,
      nontarget,
      sum_mm: sum,
      ...given.immune[index],
    })),
  });
  return (value as unknown as readonly { readonly response: string }[]).map(
    ({ response }, index) => ({ response, why: explanation[index] ?? { en: '', zh: '' } }),
  );
};

const bestOf = (rows: readonly Row[], { line, baseline, until }: Course): AssessedBest | null => {
  if (rows.length === 0) return null;
  const given = {
    treatment_start: line !== null && line.start > baseline.day ? line.start : baseline.day,
    timepoints: rows.map(({ date, overall }) => [date, overall]),
    // The evaluation on the day on which the next line begins is still of this one.
    new_treatment: until === null || rows.some(({ date }) => date === until) ? null : until,
  };
  const unconfirmed = RECIST_BEST_RESPONSE.decide({ ...given, unconfirmed: true });
  const confirmed = RECIST_BEST_RESPONSE.decide(given);
  return {
    unconfirmed: String(unconfirmed.value),
    confirmed: String(confirmed.value),
    explanation: [...unconfirmed.explanation, ...confirmed.explanation.slice(0, 1)],
  };
};

const assess = (
  course: Course,
  { topography, morphology, inForce }: RecordedLesions,
): AssessedCourse => {
  const given = givenOf(course);
  const { value, explanation, notApplicable } = RECIST_RESPONSE.decide({
    baseline: given.baseline,
    has_nontarget: given.hasNonTarget,
    visits: given.visits,
    topography,
    morphology,
  });
  const rows = (value ?? []) as unknown as readonly Row[];
  const immune =
    course.line?.immune === true && inForce.has(IRECIST.id) && notApplicable === null
      ? immuneOf(rows, given)
      : null;
  const best = inForce.has(RECIST_BEST_RESPONSE.id) ? bestOf(rows, course) : null;
  const sum = given.baseline.reduce((all, { mm }) => all + Math.round(mm * 10), 0);
  return {
    line: course.line,
    until: course.until,
    baseline: course.baseline.day,
    baselineSum: given.baseline.length === 0 ? null : sum / 10,
    lesions: lesionsOf(course),
    visits: rows.map((row, index) => ({
      date: row.date,
      target: row.target,
      nonTarget: row.nontarget,
      overall: row.overall,
      sum: row.target === null ? null : row.sum,
      nadir: row.nadir,
      changeFromBaseline: row.change_baseline_pct,
      changeFromNadir: row.change_nadir_pct,
      changeFromNadirMillimetres: row.target === null ? null : row.change_nadir_mm,
      progressedOn: row.progressed_on,
      rule: firedRule({ ...row, nonTarget: row.nontarget }),
      why: explanation[index] ?? { en: '', zh: '' },
      immune: immune?.[index] ?? null,
    })),
    best,
    notApplicable,
    remarks: [...given.remarks, ...explanation.slice(rows.length)],
    rules: [
      RECIST_RESPONSE.id,
      ...(best === null ? [] : [RECIST_BEST_RESPONSE.id]),
      ...(immune === null ? [] : [IRECIST.id]),
    ],
  };
};

/**
 * How the lesions that were recorded of a tumour answered each line of treatment; empty where the board has RECIST not in
 * force, or nothing was recorded.
 */
export const responseOfRecord = (record: RecordedLesions): AssessedCourse[] => {
  if (!record.inForce.has(RECIST_RESPONSE.id)) return [];
  const { points, twice } = timePointsOf(record.seen);
  const lines = linesOf(
    record.treatments,
    points.map(({ day }) => day),
  );
  return coursesOf(points, lines).map((course) => {
    const assessed = assess(course, record);
    if (twice.length === 0) return assessed;
    const list = twice.join(', ');
    return {
      ...assessed,
      remarks: [
        ...assessed.remarks,
        {
          en: `Recorded twice on a day: ${list}; the first stands.`,
          zh: `同日重复记录：${list}；取第一条。`,
        },
      ],
    };
  });
};

import type { Label } from '@nodp/terminology';
import type { Explained } from '../explained.ts';
import { CRITERIA, type Criterion } from './criteria.ts';

/** Raised whenever the same input gives another answer. */
export const LABORATORY_GRADE_VERSION = 1;

/** A laboratory value, in the canonical unit of its analyte. */
export interface LaboratoryValue {
  /** As the terminology names it: `haemoglobin`. */
  readonly analyte: string;
  readonly value: number;
  /** `<`, `<=`, `>` or `>=` where the true value lies beyond the number; null where the number is the value. */
  readonly comparator: string | null;
  /** Limits of the reference range; null where it is open or not known. */
  readonly low: number | null;
  readonly high: number | null;
  /** Albumin of the same time in g/L, which corrects calcium; null where it was not measured. */
  readonly albumin: number | null;
}

/** 1: mild, 2: moderate, 3: severe, 4: life-threatening. */
export type Grade = 1 | 2 | 3 | 4;

export interface LaboratoryGrade {
  readonly grade: Grade;
  /** The term of CTCAE. */
  readonly term: Label;
  readonly side: Criterion['side'];
}

/** What the limit was that the value lies beyond, and what was done to the value before. */
export type GradeReason =
  | 'limit-of-the-criteria'
  | 'multiple-of-the-lower-limit'
  | 'multiple-of-the-upper-limit'
  | 'outside-the-reference-range'
  | 'corrected-for-albumin';

/** `no-criterion`: CTCAE grades this analyte by no number. */
export type GradeMissing = 'no-criterion' | 'reference-range' | 'albumin';

export type ExplainedGrade = Explained<LaboratoryGrade, GradeReason, GradeMissing>;

const REASON = {
  value: 'limit-of-the-criteria',
  'lower-limit': 'multiple-of-the-lower-limit',
  'upper-limit': 'multiple-of-the-upper-limit',
} as const satisfies Record<Criterion['of'], GradeReason>;

/**
 * Calcium as if albumin were 40 g/L, in mmol/L: total calcium + 0.02 × (40 − albumin). Source: Payne RB et al.,
 * Interpretation of serum calcium in patients with abnormal serum proteins, BMJ 1973;4:643–646.
 */
const correctedCalcium = (calcium: number, albumin: number): number =>
  calcium + 0.02 * (40 - albumin);

/** Compares to nine digits, so that 2.1 + 0.02 × 5 is 2.2 and lies beyond no limit of 2.2. */
const rounded = (value: number): number => Number(value.toPrecision(9));

/** Whether the true value surely lies beyond a limit. `<5` lies under 5 and over nothing. */
const beyond = (
  side: Criterion['side'],
  value: number,
  comparator: string | null,
  limit: number,
): boolean => {
  const towards = side === 'below' ? '<' : '>';
  if (comparator !== null && !comparator.startsWith(towards)) return false;
  const distance =
    side === 'below' ? rounded(limit) - rounded(value) : rounded(value) - rounded(limit);
  return distance > 0 || (distance === 0 && comparator === towards);
};

interface Judged {
  readonly grade: Grade | null;
  readonly why: readonly GradeReason[];
  readonly missing: readonly GradeMissing[];
}

const judge = (criterion: Criterion, given: LaboratoryValue): Judged => {
  const { side, of, limits, correctedForAlbumin } = criterion;
  const corrects = correctedForAlbumin === true && given.albumin !== null;
  const value = corrects ? correctedCalcium(given.value, given.albumin as number) : given.value;
  const end = side === 'below' ? given.low : given.high;
  const isBeyond = (limit: number): boolean => beyond(side, value, given.comparator, limit);
  const unit = of === 'value' ? 1 : end;
  const grades = ([4, 3, 2, 1] as const).filter((grade) => {
    const limit = limits[grade - 1];
    return limit != null && unit !== null && isBeyond(limit * unit);
  });
  const needsRange = limits[0] === null && end === null;
  const missing: GradeMissing[] = [];
  if (correctedForAlbumin === true && !corrects) missing.push('albumin');
  const why: GradeReason[] = corrects ? ['corrected-for-albumin'] : [];
  const [worst] = grades;
  if (worst !== undefined) return { grade: worst, why: [...why, REASON[of]], missing };
  if (limits[0] === null && end !== null && isBeyond(end)) {
    return { grade: 1, why: [...why, 'outside-the-reference-range'], missing };
  }
  return { grade: null, why: [], missing: needsRange ? [...missing, 'reference-range'] : missing };
};

/**
 * How far a laboratory value endangers, as CTCAE v5.0 grades the number alone: see `CRITERIA` for source, units and
 * limits. Grade 1 begins at the end of the reference range, where the criteria state no limit of their own. A value
 * with a comparator is given the grade that it surely has (`<25` of platelets is grade 4, `<100` grade 1 at least).
 * Creatinine, enzymes and bilirubin are set against the upper limit of the reference range; the criteria's other
 * reference, a patient's own abnormal baseline, is not asked.
 */
export const laboratoryGrade = (given: LaboratoryValue): ExplainedGrade => {
  const judged = CRITERIA.filter(({ analyte }) => analyte === given.analyte).map((criterion) => ({
    criterion,
    ...judge(criterion, given),
  }));
  if (judged.length === 0) return { value: null, why: [], missing: ['no-criterion'] };
  const found = judged.find(({ grade }) => grade !== null);
  if (found === undefined) {
    return {
      value: null,
      why: [],
      missing: [...new Set(judged.flatMap(({ missing }) => missing))],
    };
  }
  const { criterion, grade, why, missing } = found;
  return {
    value: { grade: grade as Grade, term: criterion.term, side: criterion.side },
    why,
    missing,
  };
};

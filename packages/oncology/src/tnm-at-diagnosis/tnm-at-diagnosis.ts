import { parseCategory } from '@nodp/terminology';
import { type Assessment, atDiagnosis, byKey, notAtDiagnosis } from '../assessments/assessments.ts';

/** Raised whenever the same input gives another answer. */
export const TNM_AT_DIAGNOSIS_VERSION = 2;

const AXES = ['T', 'N', 'M'] as const;
export type TnmAxis = (typeof AXES)[number];

/** Categories in canonical form without prefix, T2a; null where none is recorded. */
export interface TnmAtDiagnosis {
  readonly T: string | null;
  readonly N: string | null;
  readonly M: string | null;
  /** In a line with prefixes, `pT1c pN0 cM0`; empty where none is recorded. */
  readonly line: string;
}

/** 0: assessed; 1: X, that is not to be assessed; 2: words that are no category. */
const unknown = ({ report }: Assessment): number => {
  const category = parseCategory(report.value);
  return category === null ? 2 : category.level === 'X' ? 1 : 0;
};

/**
 * T, N and M of a tumour at its diagnosis. Of each the pathological category before the clinical before the unsaid, as
 * `stageAtDiagnosis` has them, none after treatment, of a recurrence or at autopsy; what could be assessed before X. The
 * three may come of different assessments, `pT1c pN0 cM0`, as the UICC has it: M0 is clinical where no metastasis was
 * biopsied. Source: UICC TNM 8th edition, introduction, general rules 2 and 5.
 */
export const tnmAtDiagnosis = (assessments: readonly Assessment[]): TnmAtDiagnosis => {
  const best = AXES.map((axis) => {
    const [first] = assessments
      .filter(({ report }) => report.axis === axis && notAtDiagnosis(report) === null)
      .sort((a, b) => unknown(a) - unknown(b) || atDiagnosis(a, b) || byKey(a, b));
    return first?.report ?? null;
  });
  const [T, N, M] = best.map((report) => report?.value ?? null) as [
    string | null,
    string | null,
    string | null,
  ];
  const line = best
    .flatMap((report) => (report === null ? [] : `${report.classification ?? ''}${report.value}`))
    .join(' ');
  return { T, N, M, line };
};

/** Whom a researcher asks for: one or two arms, each a list of criteria that all apply. */
import type {
  CohortFinding,
  CohortSex,
  CohortStage,
  CohortTreatmentKind,
} from '../../../graph/generated/graphql.ts';

export const stages: readonly CohortStage[] = [
  'STAGE_0',
  'STAGE_I',
  'STAGE_II',
  'STAGE_III',
  'STAGE_IV',
  'UNKNOWN',
];
export const sexes: readonly CohortSex[] = ['FEMALE', 'MALE', 'OTHER', 'UNKNOWN'];
export const treatmentKinds: readonly CohortTreatmentKind[] = [
  'SURGERY',
  'RADIOTHERAPY',
  'SYSTEMIC',
  'OTHER',
];
export const findings: readonly CohortFinding[] = ['POSITIVE', 'NEGATIVE', 'EQUIVOCAL'];

/** What a criterion asks about, in the order people think of it. */
export const kinds = [
  'site',
  'histology',
  'stage',
  'sex',
  'age',
  'year',
  'province',
  'treatment',
  'biomarker',
] as const;
export type Kind = (typeof kinds)[number];

/** Inclusive bounds in whole years; null is open. */
export type Bounds = { from: number | null; to: number | null };

/** What a criterion asks, whether or not it is inverted. */
export type Question =
  | { kind: 'site' | 'histology' | 'province'; values: string[] }
  | { kind: 'stage'; values: CohortStage[] }
  | { kind: 'sex'; values: CohortSex[] }
  | ({ kind: 'age' | 'year' } & Bounds)
  | {
      kind: 'treatment';
      treatment: CohortTreatmentKind | null;
      drugs: string[];
      regimens: string[];
    }
  | { kind: 'biomarker'; biomarker: string | null; findings: CohortFinding[] };

/** One criterion; `not` asks for whoever does not meet it. */
export type Criterion = Question & { not: boolean };

/** The criteria of one cohort. */
export type Arm = Criterion[];

/** A criterion that asks nothing yet. */
export function blank(kind: Kind): Criterion {
  switch (kind) {
    case 'site':
    case 'histology':
    case 'province':
      return { kind, not: false, values: [] };
    case 'stage':
      return { kind, not: false, values: [] };
    case 'sex':
      return { kind, not: false, values: [] };
    case 'age':
    case 'year':
      return { kind, not: false, from: null, to: null };
    case 'treatment':
      return { kind, not: false, treatment: null, drugs: [], regimens: [] };
    case 'biomarker':
      return { kind, not: false, biomarker: null, findings: [] };
  }
}

/** Whether a criterion asks anything; one that does not is left out of the question to the graph. */
export function isComplete(criterion: Criterion): boolean {
  switch (criterion.kind) {
    case 'age':
    case 'year':
      return criterion.from !== null || criterion.to !== null;
    case 'treatment':
      return (
        criterion.treatment !== null || criterion.drugs.length > 0 || criterion.regimens.length > 0
      );
    case 'biomarker':
      return criterion.biomarker !== null;
    default:
      return criterion.values.length > 0;
  }
}

/** Stages as the release has them; `UNKNOWN` is a case without one. */
export const STAGES = [
  'STAGE_0',
  'STAGE_I',
  'STAGE_II',
  'STAGE_III',
  'STAGE_IV',
  'UNKNOWN',
] as const;
export type CohortStage = (typeof STAGES)[number];

export const SEXES = ['FEMALE', 'MALE', 'OTHER', 'UNKNOWN'] as const;
export type CohortSex = (typeof SEXES)[number];

export const TREATMENT_KINDS = ['SURGERY', 'RADIOTHERAPY', 'SYSTEMIC', 'OTHER'] as const;
export type TreatmentKind = (typeof TREATMENT_KINDS)[number];

export const FINDINGS = ['positive', 'negative', 'equivocal'] as const;
export type Finding = (typeof FINDINGS)[number];

/**
 * Who belongs to a cohort, as a tree of criteria over *cases*: a case is one primary cancer of one
 * person (the first primary of a site group in that person; see the data dictionary). A person belongs
 * to the cohort when one of the person's cases satisfies the whole tree, and counts once.
 *
 * Criteria of site, histology, stage, age, year and province speak of the case; sex, treatment and
 * biomarker of the person. What is not known never satisfies a criterion, and `not` is its complement:
 * a case of unknown year satisfies `not (year 2020 to 2024)`.
 */
export type CohortDefinition =
  /** Each of them; of none, everyone. */
  | { readonly op: 'all'; readonly of: readonly CohortDefinition[] }
  | { readonly op: 'any'; readonly of: readonly CohortDefinition[] }
  | { readonly op: 'not'; readonly of: CohortDefinition }
  | {
      readonly op: 'atLeast';
      readonly least: number;
      readonly of: readonly CohortDefinition[];
    }
  | Criterion;

/** Bounds are inclusive; a missing one is open. */
export interface Range {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export type Criterion =
  /** Site groups of `@nodp/terminology`, e.g. `lung`. */
  | { readonly op: 'site'; readonly siteGroups: readonly string[] }
  /** ICD-O-3: histology (`8140`) or morphology with behaviour (`8140/3`). */
  | { readonly op: 'histology'; readonly morphologies: readonly string[] }
  | { readonly op: 'stage'; readonly stages: readonly CohortStage[] }
  | { readonly op: 'sex'; readonly sexes: readonly CohortSex[] }
  /** Completed years at diagnosis. */
  | ({ readonly op: 'age' } & Range)
  /** Year of diagnosis. */
  | ({ readonly op: 'year' } & Range)
  /** GB/T 2260 codes of the reporting institution's province, e.g. `440000`. */
  | { readonly op: 'province'; readonly provinces: readonly string[] }
  /** One treatment that is of the kind, of one of the drugs and of one of the regimens. */
  | {
      readonly op: 'treatment';
      readonly kind?: TreatmentKind | undefined;
      /** ATC codes of the fifth level. */
      readonly drugs?: readonly string[] | undefined;
      /** Ids of the terminology's regimens, e.g. `R-CHOP`. */
      readonly regimens?: readonly string[] | undefined;
    }
  /** A test of the biomarker (the terminology's id, e.g. `EGFR`) with one of the findings; any where none is named. */
  | {
      readonly op: 'biomarker';
      readonly biomarker: string;
      readonly findings?: readonly Finding[] | undefined;
    };

/** The parts of a tree's root that attrition goes through one after another. */
export const stepsOf = (definition: CohortDefinition): readonly CohortDefinition[] =>
  definition.op === 'all' ? definition.of : [definition];

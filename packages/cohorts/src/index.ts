/** The forms of definitions: what the web application shares with the server. */
export {
  type Asking,
  askingIn,
  isInverted,
  passedOver,
  readSteps,
  type Step,
  stepOf,
  writeSteps,
} from './address.ts';
export { OLDEST } from './criteria/age/form.ts';
export { BASIS_CODES, basisLabel } from './criteria/basis/form.ts';
export { BEHAVIOUR_CHOICES, BEHAVIOUR_LABELS } from './criteria/behaviour/form.ts';
export { FINDINGS } from './criteria/biomarker/form.ts';
export { DETECTIONS, detectionLabel } from './criteria/detection/form.ts';
export { GRADE_CHOICES, gradeLabel } from './criteria/grade/form.ts';
export { STATISTIC_LABELS } from './criteria/laboratory/form.ts';
export { SIDES, sideLabel } from './criteria/laterality/form.ts';
export { TREND_LABELS, TRENDS, type Trend } from './criteria/outcome/form.ts';
export { PRIMARIES, PRIMARY_LABELS } from './criteria/primaries/form.ts';
export type { CriterionKind, CriterionValue } from './criteria/registry.ts';
export { type CohortSex, SEX_LABELS, SEXES } from './criteria/sex/form.ts';
export { type CohortStage, STAGE_LABELS, STAGES } from './criteria/stage/form.ts';
export { TIERS, tierLabel } from './criteria/tier/form.ts';
export {
  EVENT_KINDS,
  type EventKind,
  eventKindOf,
  type TimeEvent,
  valueOfEvent,
} from './criteria/time/event.ts';
export {
  LAST,
  MEASURES,
  type Measure,
  type ObservedDays,
  type Occurs,
  type Time,
  type TimeLeaf,
  type TimeTree,
} from './criteria/time/form.ts';
export { TNM_CATEGORIES } from './criteria/tnm/form.ts';
export {
  MOST_LINES,
  TREATMENT_INTENT_LABELS,
  TREATMENT_INTENTS,
  TREATMENT_KINDS,
} from './criteria/treatment/form.ts';
export { PROPERTIES, PROPERTY } from './criteria/unknown/form.ts';
export {
  CHANGE_KIND_LABELS,
  CHANGE_KINDS,
  ORIGIN_LABELS,
  ORIGINS,
  VARIANT_FINDING_LABELS,
  VARIANT_FINDINGS,
} from './criteria/variant/form.ts';
export { VITAL_STATUS_LABELS, VITAL_STATUSES } from './criteria/vital/form.ts';
export type { Bounds } from './criterion/range-form.ts';
export { STATISTICS } from './criterion/series.ts';
export { MARKS, type Mark } from './criterion/timeline.ts';
export {
  type CohortDefinition,
  type Criterion,
  criterionOf,
  formOf,
  KINDS,
  kindOf,
  stepsOf,
  valueIn,
} from './definition.ts';
export {
  LONGEST_STUDY_TEXT,
  MOST_STUDY_BLOCKS,
  MOST_STUDY_COHORTS,
  STUDY_FIGURE_LABELS,
  STUDY_FIGURES,
  type StudyBlock,
  type StudyCohort,
  type StudyContent,
  type StudyDesign,
  type StudyFigure,
} from './study/content.ts';
export { type Branch, branchOf, nodeOf } from './tree.ts';

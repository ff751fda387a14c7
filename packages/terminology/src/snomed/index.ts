export {
  type BodySite,
  bodySite,
  bodySiteOfWords,
  bodySites,
  morphologyOfSnomed,
  snomedMorphologies,
} from './body-sites.ts';
export {
  type CancerCondition,
  type ConditionKind,
  cancerCondition,
  cancerConditions,
  resemblesCancer,
} from './conditions.ts';
export { DISEASE_STATUSES, type DiseaseStatus, diseaseStatusOfSnomed } from './disease-status.ts';
export { isSctId } from './sctid.ts';
export {
  type CodedStage,
  type CodedValue,
  categoryOfCoded,
  STAGING_SYSTEMS,
  stageOfCoded,
  type TnmQuestion,
  tnmQuestion,
} from './tnm-values.ts';

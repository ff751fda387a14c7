export { BASES_OF_DIAGNOSIS, isMicroscopicallyVerified } from './icd-o-3/basis-of-diagnosis.ts';
export { BEHAVIOURS, type Behaviour, isBehaviour } from './icd-o-3/behaviour.ts';
export {
  compactMorphology,
  compactTopography,
  type Morphology,
  parseMorphology,
  parseTopography,
  type Topography,
} from './icd-o-3/codes.ts';
export { GRADES, type Grade } from './icd-o-3/grade.ts';
export { LATERALITIES, type Laterality, lateralityOfSnomed } from './icd-o-3/laterality.ts';
export { type Label, type Language, label, type Term } from './label.ts';
export {
  SITE_GROUPS,
  type SiteGroup,
  type SiteGroupId,
  siteGroup,
  siteGroupOf,
  siteGroupOfCi5,
} from './sites/site-groups.ts';
export {
  formatCategory,
  parseCategory,
  parseTnm,
  type Tnm,
  type TnmAxis,
  type TnmCategory,
  type TnmClassification,
} from './tnm/category.ts';
export { type AnnArborStage, parseAnnArbor } from './tnm/lymphoma-stage.ts';
export {
  bareStage,
  classificationOfStage,
  type StageClassification,
} from './tnm/stage-classification.ts';
export {
  BROAD_STAGES,
  type BroadStage,
  broadStageOf,
  compareStages,
  parseStageGroup,
  type StageGroup,
  stageLabel,
} from './tnm/stage-group.ts';

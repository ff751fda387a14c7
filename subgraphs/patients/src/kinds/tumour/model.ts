import type { Shown } from '@nodp/database/tables';
import type { CheckedClassification } from '@nodp/oncology';
import type { tumourAtDiagnosis } from '../../summary/table.ts';
import type { StageModel } from '../stage/model.ts';
import type { tumour } from './table.ts';

/** A tumour with what is stored of it at its diagnosis: null until the rules were asked. */
export type TumourModel = Shown<typeof tumour> & {
  readonly [Key in AtDiagnosis]: (typeof tumourAtDiagnosis.$inferSelect)[Key] | null;
};
type AtDiagnosis =
  | 'stageGroup'
  | 'broadStage'
  | 'axis'
  | 'classification'
  | 'stageId'
  | 'tnm'
  | 'explanation'
  | 'foundGrade'
  | 'foundMorphology'
  | 'foundSiteGroup'
  | 'foundHistology';

/** The stage is a part of its tumour's row. */
export type StageAtDiagnosisModel = TumourModel;

/** The check of one classification, and the stages that it may be of. */
export interface StageCheckModel {
  readonly checked: CheckedClassification;
  readonly stages: readonly StageModel[];
}

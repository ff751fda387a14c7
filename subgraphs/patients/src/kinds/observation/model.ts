import type { GradeMissing, GradeReason, LaboratoryGrade } from '@nodp/oncology';
import type { SeriesModel } from './series.ts';

export type LaboratorySeriesModel = SeriesModel;

/** What the rule says of a series' latest result; null where the result has no grade. */
export interface LaboratoryGradeModel {
  readonly at: string;
  readonly grade: LaboratoryGrade['grade'] | null;
  readonly term: LaboratoryGrade['term'] | null;
  readonly why: readonly GradeReason[];
  readonly missing: readonly GradeMissing[];
  readonly ruleVersion: number;
}

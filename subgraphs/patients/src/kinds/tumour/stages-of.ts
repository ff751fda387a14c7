import { assessTumours, type StageReport, storedDate, type TumourReport } from '@nodp/oncology';
import type { StageModel } from '../stage/model.ts';
import type { TumourModel } from './model.ts';

/** What of a tumour's row says which stages are of it. */
export type StagedTumour = Omit<TumourReport, 'diagnosed' | 'findings'> &
  Pick<TumourModel, 'diagnosedOn' | 'diagnosedPrecision'>;

/** What of a stage's row says of which tumour it is. */
export type StageOfTumour = Omit<StageReport, 'assessed'> &
  Pick<StageModel, 'assessedOn' | 'assessedPrecision'>;

/** The stages and categories recorded of the primary that a tumour's report is of, in the order given. */
export const stagesOf = <Stage extends StageOfTumour>(
  tumour: Pick<StagedTumour, 'id'>,
  tumours: readonly StagedTumour[],
  stages: readonly Stage[],
): Stage[] => {
  const assessed = assessTumours(
    tumours.map((t) => ({ ...t, diagnosed: storedDate(t.diagnosedOn, t.diagnosedPrecision) })),
    stages.map((s) => ({ ...s, assessed: storedDate(s.assessedOn, s.assessedPrecision) })),
  );
  const own = assessed.find(({ reports }) => reports.some(({ id }) => id === tumour.id));
  const ids = new Set(own?.assessments.map(({ report }) => report.id));
  return stages.filter(({ id }) => ids.has(id));
};

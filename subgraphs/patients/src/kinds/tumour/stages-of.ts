import { assessTumours, storedDate } from '@nodp/oncology';
import type { StageModel } from '../stage/model.ts';
import type { TumourModel } from './model.ts';

/** The stages and categories recorded of the primary that a tumour's report is of, in the order given. */
export const stagesOf = (
  tumour: TumourModel,
  tumours: readonly TumourModel[],
  stages: readonly StageModel[],
): StageModel[] => {
  const assessed = assessTumours(
    tumours.map((t) => ({ ...t, diagnosed: storedDate(t.diagnosedOn, t.diagnosedPrecision) })),
    stages.map((s) => ({ ...s, assessed: storedDate(s.assessedOn, s.assessedPrecision) })),
  );
  const own = assessed.find(({ reports }) => reports.some(({ id }) => id === tumour.id));
  const ids = new Set(own?.assessments.map(({ report }) => report.id));
  return stages.filter(({ id }) => ids.has(id));
};

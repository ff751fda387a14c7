import type { StageModel, TumourModel } from '../models.ts';

/**
 * The stages of one tumour. A stage that names its tumour is that tumour's; one that names none, or one
 * the sender never sent, is the only primary's, where there is only one.
 */
export const stagesOf = (
  tumour: TumourModel,
  tumours: readonly TumourModel[],
  stages: readonly StageModel[],
): StageModel[] => {
  const primaries = tumours.filter((other) => other.kind === 'PRIMARY');
  const known = new Set(tumours.map((other) => other.sourceId));
  const only = primaries.length === 1 && primaries[0]?.id === tumour.id;
  return stages.filter((stage) =>
    stage.tumourSourceId !== null && known.has(stage.tumourSourceId)
      ? stage.tumourSourceId === tumour.sourceId && stage.institutionId === tumour.institutionId
      : only,
  );
};

const isGroup = (stage: StageModel): boolean => stage.axis === 'group';
const order = (stage: StageModel): number => (stage.classification === 'p' ? 0 : 1);

/** The stage group at diagnosis: pathological before clinical, the earliest of its kind; never of a recurrence. */
export const stageAtDiagnosis = (stages: readonly StageModel[]): StageModel | null =>
  stages
    .filter((s) => isGroup(s) && s.classification !== 'r' && s.classification !== 'y')
    .toSorted(
      (a, b) => order(a) - order(b) || (a.assessedOn ?? '').localeCompare(b.assessedOn ?? ''),
    )[0] ?? null;

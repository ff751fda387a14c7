import { ageAt, type RecordedTumour, storedDate } from '@nodp/oncology';
import type { StageModel } from '../stage/model.ts';
import type { treatment } from '../treatment/table.ts';
import { type Measured, nodesOf, psaOf, sizesOf } from './measured.ts';
import type { TumourModel } from './model.ts';
import { primaryOf, type RelatedTumour } from './primary-of.ts';
import { type StagedTumour, type StageOfTumour, stagesOf } from './stages-of.ts';

/** What of a tumour's row the check of its stages reads. */
export type CheckedTumour = StagedTumour &
  RelatedTumour &
  Pick<TumourModel, 'foundMorphology' | 'foundGrade' | 'grade'>;

/** What a patient's rows give the check of stages. */
export interface CheckedPatient<Stage extends CheckedStageRow = CheckedStageRow> {
  readonly bornOn: string | null;
  readonly bornPrecision: TumourModel['diagnosedPrecision'];
  readonly tumours: readonly CheckedTumour[];
  readonly stages: readonly Stage[];
  readonly treatments: readonly Pick<
    typeof treatment.$inferSelect,
    'kind' | 'startedOn' | 'startedPrecision' | 'tumourSourceId' | 'institutionId'
  >[];
  readonly observations: readonly Measured[];
}

export type CheckedStageRow = StageOfTumour & Pick<StageModel, 'system'>;

/** A primary as the rules check it, with the rows of its stages. */
export const recordedTumour = <Stage extends CheckedStageRow>(
  tumour: CheckedTumour,
  { bornOn, bornPrecision, tumours, stages, treatments, observations }: CheckedPatient<Stage>,
): { readonly recorded: RecordedTumour; readonly own: readonly Stage[] } => {
  const diagnosed = storedDate(tumour.diagnosedOn, tumour.diagnosedPrecision);
  const own = stagesOf(tumour, tumours, stages);
  const alone = tumours.filter(({ kind }) => kind === 'PRIMARY').length === 1;
  const isOfIt = ({
    tumourSourceId,
    institutionId,
  }: {
    tumourSourceId: string | null;
    institutionId: string;
  }) =>
    tumourSourceId === null ||
    institutionId !== tumour.institutionId ||
    tumourSourceId === tumour.sourceId;
  const recorded: RecordedTumour = {
    topography: tumour.topography,
    morphology: tumour.foundMorphology ?? tumour.morphology,
    diagnosed,
    age: ageAt(storedDate(bornOn, bornPrecision), diagnosed).value?.years ?? null,
    grade: tumour.grade ?? tumour.foundGrade,
    stages: own.map((stage) => ({
      ...stage,
      assessed: storedDate(stage.assessedOn, stage.assessedPrecision),
    })),
    treatments:
      treatments.length === 0
        ? null
        : treatments.filter(isOfIt).map(({ kind, startedOn, startedPrecision }) => ({
            kind,
            started: storedDate(startedOn, startedPrecision),
          })),
    // Of several primaries it is not known which was measured.
    sizes: alone ? sizesOf(observations) : [],
    nodes: alone ? nodesOf(observations) : [],
    psa: psaOf(observations),
    metastases: tumours
      .filter(
        (other) =>
          other.kind === 'SECONDARY' && (alone || primaryOf(other, tumours)?.id === tumour.id),
      )
      .map((other) => storedDate(other.diagnosedOn, other.diagnosedPrecision)),
  };
  return { recorded, own };
};

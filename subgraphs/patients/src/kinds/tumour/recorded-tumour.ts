import { ageAt, p16Result, type RecordedTumour, storedDate } from '@nodp/oncology';
import type { StageModel } from '../stage/model.ts';
import type { treatment } from '../treatment/table.ts';
import { type Measured, nodesOf, psaOf, serumMarkersOf, sizesOf } from './measured.ts';
import type { TumourModel } from './model.ts';
import { namesAnother } from './names-another.ts';
import type { P16Row } from './p16-rows.ts';
import { primaryOf, type RelatedTumour } from './primary-of.ts';
import { primaryReports, reportsOf } from './reports-of.ts';
import { morphologyOf, saidOf } from './said-of.ts';
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
  readonly p16: readonly P16Row[];
}

export type CheckedStageRow = StageOfTumour & Pick<StageModel, 'system'>;

/** A primary as the rules check it, with the rows of its stages. */
export const recordedTumour = <Stage extends CheckedStageRow>(
  tumour: CheckedTumour,
  { bornOn, bornPrecision, tumours, stages, treatments, observations, p16 }: CheckedPatient<Stage>,
): { readonly recorded: RecordedTumour; readonly own: readonly Stage[] } => {
  const reports = reportsOf(tumour, tumours);
  const diagnosed = saidOf(reports, (one) => storedDate(one.diagnosedOn, one.diagnosedPrecision));
  const own = stagesOf(tumour, tumours, stages);
  const alone = primaryReports(tumours).length === 1;
  const isOfAnother = namesAnother(reports, tumours);
  const recorded: RecordedTumour = {
    topography: saidOf(reports, ({ topography }) => topography),
    morphology: morphologyOf(reports),
    diagnosed,
    age: ageAt(storedDate(bornOn, bornPrecision), diagnosed).value?.years ?? null,
    grade: saidOf(reports, (one) => one.grade ?? one.foundGrade),
    stages: own.map((stage) => ({
      ...stage,
      assessed: storedDate(stage.assessedOn, stage.assessedPrecision),
    })),
    treatments:
      treatments.length === 0
        ? null
        : treatments
            .filter((one) => !isOfAnother(one))
            .map(({ kind, startedOn, startedPrecision }) => ({
              kind,
              started: storedDate(startedOn, startedPrecision),
            })),
    // Of several primaries it is not known which was measured.
    sizes: alone ? sizesOf(observations) : [],
    nodes: alone ? nodesOf(observations) : [],
    psa: psaOf(observations),
    markers: serumMarkersOf(observations),
    p16: p16
      .filter((one) => (alone || one.tumourSourceId !== null) && !isOfAnother(one))
      .flatMap((one) => {
        const tested = storedDate(one.testedOn, one.testedPrecision);
        return p16Result({ ...one, tested }) ?? [];
      }),
    metastases: tumours
      .filter(
        (other) =>
          other.kind === 'SECONDARY' &&
          (alone || reports.some(({ id }) => id === primaryOf(other, tumours)?.id)),
      )
      .map((other) => storedDate(other.diagnosedOn, other.diagnosedPrecision)),
  };
  return { recorded, own };
};

import { type StoredSummary, storedSummary, summarise } from '@nodp/oncology';
import type { PartialDate } from '@nodp/record';
import type { ClinicalRecords } from './records.ts';

/** What intake would store beside these records: by the same rules. */
export const summaryOf = (
  born: PartialDate | null,
  { tumour = [], stage = [], observation = [] }: ClinicalRecords,
): StoredSummary =>
  storedSummary(
    summarise({
      born,
      tumours: tumour.map(({ id, institutionId, record }) => ({
        id,
        institutionId,
        sourceId: record.source.id,
        kind: record.spread,
        siteGroup: record.siteGroup,
        topography: record.topography,
        morphology: record.morphology,
        icd10: record.icd10,
        basisOfDiagnosis: record.basisOfDiagnosis,
        laterality: record.laterality,
        diagnosed: record.diagnosed,
        findings: observation.flatMap(({ institutionId: by, record: { finding, tumour: of } }) =>
          finding && by === institutionId && of === record.source.id ? [finding] : [],
        ),
      })),
      stages: stage.map(({ id, institutionId, record }) => ({
        id,
        institutionId,
        sourceId: record.source.id,
        tumourSourceId: record.tumour,
        axis: record.axis,
        classification: record.classification,
        value: record.value,
        assessed: record.assessed,
      })),
    }),
  );

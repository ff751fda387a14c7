import { type StoredSummary, storedDate, storedSummary, summarise } from '@nodp/oncology';
import type { ClinicalRows, PatientRow } from './rows.ts';

/** What intake would store beside these records: by the same rules. */
export const summaryOf = (
  { content }: PatientRow,
  { tumour, stage }: ClinicalRows,
): StoredSummary =>
  storedSummary(
    summarise({
      born: storedDate(content.bornOn, content.bornPrecision),
      tumours: tumour.map(({ id, institutionId, sourceId, content: t }) => ({
        ...t,
        id,
        institutionId,
        sourceId,
        diagnosed: storedDate(t.diagnosedOn, t.diagnosedPrecision),
      })),
      stages: stage.map(({ id, institutionId, sourceId, content: s }) => ({
        ...s,
        id,
        institutionId,
        sourceId,
        assessed: storedDate(s.assessedOn, s.assessedPrecision),
      })),
    }),
  );

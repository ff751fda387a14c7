import {
  type Precision,
  type StageReport,
  type StoredSummary,
  storedDate,
  storedSummary,
  summarise,
  type TumourReport,
} from '@nodp/oncology';

interface Dated {
  readonly on: string | null;
  readonly precision: Precision | null;
}

/** A row of `patients.to_be_summarised`. */
export interface ReportsRow {
  readonly patientId: string;
  readonly bornOn: string | null;
  readonly bornPrecision: Precision | null;
  readonly tumours: readonly (Omit<TumourReport, 'diagnosed'> & Dated)[];
  readonly stages: readonly (Omit<StageReport, 'assessed'> & Dated)[];
}

/** What is stored of a patient whose reports these are. */
export const summaryOf = ({ bornOn, bornPrecision, tumours, stages }: ReportsRow): StoredSummary =>
  storedSummary(
    summarise({
      born: storedDate(bornOn, bornPrecision),
      tumours: tumours.map((t) => ({ ...t, diagnosed: storedDate(t.on, t.precision) })),
      stages: stages.map((s) => ({ ...s, assessed: storedDate(s.on, s.precision) })),
    }),
  );

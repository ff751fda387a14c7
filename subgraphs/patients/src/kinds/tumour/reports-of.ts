import { type Primary, primariesOf, storedDate } from '@nodp/oncology';
import type { StagedTumour } from './stages-of.ts';

/** The primaries of a patient, each with its reports' rows in the order of diagnosis. */
export const primaryReports = <Tumour extends StagedTumour>(
  tumours: readonly Tumour[],
): Tumour[][] => {
  const rows = new Map(tumours.map((tumour) => [tumour.id, tumour]));
  const dated = tumours.map((tumour) => ({
    ...tumour,
    diagnosed: storedDate(tumour.diagnosedOn, tumour.diagnosedPrecision),
  }));
  return primariesOf(dated).map((reports: Primary) =>
    reports.flatMap(({ id }) => rows.get(id) ?? []),
  );
};

const among = <Tumour extends StagedTumour>(
  id: string,
  tumours: readonly Tumour[],
): Tumour[] | null =>
  primaryReports(tumours).find((reports) => reports.some((report) => report.id === id)) ?? null;

/** Every report of the primary that a tumour's report is of, in the order of diagnosis; of a metastasis itself alone. */
export const reportsOf = <Tumour extends StagedTumour>(
  tumour: Tumour,
  tumours: readonly Tumour[],
): readonly Tumour[] => among(tumour.id, tumours) ?? [tumour];

/** Ids of every report of a primary, by the id of one of them. */
export const reportIds = (id: string, tumours: readonly StagedTumour[]): readonly string[] =>
  among(id, tumours)?.map((report) => report.id) ?? [id];

import { histologyGroup, isSpecific, type Primary, primariesOf, storedDate } from '@nodp/oncology';
import type { StagedTumour } from './stages-of.ts';

const keyOf = (institutionId: string, sourceId: string): string => `${institutionId} ${sourceId}`;

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

/** What a record says of which tumour it is about. */
export interface OfTumour {
  readonly tumourSourceId: string | null;
  readonly institutionId: string;
}

/**
 * Whether a record names another tumour than the primary of these reports. A key that was never sent is another's where its
 * hospital reports this primary by a key of its own, and where the patient has other primaries.
 */
export const namesAnother = (
  reports: readonly StagedTumour[],
  tumours: readonly StagedTumour[],
): ((record: OfTumour) => boolean) => {
  const own = new Set(reports.map((one) => keyOf(one.institutionId, one.sourceId)));
  const sent = new Set(tumours.map((one) => keyOf(one.institutionId, one.sourceId)));
  const reporting = new Set(reports.map(({ institutionId }) => institutionId));
  const alone = primaryReports(tumours).length === 1;
  return ({ tumourSourceId, institutionId }) => {
    if (tumourSourceId === null) return false;
    const key = keyOf(institutionId, tumourSourceId);
    if (own.has(key)) return false;
    return sent.has(key) || reporting.has(institutionId) || !alone;
  };
};

/** The first histology that is more than “malignant neoplasm” or “carcinoma”, as pathologists' findings have it; else the first. */
export const morphologyOf = (
  reports: readonly {
    readonly foundMorphology: string | null;
    readonly morphology: string | null;
  }[],
): string | null => {
  const of = reports.flatMap((one) => one.foundMorphology ?? one.morphology ?? []);
  return of.find((code) => isSpecific(histologyGroup(code))) ?? of[0] ?? null;
};

/** What the reports say between them: each fact as the first of them that knows it. */
export const saidOf = <Tumour, Fact>(
  reports: readonly Tumour[],
  fact: (report: Tumour) => Fact | null,
): Fact | null => {
  for (const report of reports) {
    const said = fact(report);
    if (said !== null) return said;
  }
  return null;
};

import { histologyGroup, isSpecific } from '@nodp/oncology';

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

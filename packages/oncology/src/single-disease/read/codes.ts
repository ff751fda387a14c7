import { analyte } from '@nodp/terminology/loinc';

/** A measure as results of it are found: LOINC codes, and the unit (UCUM) in which its values are. */
export interface Measure {
  readonly codes: readonly string[];
  readonly unit: string | null;
}

const ofAnalyte = (id: string): Measure => {
  const found = analyte(id);
  if (found === null) throw new RangeError(`no analyte ${id}`);
  return { codes: found.loinc, unit: found.unit };
};

/** Laboratory results that elements are derived from, in the analyte's usual unit. */
export const LABORATORY = {
  cea: ofAnalyte('cea'),
  afp: ofAnalyte('afp'),
  ca153: ofAnalyte('ca-15-3'),
  psa: ofAnalyte('psa'),
  scc: ofAnalyte('scc-antigen'),
  thyroglobulin: ofAnalyte('thyroglobulin'),
  bilirubin: ofAnalyte('bilirubin-total'),
  albumin: ofAnalyte('albumin'),
  inr: ofAnalyte('inr'),
  /** No analyte of the terminology: copies as sent. */
  ebvDna: { codes: ['43730-1'], unit: '{copies}/mL' },
} as const satisfies Readonly<Record<string, Measure>>;

/** What pathologists measure and count, and what they say of margins; sizes in millimetres. */
export const PATHOLOGY = {
  nodesExamined: { codes: ['21894-1', '92833-3'], unit: null },
  nodesPositive: { codes: ['21893-3'], unit: null },
  size: { codes: ['21889-1', '33728-7'], unit: 'mm' },
  margins: { codes: ['44669-0'], unit: null },
} as const satisfies Readonly<Record<string, Measure>>;

/** Codes of results that a release's elements are derived from: of the laboratory, near a diagnosis; of pathologists, whenever. */
export const LABORATORY_CODES: readonly string[] = Object.values(LABORATORY).flatMap(
  ({ codes }) => codes,
);
export const PATHOLOGY_CODES: readonly string[] = Object.values(PATHOLOGY).flatMap(
  ({ codes }) => codes,
);

import { MARKERS } from '@nodp/oncology';

/** Total bilirubin, and tobacco smoking status. */
export const BILIRUBIN = ['1975-2', '14631-6'];
export const SMOKING = '72166-2';

/** LOINC codes of what surveillance reads. */
export const SURVEYED_CODES: readonly string[] = [
  ...MARKERS.flatMap(({ loinc }) => loinc),
  ...BILIRUBIN,
  SMOKING,
];

const known = new Set(SURVEYED_CODES);

export const isSurveyed = (loinc: string): boolean => known.has(loinc);

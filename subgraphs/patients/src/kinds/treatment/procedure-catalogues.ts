import type { TreatmentRecord } from './record.ts';

type Kind = TreatmentRecord['what'];

/** A national catalogue of procedures: the systems it is sent under, and its codes by how they begin. */
interface Catalogue {
  readonly system: RegExp;
  /** What codes of the catalogue look like, where others stand under the same systems. */
  readonly codes: RegExp;
  /** In the order in which they are tried. */
  readonly beginnings: readonly (readonly [RegExp, Kind])[];
}

/**
 * Operations of ICD-9-CM volume 3 that take a tumour out, by category: excisions and resections of chapters 01 to 86, and
 * endoscopic excision (SEER manual). Incisions, biopsies (the categories `.1` and `.2` of an organ), openings and repairs are none.
 */
const RESECTIONS =
  '01.5 03.4 06.2 06.3 06.4 06.5 07.2 07.3 07.6 07.8 16.4 16.5 25.1 25.2 25.3 25.4 26.29 26.3 27.3 27.4 28.2 29.3 ' +
  '30.0 30.1 30.2 30.3 30.4 32.2 32.3 32.4 32.5 32.6 34.3 34.4 34.51 40.3 40.4 40.5 41.5 42.3 42.4 43.4 43.5 43.6 43.7 ' +
  '43.8 43.9 45.3 45.4 45.6 45.7 45.8 48.3 48.4 48.5 48.6 49.3 50.2 50.3 50.4 50.5 51.2 51.6 52.2 52.5 52.6 52.7 ' +
  '54.3 54.4 55.3 55.4 55.5 56.4 57.4 57.5 57.6 57.7 58.3 60.2 60.3 60.4 60.5 60.6 62.2 62.3 62.4 64.2 64.3 65.2 65.3 ' +
  '65.4 65.5 65.6 66.4 66.5 66.6 67.2 67.3 67.4 68.2 68.3 68.4 68.5 68.6 68.7 68.8 68.9 70.3 70.4 71.3 71.5 71.6 76.2 76.3 ' +
  '76.4 77.6 77.8 77.9 83.3 83.4 84.0 84.1 85.2 85.33 85.34 85.35 85.36 85.4 86.3 86.4';

const beginning = (codes: string): RegExp =>
  new RegExp(`^(?:${codes.replaceAll('.', String.raw`\.`).replaceAll(' ', '|')})`);

const CATALOGUES: readonly Catalogue[] = [
  {
    // BfArM OPS 2024: 8-54 cytostatic chemotherapy and immunotherapy, 8-52 and 8-53 radiotherapy, 5 operations.
    system: /\/ops$|1\.2\.276\.0\.76\.5\.\d+$/i,
    codes: /^\d-\d/,
    beginnings: [
      [/^8-54/, 'SYSTEMIC'],
      [/^8-5[23]/, 'RADIOTHERAPY'],
      [/^8-836\.k/, 'SYSTEMIC'],
      [/^[13]-/, 'OTHER'],
      [/^5-/, 'SURGERY'],
    ],
  },
  {
    // ICD-9-CM volume 3 and its Chinese extensions (2.16.156 is China's arc, under which WS 445 has them): 99.25
    // injection of a cancer drug, 99.28 of a biological response modifier, 00.10 implanted chemotherapy, 92.2 and 92.3
    // radiotherapy and radiosurgery.
    system: /icd-?9|2\.16\.840\.1\.113883\.6\.104$|2\.16\.156\./i,
    codes: /^\d\d\.\d/,
    beginnings: [
      [/^(?:99\.25|99\.28|00\.10)/, 'SYSTEMIC'],
      [/^92\.[23]/, 'RADIOTHERAPY'],
      [beginning(RESECTIONS), 'SURGERY'],
    ],
  },
  {
    // ICD-10-PCS: root operations excision (B, not for diagnosis: X) and resection (T); section D radiation therapy;
    // introduction of an antineoplastic (3E0, substance 0).
    system: /icd-?10-?pcs|Medicare\/Coding\/ICD10$|2\.16\.840\.1\.113883\.6\.4$/i,
    codes: /^[0-9A-HJ-NP-Z]{7}$/i,
    beginnings: [
      [/^3E0..0/i, 'SYSTEMIC'],
      [/^D/i, 'RADIOTHERAPY'],
      [/^0.(?:T....|B...[^X])$/i, 'SURGERY'],
    ],
  },
];

/** What a national catalogue says a code is; null where none of them says it. */
export const kindInCatalogue = (system: string, code: string): Kind | null => {
  const catalogue = CATALOGUES.find((c) => c.system.test(system) && c.codes.test(code));
  return catalogue?.beginnings.find(([pattern]) => pattern.test(code))?.[1] ?? null;
};

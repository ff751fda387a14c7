import type { TreatmentRecord } from './record.ts';

type Kind = TreatmentRecord['what'];

/** A national catalogue of procedures: the systems it is sent under, and its codes by how they begin. */
interface Catalogue {
  readonly system: RegExp;
  /** What codes of the catalogue look like, where others stand under the same systems. */
  readonly codes: RegExp;
  /** A code as the beginnings write it. */
  readonly written?: (code: string) => string;
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

/** CPT of operations that take a tumour or its organ out, by how they begin (SEER surgery codes by organ). */
const CPT_RESECTIONS =
  '1160 1162 1164 1731 19120 19125 1930 31360 31365 31367 31368 31370 31375 31380 31382 31390 31395 32440 32442 32445 3248 32491 32503 32504 ' +
  '32505 32663 32666 32669 3267 38115 38700 38720 38724 38740 38745 38760 38765 38770 38780 41120 41130 41135 41140 41145 41150 41153 41155 ' +
  '42410 42415 42420 42425 42426 4310 4311 4312 43211 43254 43620 43621 43622 43631 43632 43633 43634 44120 44140 44141 44143 44144 44145 44146 ' +
  '44147 44150 44151 44155 44156 44157 44158 44160 44204 44205 44206 44207 44208 44210 44211 44212 45110 45111 45112 45113 45114 45116 45119 ' +
  '45126 4517 45385 45390 45395 45397 47120 47122 47125 47130 47370 47371 47380 47381 47382 47383 48140 48145 48146 48150 48152 48153 48154 48155 ' +
  '50220 50225 50230 50234 50236 50240 50250 50543 50545 50546 50548 50592 50593 51550 51555 51565 51570 51575 51580 51585 51590 51595 51596 ' +
  '51597 52234 52235 52240 54120 54125 54130 54520 54522 54530 54535 55810 55812 55815 5584 55866 56620 5663 56640 57520 57522 57530 57531 5815 ' +
  '58180 58200 58210 58240 5826 58275 58280 58285 5829 5854 5855 5857 58661 58720 5894 5895 60210 60212 60220 60225 60240 60252 60254 60260 60270 60271 ' +
  '60540 60545 61510 61512 61518 61519 61520 61521 61526 61530 61545';

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
    codes: /^\d\d\.?\d/,
    // Without its dot too, as files of bills have it.
    written: (code) => code.replace(/^(\d\d)(?=\d)/, '$1.'),
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
  {
    // CPT (American Medical Association), sections: 96401–96549 chemotherapy and complex biologic agents (but the upkeep of
    // pumps and ports), 51720 into the bladder; 77371–77799 radiation given (but what is planned, 77299–77370), 79005–79999
    // radiopharmaceuticals, 61796–61800, 63620, 63621 and 32701 radiosurgery; operations that take a tumour out.
    system: /\bcpt\b|2\.16\.840\.1\.113883\.6\.12$/i,
    codes: /^\d{5}(?:-\d\d)?$/,
    beginnings: [
      [/^9652[1-3]/, 'OTHER'],
      [/^96(?:4[0-4]\d|450|5[0-4]\d)|^51720/, 'SYSTEMIC'],
      [
        /^77(?:37[1-3]|38\d|4[0-9]\d|52[0-5]|7[5-9]\d)|^79\d{3}|^6179[6-9]|^61800|^6362[01]|^32701/,
        'RADIOTHERAPY',
      ],
      [/^7(?:[0-6]|7[0-36]|8)\d{3}|^8\d{4}/, 'OTHER'],
      [beginning(CPT_RESECTIONS), 'SURGERY'],
    ],
  },
  {
    // HCPCS level II: J9 cancer drugs (J9209 is mesna), Q0083–Q0085 and G0498 their giving; G6001–G6017, G0339 and G0340
    // radiation given.
    system: /hcpcs|2\.16\.840\.1\.113883\.6\.285$/i,
    codes: /^[A-V]\d{4}$/i,
    beginnings: [
      [/^J9209/i, 'OTHER'],
      [/^(?:J9|Q008[3-5]|G0498)/i, 'SYSTEMIC'],
      [/^(?:G60(?:0[3-9]|1\d)|G0339|G0340)/i, 'RADIOTHERAPY'],
    ],
  },
  {
    // OPCS-4 (NHS England): X72 and X73 delivery of chemotherapy for neoplasm, X35.2 and X65 of radiotherapy (X67 is its planning).
    system: /opcs|2\.16\.840\.1\.113883\.2\.1\.3\.2\.4\.16\.5\d?$/i,
    codes: /^[A-Z]\d{2}(?:\.?\d)?$/i,
    beginnings: [
      [/^X7[23]/i, 'SYSTEMIC'],
      [/^X65/i, 'RADIOTHERAPY'],
      [/^X67/i, 'OTHER'],
    ],
  },
  {
    // ACHI (Australia): the extension -00 of blocks 1920 is an antineoplastic agent given.
    system: /achi|icd-?10-?am/i,
    codes: /^\d{5}-\d\d$/,
    beginnings: [
      [/^9619[6-9]-00|^9620[0-9]-00/, 'SYSTEMIC'],
      [/^15(?:2[1-9]\d|[3-5]\d\d)-0/, 'RADIOTHERAPY'],
    ],
  },
];

/** What a national catalogue says a code is; null where none of them says it. */
export const kindInCatalogue = (system: string, code: string): Kind | null => {
  const catalogue = CATALOGUES.find((c) => c.system.test(system) && c.codes.test(code));
  const written = catalogue?.written?.(code) ?? code;
  return catalogue?.beginnings.find(([pattern]) => pattern.test(written))?.[1] ?? null;
};

import { type Numbers, notEmpty } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';

/**
 * International Cancer Survival Standards (Corazziari, Quinn & Capocaccia 2004, Eur J Cancer
 * 40:2307, table 3): 1 for most cancers, which rise with age; 2 for nasopharynx, soft tissue,
 * melanoma, cervix, brain, thyroid, bone (adult) and the like, broadly constant with age; 3 for
 * those of young adults: testis, Hodgkin lymphoma, acute lymphoblastic leukaemia.
 */
export type IcssStandard = 1 | 2 | 3;

/** Begin of each age group in years; the last is open. */
const AGES = [15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85];

/** Weights of the five-year groups, per 100,000. */
const WEIGHTS: Readonly<Record<IcssStandard, readonly number[]>> = {
  1: [164, 215, 416, 842, 1874, 3489, 4906, 7094, 9641, 13359, 14234, 14766, 14131, 9347, 5522],
  2: [1128, 2011, 3745, 5755, 7538, 7823, 8283, 8717, 9894, 11106, 10992, 9008, 7254, 4116, 2630],
  3: [6938, 11183, 12964, 11630, 9635, 7650, 5324, 4676, 5224, 4776, 5067, 4933, 5179, 3247, 1574],
};

/** The groups in which survival by age is reported for most cancers. */
export const ICSS_AGE_GROUPS: readonly number[] = [15, 45, 55, 65, 75];

/**
 * Weights of a standard for age groups given by the year they begin, the last open; summing to 1.
 *
 * `icssWeights(1, [15, 45, 55, 65, 75])` is 0.07, 0.12, 0.23, 0.29, 0.29.
 *
 * @param begins ascending years among 15, 20, … 85, the first of them 15 or less (0 for "all ages")
 * @throws {BiostatisticsError} `empty`, `out-of-range`
 */
export function icssWeights(
  standard: IcssStandard,
  begins: Numbers = ICSS_AGE_GROUPS,
): Float64Array {
  notEmpty('begins', begins);
  const weights = WEIGHTS[standard];
  const merged = new Float64Array(begins.length);
  for (let g = 0; g < begins.length; g++) {
    const begin = begins[g] as number;
    const fits = g === 0 ? begin <= 15 : AGES.includes(begin) && begin > (begins[g - 1] as number);
    if (!fits) {
      throw new BiostatisticsError(
        'out-of-range',
        { argument: 'begins', index: g },
        `is ${begin}; groups begin at 15 or less, then ascend through 20, 25, … 85`,
      );
    }
    const end = g + 1 < begins.length ? (begins[g + 1] as number) : Infinity;
    AGES.forEach((age, a) => {
      if (age >= begin && age < end) merged[g] = (merged[g] as number) + (weights[a] as number);
    });
    merged[g] = (merged[g] as number) / 100_000;
  }
  return merged;
}

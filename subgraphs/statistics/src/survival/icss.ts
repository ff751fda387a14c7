import { type IcssStandard, icssWeights } from '@nodp/biostatistics';

/** Sites of the standards 2 and 3; every other site, and several together, are of standard 1. */
const STANDARDS: Readonly<Record<string, IcssStandard>> = {
  nasopharynx: 2,
  'soft-tissue': 2,
  melanoma: 2,
  cervix: 2,
  brain: 2,
  thyroid: 2,
  bone: 2,
  testis: 3,
  'hodgkin-lymphoma': 3,
};

/** Of the prostate hardly anybody is diagnosed before 55. */
const AGES = [15, 45, 55, 65, 75] as const;
const AGES_OF_PROSTATE = [15, 55, 65, 75, 85] as const;

export interface AgeStandard {
  readonly standard: IcssStandard;
  /** Years at which each age group begins; who is younger than the first belongs to none. */
  readonly begins: readonly number[];
  readonly weights: Float64Array;
}

/**
 * The International Cancer Survival Standard of a site (Corazziari, Quinn and Capocaccia 2004, table 3).
 * @param site code of a site or a part of one; null for several together
 */
export const icssOf = (site: string | null): AgeStandard => {
  const group = site?.split('.')[0] ?? '';
  const standard = STANDARDS[group] ?? 1;
  const begins = group === 'prostate' ? AGES_OF_PROSTATE : AGES;
  return { standard, begins, weights: icssWeights(standard, begins) };
};

/** Place of an age among the groups; -1 where it is of none, or not known. */
export const groupOf = ({ begins }: AgeStandard, age: number): number => {
  let group = -1;
  for (const [i, begin] of begins.entries()) if (age >= begin) group = i;
  return group;
};

import type { Label } from '@nodp/terminology';
import { BED_EQD2 } from './rule.ts';

/** BED and EQD2 of a volume's dose for the α/β of one tissue, in Gy. */
export interface RadiationDose {
  readonly tissue: Label;
  readonly alphaBeta: number;
  readonly bed: number;
  readonly eqd2: number;
  readonly explanation: readonly Label[];
}

const TUMOUR = { tissue: { en: 'tumour', zh: '肿瘤' }, alphaBeta: 10 };
const PROSTATE = { tissue: { en: 'prostate cancer', zh: '前列腺癌' }, alphaBeta: 1.5 };
const LATE = { tissue: { en: 'late responding tissue', zh: '晚反应组织' }, alphaBeta: 3 };

/** SNOMED CT: structure of the prostate. */
const PROSTATE_SITE = '41216001';

/** Whether a volume lies in the prostate: by its code (SNOMED CT, ICD-O-3, ICD-10), or its words. */
export const isProstateSite = (code: string | null, display: string | null): boolean =>
  code === PROSTATE_SITE ||
  (code !== null && /^C61/i.test(code)) ||
  /\bprostat(?:e|ic)\b|前列腺/i.test(display ?? '');

/** Doses in Gy for tumour and late responding tissue. @param gray of all fractions; Gy */
export const radiationDoses = (given: {
  readonly gray: number;
  readonly fractions: number;
  readonly fractionsPerDay: number | null;
  readonly prostate: boolean;
}): RadiationDose[] =>
  [given.prostate ? PROSTATE : TUMOUR, LATE].flatMap(({ tissue, alphaBeta }) => {
    const { value, explanation } = BED_EQD2.decide({
      fractions: given.fractions,
      dose_per_fraction_Gy: Math.round((given.gray / given.fractions) * 1e6) / 1e6,
      alpha_beta: alphaBeta,
      fractions_per_day: given.fractionsPerDay,
    });
    const doses = value as { readonly bed: number; readonly eqd2: number } | null;
    return doses === null
      ? []
      : [{ tissue, alphaBeta, bed: doses.bed, eqd2: doses.eqd2, explanation }];
  });

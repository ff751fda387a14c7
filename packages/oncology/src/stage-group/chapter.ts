import type { Label } from '@nodp/terminology';

export interface Chapter {
  readonly id: string;
  readonly title: Label;
  /** ICD-O-3 topographies, ranges with a hyphen. */
  readonly sites: string;
  /** ICD-O-3 histologies, ranges with a hyphen. */
  readonly histologies: string;
}

export const CARCINOMA = '8000-8700';
export const WELL_DIFFERENTIATED_NET = '8150-8153 8155-8156 8158 8240-8242 8249 8683';
/** Of organs whose well-differentiated neuroendocrine tumours have a chapter of their own. */
export const WITHOUT_NET = '8000-8149 8154 8160-8231 8243-8248 8250-8682 8690-8700';
/** Skin and genitals: without Merkel cell carcinoma. */
export const WITHOUT_MERKEL = '8000-8040 8042-8180 8191-8246 8248-8700';
export const SQUAMOUS = '8050-8054 8070 8074 8077 8083 8560';
export const NOT_SQUAMOUS =
  '8011-8015 8021-8046 8060 8071-8073 8075-8076 8078-8082 8084-8149 8154 8160-8231 8243-8248 8250-8552 8561-8682 8690-8700';
export const MELANOMA = '8720-8790';
export const SARCOMA =
  '8710-8714 8800-8803 8810-8921 8932-8934 8940-8990 9000-9016 9030-9043 9045-9138 9141-9230 9240-9582';
export const BONE = '8800-8934 8940-8990 9040-9138 9141-9582';
export const GIST = '8935-8936';

/** One chapter: id, English, Chinese, topographies, histologies. */
export const row = (
  id: string,
  en: string,
  zh: string,
  sites: string,
  histologies: string,
): Chapter => ({
  id,
  title: { en, zh },
  sites,
  histologies,
});

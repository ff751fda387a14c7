import type { CaseFacts, TreatmentFacts } from './facts.ts';

/** Whether something holds; null where it is not known. */
export type Maybe = boolean | null;

/** A category without the letters before it and in capitals: `cT1c` is T1C. */
export const categoryOf = (text: string | null): string | null =>
  text === null ? null : text.replace(/^[ycpra]+(?=[TNM])/i, '').toUpperCase();

export const isStage = ({ stage }: CaseFacts, ...stages: readonly string[]): Maybe =>
  stage === null || stage === 'UNKNOWN' ? null : stages.includes(stage);

export const isWithout = (category: string | null, none: 'N0' | 'M0'): Maybe => {
  const read = categoryOf(category);
  return read === null || /^[NM]X/.test(read) ? null : read.startsWith(none);
};

/** Cytotoxic by its ATC group; null of a systemic treatment whose drug is not coded. */
export const isChemotherapy = ({ kind, atc }: TreatmentFacts): Maybe =>
  kind !== 'SYSTEMIC' ? false : atc === null ? null : /^L01(?:[ABCD]|XA)/.test(atc);

/** Tamoxifen or an aromatase inhibitor. */
export const isEndocrine = ({ kind, atc }: TreatmentFacts): Maybe =>
  kind !== 'SYSTEMIC' ? false : atc === null ? null : /^L02B(?:A01|G)/.test(atc);

/** Small cell carcinoma of the lung (8041–8045) apart; null where the histology is not known or says no more than cancer. */
export const isNonSmallCell = ({ histology }: CaseFacts): Maybe => {
  const code = Number(histology);
  if (histology === null || !Number.isInteger(code)) return null;
  if (code >= 8041 && code <= 8045) return false;
  return code < 8010 ? null : code <= 8599;
};

/** Of the lung's carcinomas, known from their first operation on. */
export const operations = ({ treatments }: CaseFacts): readonly TreatmentFacts[] =>
  treatments.filter(({ kind }) => kind === 'SURGERY');

/** What is first treatment: an operation, radiotherapy or a drug, not a biopsy. */
export const directed = ({ treatments }: CaseFacts): readonly TreatmentFacts[] =>
  treatments.filter(({ kind }) => kind !== 'OTHER');

/** Carcinoma of liver cells (ICD-O-3 8170 to 8175). */
export const isHepatocellular = ({ histology }: CaseFacts): Maybe => {
  const code = Number(histology);
  if (histology === null || !Number.isInteger(code) || code < 8011) return null;
  return code >= 8170 && code <= 8175;
};

/** The colon: the rectum and the junction are other cancers; the appendix is none of the colon's. */
export const isColon = ({ topography }: CaseFacts): boolean =>
  topography === null || /^C18(?!\.?1)/.test(topography);

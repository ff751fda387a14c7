/** What a recorded operation or biopsy was, by its code in ICD-9-CM volume 3 or SNOMED CT, else by its words. */
import type { ProcedureFacts } from './facts.ts';

const isIcd9 = ({ system, code }: ProcedureFacts): boolean =>
  code !== null && /^\d\d\.\d/.test(code) && /icd-?9|2\.16\.156\./i.test(system ?? '');

const coded = (
  one: ProcedureFacts,
  icd9: RegExp,
  snomed: readonly string[],
  words: RegExp,
): boolean => {
  if (isIcd9(one)) return icd9.test(one.code ?? '');
  return snomed.includes(one.code ?? '') || words.test(one.words);
};

/** Excision of a part of the breast: 85.21 to 85.23; partial mastectomy, lumpectomy. */
export const conserves = (one: ProcedureFacts): boolean =>
  coded(
    one,
    /^85\.2[0-3]/,
    ['64368001', '392021009'],
    /lumpectomy|partial mastectomy|quadrantectomy|breast.conserving|保乳|乳腺(?:部分|区段|象限)切除|乳腺肿物切除/i,
  );

/** Removal of the whole breast: 85.33 to 85.36 and 85.4. */
export const removesBreast = (one: ProcedureFacts): boolean =>
  !conserves(one) &&
  coded(one, /^85\.(?:3[3-6]|4)/, ['172043006'], /mastectomy|乳房切除|乳癌根治|乳腺癌.*根治/i);

/** Excision of a lesion alone, as through an endoscope: it removes no lymph nodes. */
export const excisesLesion = (one: ProcedureFacts): boolean =>
  coded(one, /^4[35]\.[34]/, [], /\b(?:ESD|EMR)\b|endoscopic|polypectomy|内镜|息肉|局部切除/i);

/** A biopsy of the breast by needle (85.11) or by the knife (85.12); null where it is none, or does not say. */
export const breastBiopsy = (one: ProcedureFacts): 'needle' | 'open' | null => {
  const biopsy = /biopsy|活检|活组织检查/i.test(one.words);
  if (
    coded(
      one,
      /^85\.11/,
      ['723990008'],
      /needle aspiration|细针穿刺|粗针穿刺|空芯针|乳腺穿刺|core (?:needle )?biopsy/i,
    ) ||
    (biopsy && !isIcd9(one) && /needle|穿刺|针吸/i.test(one.words))
  )
    return 'needle';
  return coded(one, /^85\.12/, [], /(?:open|excisional) biopsy|切开活检|切除活检/i) ? 'open' : null;
};

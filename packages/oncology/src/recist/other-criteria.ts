import { type Label, parseMorphology, parseTopography } from '@nodp/terminology';

const row = (criteria: string, en: string, zh: string): Label => ({
  en: `RECIST is not the criterion for ${en}: ${criteria}.`,
  zh: `RECIST不是${zh}的疗效标准：应使用${criteria}。`,
});

/**
 * By which criteria the response of a tumour is judged instead of RECIST 1.1, or beside it; null where RECIST is the
 * criterion. Source: Cheson BD et al., J Clin Oncol 2014;32:3059 (Lugano); Wen PY et al., J Clin Oncol 2010;28:1963
 * (RANO); Lencioni R, Llovet JM, Semin Liver Dis 2010;30:52 (mRECIST); Scher HI et al., J Clin Oncol 2016;34:1402 (PCWG3).
 */
export const otherCriterion = (
  topography: string | null,
  morphology: string | null,
): { readonly instead: boolean; readonly sentence: Label } | null => {
  const histology = Number(
    (morphology === null ? null : parseMorphology(morphology))?.histology ?? Number.NaN,
  );
  const site = (topography === null ? null : parseTopography(topography))?.site ?? '';
  if (histology >= 9590 && histology <= 9739)
    return { instead: true, sentence: row('Lugano', 'lymphoma', '淋巴瘤') };
  if (histology >= 9740 && histology <= 9993)
    return { instead: true, sentence: row('the criteria of each disease', 'leukaemia', '白血病') };
  if (site >= 'C70' && site <= 'C72')
    return {
      instead: true,
      sentence: row('RANO', 'tumours of the central nervous system', '中枢神经系统肿瘤'),
    };
  if (histology >= 8170 && histology <= 8175)
    return {
      instead: false,
      sentence: row(
        'mRECIST',
        'hepatocellular carcinoma under local treatment',
        '局部治疗的肝细胞癌',
      ),
    };
  if (site === 'C61')
    return { instead: false, sentence: row('PCWG3', 'prostate cancer in bone', '前列腺癌骨转移') };
  if (site === 'C56')
    return { instead: false, sentence: row('GCIG', 'CA-125 of ovarian cancer', '卵巢癌CA-125') };
  return null;
};

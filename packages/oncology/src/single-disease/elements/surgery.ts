import {
  type ChoiceElement,
  type DiseaseElement,
  type NumberElement,
  valuesOf,
} from '../element.ts';
import type { DiseaseFacts, NotKnown } from '../facts.ts';
import { type Measure, PATHOLOGY } from '../read/codes.ts';
import { measuredOf, wordsOf } from '../read/results.ts';
import { levelOf, stageAfter } from '../read/stages.ts';
import { hadNeoadjuvant, wasOperated } from '../read/treatments.ts';

const OPERATED = {
  en: 'Not applicable where treatment is recorded and no operation.',
  zh: '有治疗记录而无手术者不适用。',
};

const {
  nodesExamined: EXAMINED,
  nodesPositive: POSITIVE,
  size: SIZE,
  margins: MARGINS,
} = PATHOLOGY;

/** A pathologist's count of who was operated on. */
const counted = (facts: DiseaseFacts, measure: Measure): number | NotKnown =>
  measuredOf(facts, measure) ??
  (wasOperated(facts) === false ? 'NOT_APPLICABLE' : wasOperated(facts) ? 'NOT_TESTED' : 'UNKNOWN');

const NODES_EXAMINED: NumberElement = {
  id: 'nodes_examined',
  type: 'number',
  label: { en: 'Lymph nodes examined', zh: '淋巴结检出数' },
  unit: null,
  limits: [1, 4, 12, 15, 20],
  rule: {
    words: {
      en: `Greatest count of the pathologists (LOINC ${EXAMINED.codes.join(', ')}). ${OPERATED.en}`,
      zh: `病理报告计数的最大值（LOINC ${EXAMINED.codes.join('、')}）。${OPERATED.zh}`,
    },
    source: 'UICC TNM classification: 12 nodes of the colon, 15 of the stomach',
  },
  of: (facts) => counted(facts, EXAMINED),
};

const NODES_POSITIVE: NumberElement = {
  id: 'nodes_positive',
  type: 'number',
  label: { en: 'Lymph nodes with metastasis', zh: '阳性淋巴结数' },
  unit: null,
  limits: [1, 2, 4, 7],
  rule: {
    words: {
      en: `Greatest count of the pathologists (LOINC ${POSITIVE.codes.join(', ')}). ${OPERATED.en}`,
      zh: `病理报告计数的最大值（LOINC ${POSITIVE.codes.join('、')}）。${OPERATED.zh}`,
    },
    source: 'UICC TNM classification',
  },
  of: (facts) => counted(facts, POSITIVE),
};

const SIZE_MM: NumberElement = {
  id: 'size_mm',
  type: 'number',
  label: { en: 'Tumour size', zh: '肿瘤大小' },
  unit: 'mm',
  limits: [10, 20, 30, 50, 70],
  rule: {
    words: {
      en: `Greatest dimension recorded (LOINC ${SIZE.codes.join(', ')}).`,
      zh: `记录的最大径（LOINC ${SIZE.codes.join('、')}）。`,
    },
    source: 'UICC TNM classification',
  },
  of: (facts) => measuredOf(facts, SIZE) ?? 'NOT_TESTED',
};

const MARGIN: ChoiceElement = {
  id: 'margins',
  type: 'choice',
  label: { en: 'Resection margins', zh: '切缘' },
  values: valuesOf(`
    NEGATIVE|Free of tumour|阴性
    POSITIVE|Involved|阳性
  `),
  rule: {
    words: {
      en: `Words of the structured finding (LOINC ${MARGINS.codes.join(', ')}); involved where any says so. Free text of reports is not read. ${OPERATED.en}`,
      zh: `结构化所见的文字（LOINC ${MARGINS.codes.join('、')}）；任一处阳性即为阳性，不读取报告自由文本。${OPERATED.zh}`,
    },
    source: 'UICC residual tumour classification (R)',
  },
  of: (facts) => {
    const words = wordsOf(facts, MARGINS);
    if (words.length === 0) {
      const operated = wasOperated(facts);
      return operated === null ? 'UNKNOWN' : operated ? 'NOT_TESTED' : 'NOT_APPLICABLE';
    }
    const is = words.map(marginOf);
    return is.includes('POSITIVE') ? 'POSITIVE' : is.includes('NEGATIVE') ? 'NEGATIVE' : 'UNKNOWN';
  },
};

/** What words say of margins; a denial comes before what it denies. */
const marginOf = (words: string): 'POSITIVE' | 'NEGATIVE' | null => {
  if (/\bR0\b|阴性|未见|未累及|\b(?:negative|uninvolved|free|clear|not involved|no )/i.test(words))
    return 'NEGATIVE';
  return /\bR[12]\b|阳性|累及|可见癌|\b(?:positive|involved|present)\b/i.test(words)
    ? 'POSITIVE'
    : null;
};

const NEOADJUVANT: ChoiceElement = {
  id: 'neoadjuvant',
  type: 'choice',
  label: { en: 'Treatment before the operation', zh: '新辅助治疗' },
  values: valuesOf(`
    YES|Yes|是
    NO|No|否
  `),
  rule: {
    words: {
      en: `Whether drugs or radiotherapy began before the first operation; unknown where dates do not tell. ${OPERATED.en}`,
      zh: `首次手术前是否已开始药物或放射治疗；日期不足以判断者为不详。${OPERATED.zh}`,
    },
    source: 'NODP rule: as the prognostic scores read it',
  },
  of: (facts) => {
    if (wasOperated(facts) === false) return 'NOT_APPLICABLE';
    const had = hadNeoadjuvant(facts);
    return had === null ? 'UNKNOWN' : had ? 'YES' : 'NO';
  },
};

const RESPONSE: ChoiceElement = {
  id: 'neoadjuvant_response',
  type: 'choice',
  label: { en: 'Response to neoadjuvant treatment', zh: '新辅助治疗病理反应' },
  values: valuesOf(`
    COMPLETE|Complete (ypT0/is ypN0)|完全缓解（ypT0/is ypN0）
    RESIDUAL|Residual tumour|有残留
  `),
  rule: {
    words: {
      en: 'By the categories after treatment: no invasive tumour of the primary and no node (ypT0 or ypTis, ypN0) is complete. Not applicable where none was given before an operation.',
      zh: '依治疗后分类：原发灶无浸润癌且淋巴结阴性（ypT0或ypTis、ypN0）为完全缓解；术前未行治疗者不适用。',
    },
    source: 'Cortazar P et al. Lancet 2014;384:164-72; UICC TNM classification',
  },
  of: (facts) => {
    if (wasOperated(facts) === false || hadNeoadjuvant(facts) === false) return 'NOT_APPLICABLE';
    const [t, n] = [levelOf(stageAfter(facts, 'T')), levelOf(stageAfter(facts, 'N'))];
    if ((t ?? 0) > 0 || (n ?? 0) > 0) return 'RESIDUAL';
    return t === 0 && n === 0 ? 'COMPLETE' : 'UNKNOWN';
  },
};

/** Elements of a disease that is operated on. */
export const SURGERY: readonly DiseaseElement[] = [
  SIZE_MM,
  NODES_EXAMINED,
  NODES_POSITIVE,
  MARGIN,
  NEOADJUVANT,
  RESPONSE,
];

import type { MissingFact } from './facts.ts';
import type { Words } from './indicator.ts';

/** What is not known of a case that cannot be judged. */
export const MISSING_WORDS: Readonly<Record<MissingFact, Words>> = {
  AGE: { en: 'age at diagnosis', zh: '诊断时年龄' },
  BIOPSY: { en: 'how the biopsy was taken', zh: '活检方式' },
  CATEGORIES: { en: 'T, N or M category', zh: 'T、N或M分类' },
  CLINICAL_STAGE: { en: 'clinical stage, or its date', zh: '临床分期或其日期' },
  DRUG: { en: 'which drug was given', zh: '所用药物' },
  HISTOLOGY: { en: 'histology', zh: '组织学类型' },
  HORMONE_RECEPTORS: { en: 'oestrogen and progesterone receptors', zh: '雌、孕激素受体' },
  IMAGING: { en: 'imaging before the first treatment', zh: '首次治疗前的影像检查' },
  NODES_EXAMINED: { en: 'number of nodes examined', zh: '检出淋巴结数' },
  NODES_POSITIVE: { en: 'number of positive nodes', zh: '阳性淋巴结数' },
  OPERATION: { en: 'which operation it was', zh: '手术术式' },
  PATHOLOGICAL_NODES: { en: 'pathological N category', zh: '病理N分类' },
  PATHOLOGY: { en: "pathologist's report, or its date", zh: '病理报告或其日期' },
  STAGE: { en: 'stage at diagnosis', zh: '诊断时分期' },
  START_OF_TREATMENT: { en: 'when treatment began', zh: '治疗开始日期' },
  TIME: { en: 'its time is not over yet', zh: '时限尚未届满' },
  TREATMENTS: { en: 'treatment', zh: '治疗' },
};

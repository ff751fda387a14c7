import { type Disease, SOLID } from '../disease.ts';
import { type ChoiceElement, valuesOf } from '../element.ts';
import { baseline, marker } from '../elements/findings.ts';
import { LABORATORY } from '../read/codes.ts';
import { histologyOf, isSquamous } from '../read/histology.ts';

const GUIDE = 'CSCO/ASCO guideline, J Clin Oncol 2021;39:840-59';

const TYPE: ChoiceElement = {
  id: 'histological_type',
  type: 'choice',
  label: { en: 'Histological type', zh: '组织学类型' },
  values: valuesOf(`
    NOT_KERATINISING|Non-keratinising|非角化性癌
    KERATINISING|Keratinising|角化性鳞状细胞癌
    SQUAMOUS|Squamous, not specified|鳞状细胞癌（未特指）
    OTHER|Other|其他
  `),
  rule: {
    words: {
      en: 'ICD-O-3: 8072, 8073, 8020, 8021 and 8082 non-keratinising; 8071 keratinising; other squamous.',
      zh: 'ICD-O-3：8072、8073、8020、8021、8082为非角化性；8071为角化性；其他鳞状细胞癌。',
    },
    source: 'WHO Classification of Tumours, head and neck, 5th ed.',
  },
  of: (facts) => {
    const code = histologyOf(facts);
    if (code === null || code === 8010) return 'UNKNOWN';
    if ([8072, 8073, 8020, 8021, 8082].includes(code)) return 'NOT_KERATINISING';
    return code === 8071 ? 'KERATINISING' : isSquamous(code) ? 'SQUAMOUS' : 'OTHER';
  },
};

/** The nasopharynx is treated by radiotherapy: elements of an operation are none of it. */
export const nasopharynx: Disease = {
  label: { en: 'Nasopharyngeal carcinoma', zh: '鼻咽癌' },
  siteGroup: 'nasopharynx',
  topography: 'C11',
  morphology: SOLID,
  elements: [
    TYPE,
    baseline(
      'ebv_dna',
      { en: 'Plasma EBV DNA before treatment', zh: '治疗前血浆EB病毒DNA' },
      { measure: LABORATORY.ebvDna, limits: [500, 2000, 4000], source: GUIDE },
    ),
    marker('eber', 'EBV', { source: GUIDE }),
    marker('pd_l1', 'PD-L1', { source: GUIDE }),
  ],
};

import { type Disease, SOLID } from '../disease.ts';
import { type ChoiceElement, valuesOf } from '../element.ts';
import { baseline, marker } from '../elements/findings.ts';
import { SURGERY } from '../elements/surgery.ts';
import { LABORATORY } from '../read/codes.ts';
import { histologyOf } from '../read/histology.ts';

const GUIDE = 'National Health Commission of the PRC, guideline for thyroid cancer 2022; ATA 2015';

const TYPE: ChoiceElement = {
  id: 'histological_type',
  type: 'choice',
  label: { en: 'Histological type', zh: '组织学类型' },
  values: valuesOf(`
    PAPILLARY|Papillary|乳头状癌
    FOLLICULAR|Follicular and oncocytic|滤泡癌及嗜酸细胞癌
    MEDULLARY|Medullary|髓样癌
    ANAPLASTIC|Anaplastic|未分化癌
    OTHER|Other|其他
  `),
  rule: {
    words: {
      en: 'ICD-O-3: 8050, 8260, 8340 to 8344, 8350 and 8450 to 8460 papillary; 8290, 8330 to 8335 follicular; 8345, 8346, 8510 medullary; 8020, 8021, 8030 to 8032 anaplastic.',
      zh: 'ICD-O-3：8050、8260、8340–8344、8350、8450–8460为乳头状；8290、8330–8335为滤泡；8345、8346、8510为髓样；8020、8021、8030–8032为未分化。',
    },
    source: 'IARC, Cancer Incidence in Five Continents: histological groups of the thyroid',
  },
  of: (facts) => {
    const code = histologyOf(facts);
    if (code === null || code === 8010) return 'UNKNOWN';
    const within = (from: number, to = from) => code >= from && code <= to;
    if (within(8050) || within(8260) || within(8340, 8344) || within(8350) || within(8450, 8460))
      return 'PAPILLARY';
    if (within(8290) || within(8330, 8335)) return 'FOLLICULAR';
    if (within(8345, 8346) || within(8510)) return 'MEDULLARY';
    return within(8020, 8021) || within(8030, 8032) ? 'ANAPLASTIC' : 'OTHER';
  },
};

export const thyroid: Disease = {
  label: { en: 'Thyroid cancer', zh: '甲状腺癌' },
  siteGroup: 'thyroid',
  topography: 'C73',
  morphology: SOLID,
  elements: [
    TYPE,
    marker('braf', 'BRAF', {
      source: GUIDE,
      appliesTo: (facts) => TYPE.of(facts) !== 'MEDULLARY',
      applies: { en: 'Not applicable to medullary carcinoma.', zh: '髓样癌不适用。' },
    }),
    marker('ret', 'RET', { source: GUIDE }),
    marker('tert', 'TERT', { source: GUIDE }),
    baseline(
      'thyroglobulin',
      { en: 'Thyroglobulin before treatment', zh: '治疗前甲状腺球蛋白' },
      { measure: LABORATORY.thyroglobulin, limits: [77, 500], source: GUIDE },
    ),
    ...SURGERY,
  ],
};

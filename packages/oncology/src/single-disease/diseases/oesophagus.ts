import { type Disease, SOLID } from '../disease.ts';
import { type ChoiceElement, valuesOf } from '../element.ts';
import { marker } from '../elements/findings.ts';
import { SURGERY } from '../elements/surgery.ts';
import { histologyOf, isAdenocarcinoma, isSquamous } from '../read/histology.ts';

const CSCO = 'CSCO guidelines for oesophageal cancer 2024';

const TYPE: ChoiceElement = {
  id: 'histological_type',
  type: 'choice',
  label: { en: 'Histological type', zh: '组织学类型' },
  values: valuesOf(`
    SQUAMOUS|Squamous cell carcinoma|鳞状细胞癌
    ADENOCARCINOMA|Adenocarcinoma|腺癌
    OTHER|Other|其他
  `),
  rule: {
    words: { en: 'Groups of ICD-O-3 histologies.', zh: 'ICD-O-3组织学编码分组。' },
    source: 'IARC, Cancer Incidence in Five Continents: histological groups of the oesophagus',
  },
  of: (facts) => {
    const code = histologyOf(facts);
    if (code === null || code === 8010) return 'UNKNOWN';
    return isSquamous(code) ? 'SQUAMOUS' : isAdenocarcinoma(code) ? 'ADENOCARCINOMA' : 'OTHER';
  },
};

const SITE: ChoiceElement = {
  id: 'location',
  type: 'choice',
  label: { en: 'Location', zh: '部位' },
  values: valuesOf(`
    UPPER|Upper third and cervical|上段（含颈段）
    MIDDLE|Middle third|中段
    LOWER|Lower third and abdominal|下段（含腹段）
  `),
  rule: {
    words: {
      en: 'Topography: C15.0, C15.3 upper; C15.4 middle; C15.2, C15.5 lower. C15.1 (thoracic), C15.8 and C15.9 are unknown.',
      zh: '按解剖部位编码：C15.0、C15.3为上段，C15.4为中段，C15.2、C15.5为下段；C15.1（胸段）、C15.8、C15.9为不详。',
    },
    source: 'ICD-O-3; UICC TNM classification',
  },
  of: ({ topography }) => {
    const code = topography?.replace('.', '') ?? '';
    if (/^C15[03]/.test(code)) return 'UPPER';
    return code.startsWith('C154') ? 'MIDDLE' : /^C15[25]/.test(code) ? 'LOWER' : 'UNKNOWN';
  },
};

export const oesophagus: Disease = {
  label: { en: 'Oesophageal cancer', zh: '食管癌' },
  siteGroup: 'oesophagus',
  topography: 'C15',
  morphology: SOLID,
  elements: [
    TYPE,
    SITE,
    marker('pd_l1', 'PD-L1', { source: CSCO }),
    marker('her2', 'HER2', {
      source: CSCO,
      appliesTo: (facts) => {
        const code = histologyOf(facts);
        return code === null || !isSquamous(code);
      },
      applies: { en: 'Not applicable to squamous cell carcinoma.', zh: '鳞状细胞癌不适用。' },
    }),
    ...SURGERY,
  ],
};

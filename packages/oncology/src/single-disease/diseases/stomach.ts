import { type Disease, SOLID } from '../disease.ts';
import { type ChoiceElement, valuesOf } from '../element.ts';
import { baseline, marker } from '../elements/findings.ts';
import { SURGERY } from '../elements/surgery.ts';
import { LABORATORY } from '../read/codes.ts';
import { histologyOf, isAdenocarcinoma, isNeuroendocrine } from '../read/histology.ts';

const CSCO = 'CSCO guidelines for gastric cancer 2024';

const SITE: ChoiceElement = {
  id: 'location',
  type: 'choice',
  label: { en: 'Location', zh: '部位' },
  values: valuesOf(`
    CARDIA|Cardia|贲门
    NOT_CARDIA|Other than the cardia|非贲门
  `),
  rule: {
    words: {
      en: 'Topography: C16.0 is the cardia; C16.8 and C16.9 are unknown.',
      zh: '按解剖部位编码：C16.0为贲门；C16.8和C16.9为不详。',
    },
    source: 'ICD-O-3; IARC, Cancer Incidence in Five Continents',
  },
  of: ({ topography }) => {
    const code = topography?.replace('.', '') ?? '';
    return code.startsWith('C160') ? 'CARDIA' : /^C16[1-6]/.test(code) ? 'NOT_CARDIA' : 'UNKNOWN';
  },
};

const TYPE: ChoiceElement = {
  id: 'histological_type',
  type: 'choice',
  label: { en: 'Histological type', zh: '组织学类型' },
  values: valuesOf(`
    SIGNET|Signet ring and poorly cohesive|印戒细胞癌及低黏附性癌
    ADENOCARCINOMA|Other adenocarcinoma|其他腺癌
    NEUROENDOCRINE|Neuroendocrine|神经内分泌肿瘤
    STROMAL|Gastrointestinal stromal tumour|胃肠道间质瘤
    OTHER|Other|其他
  `),
  rule: {
    words: {
      en: 'Groups of ICD-O-3 histologies: 8490 and 8142 to 8145 are poorly cohesive or diffuse.',
      zh: 'ICD-O-3组织学编码分组：8490及8142–8145为低黏附性或弥漫型。',
    },
    source: 'ICD-O-3; WHO Classification of Tumours of the digestive system, 5th ed.',
  },
  of: (facts) => {
    const code = histologyOf(facts);
    if (code === null) return 'UNKNOWN';
    if (code === 8490 || (code >= 8142 && code <= 8145)) return 'SIGNET';
    if (isNeuroendocrine(code)) return 'NEUROENDOCRINE';
    return isAdenocarcinoma(code) ? 'ADENOCARCINOMA' : code === 8936 ? 'STROMAL' : 'OTHER';
  },
};

export const stomach: Disease = {
  label: { en: 'Gastric cancer', zh: '胃癌' },
  siteGroup: 'stomach',
  topography: 'C16',
  morphology: SOLID,
  elements: [
    SITE,
    TYPE,
    marker('her2', 'HER2', { source: CSCO }),
    marker('pd_l1', 'PD-L1', { source: CSCO }),
    marker('msi', 'MSI', { source: CSCO }),
    marker('mmr', 'MMR', { source: CSCO }),
    marker('claudin18', 'CLDN18.2', { source: CSCO }),
    marker('eber', 'EBV', { source: CSCO }),
    baseline(
      'cea',
      { en: 'CEA before treatment', zh: '治疗前癌胚抗原' },
      { measure: LABORATORY.cea, limits: [5, 20], source: CSCO },
    ),
    ...SURGERY,
  ],
};

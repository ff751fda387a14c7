import { type Disease, SOLID } from '../disease.ts';
import { type ChoiceElement, valuesOf } from '../element.ts';
import { baseline, marker } from '../elements/findings.ts';
import { SURGERY } from '../elements/surgery.ts';
import { LABORATORY } from '../read/codes.ts';

const CSCO = 'CSCO guidelines for colorectal cancer 2024';

const SIDE: ChoiceElement = {
  id: 'location',
  type: 'choice',
  label: { en: 'Location', zh: '部位' },
  values: valuesOf(`
    RIGHT|Right colon|右半结肠
    LEFT|Left colon|左半结肠
    RECTUM|Rectum and rectosigmoid junction|直肠及直乙交界
    ANUS|Anus|肛门
  `),
  rule: {
    words: {
      en: 'Topography: caecum to transverse colon (C18.0–C18.4) right; splenic flexure to sigmoid (C18.5–C18.7) left; C19, C20; C21. C18.8 and C18.9 are unknown.',
      zh: '按解剖部位编码：盲肠至横结肠（C18.0–C18.4）为右半；脾曲至乙状结肠（C18.5–C18.7）为左半；C19、C20；C21。C18.8和C18.9为不详。',
    },
    source: 'CSCO guidelines for colorectal cancer 2024; ICD-O-3',
  },
  of: ({ topography }) => {
    const code = topography?.replace('.', '') ?? '';
    if (/^C18[0-4]/.test(code)) return 'RIGHT';
    if (/^C18[5-7]/.test(code)) return 'LEFT';
    return /^C(?:19|20)/.test(code) ? 'RECTUM' : code.startsWith('C21') ? 'ANUS' : 'UNKNOWN';
  },
};

export const colorectum: Disease = {
  label: { en: 'Colorectal cancer', zh: '结直肠癌' },
  siteGroup: 'colorectum',
  topography: 'C18 – C21',
  morphology: SOLID,
  elements: [
    SIDE,
    marker('msi', 'MSI', { source: CSCO }),
    marker('mmr', 'MMR', { source: CSCO }),
    marker('kras', 'KRAS', { source: CSCO }),
    marker('nras', 'NRAS', { source: CSCO }),
    marker('braf', 'BRAF', { source: CSCO }),
    marker('her2', 'HER2', { source: CSCO }),
    baseline(
      'cea',
      { en: 'CEA before treatment', zh: '治疗前癌胚抗原' },
      { measure: LABORATORY.cea, limits: [5, 20, 200], source: CSCO },
    ),
    ...SURGERY,
  ],
};

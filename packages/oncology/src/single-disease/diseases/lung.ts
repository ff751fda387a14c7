import { type Disease, SOLID } from '../disease.ts';
import { type ChoiceElement, valuesOf } from '../element.ts';
import { baseline, marker } from '../elements/findings.ts';
import { SURGERY } from '../elements/surgery.ts';
import type { DiseaseFacts } from '../facts.ts';
import { LABORATORY } from '../read/codes.ts';
import {
  histologyOf,
  isAdenocarcinoma,
  isNeuroendocrine,
  isSmallCell,
  isSquamous,
} from '../read/histology.ts';

const CSCO = 'CSCO guidelines for non-small cell lung cancer 2024; IASLC/CAP/AMP 2018';

const typeOf = (facts: DiseaseFacts): string => {
  const code = histologyOf(facts);
  if (code === null) return 'UNKNOWN';
  if (isSmallCell(code)) return 'SMALL_CELL';
  if (isSquamous(code)) return 'SQUAMOUS';
  if (isAdenocarcinoma(code)) return 'ADENOCARCINOMA';
  if (code >= 8012 && code <= 8014) return 'LARGE_CELL';
  if (isNeuroendocrine(code)) return 'CARCINOID';
  return code === 8010 || code === 8046 ? 'NOT_SPECIFIED' : 'OTHER';
};

const TYPE: ChoiceElement = {
  id: 'histological_type',
  type: 'choice',
  label: { en: 'Histological type', zh: '组织学类型' },
  values: valuesOf(`
    ADENOCARCINOMA|Adenocarcinoma|腺癌
    SQUAMOUS|Squamous cell carcinoma|鳞状细胞癌
    SMALL_CELL|Small cell carcinoma|小细胞癌
    LARGE_CELL|Large cell carcinoma|大细胞癌
    CARCINOID|Carcinoid and other neuroendocrine|类癌及其他神经内分泌肿瘤
    OTHER|Other specified|其他特指类型
    NOT_SPECIFIED|Carcinoma, not specified|未特指的癌
  `),
  rule: {
    words: { en: 'Groups of ICD-O-3 histologies.', zh: 'ICD-O-3组织学编码分组。' },
    source: 'IARC, Cancer Incidence in Five Continents: histological groups of the lung',
  },
  of: typeOf,
};

const NOT_SMALL_CELL = {
  appliesTo: (facts: DiseaseFacts) => typeOf(facts) !== 'SMALL_CELL',
  applies: { en: 'Not applicable to small cell carcinoma.', zh: '小细胞癌不适用。' },
  source: CSCO,
};

export const lung: Disease = {
  label: { en: 'Lung cancer', zh: '肺癌' },
  siteGroup: 'lung',
  topography: 'C33, C34',
  morphology: SOLID,
  elements: [
    TYPE,
    marker('egfr', 'EGFR', NOT_SMALL_CELL),
    marker('alk', 'ALK', NOT_SMALL_CELL),
    marker('ros1', 'ROS1', NOT_SMALL_CELL),
    marker('kras', 'KRAS', NOT_SMALL_CELL),
    marker('braf', 'BRAF', NOT_SMALL_CELL),
    marker('met', 'MET', NOT_SMALL_CELL),
    marker('ret', 'RET', NOT_SMALL_CELL),
    marker('pd_l1', 'PD-L1', NOT_SMALL_CELL),
    baseline(
      'cea',
      { en: 'CEA before treatment', zh: '治疗前癌胚抗原' },
      { measure: LABORATORY.cea, limits: [5, 20], source: 'CSCO guidelines 2024' },
    ),
    ...SURGERY,
  ],
};

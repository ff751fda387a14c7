import { type Disease, SOLID } from '../disease.ts';
import { type ChoiceElement, valuesOf } from '../element.ts';
import { baseline, marker } from '../elements/findings.ts';
import { SURGERY } from '../elements/surgery.ts';
import { LABORATORY } from '../read/codes.ts';
import { histologyOf, isAdenocarcinoma, isSquamous } from '../read/histology.ts';
import { stageOn } from '../read/stages.ts';

const GUIDE = 'FIGO Cancer Report 2018/2021; CSCO guidelines for cervical cancer 2023';

const FIGO: ChoiceElement = {
  id: 'figo',
  type: 'choice',
  label: { en: 'FIGO stage', zh: 'FIGO分期' },
  values: valuesOf(`
    I|I|I期
    II|II|II期
    III|III|III期
    IV|IV|IV期
  `),
  rule: {
    words: {
      en: 'As recorded by FIGO at diagnosis, without its subdivision; else the stage group, which has the same levels.',
      zh: '取诊断时记录的FIGO分期（不分亚期）；未记录者取级别相同的分期组。',
    },
    source: 'Bhatla N et al. Int J Gynecol Obstet 2018;143(S2):22-36',
  },
  of: (facts) => {
    const reads = /^(IV|I{1,3})/;
    const own = stageOn(facts, 'FIGO', reads) ?? reads.exec(facts.stageGroup ?? '')?.[1];
    return own ?? /^STAGE_(IV|I{1,3})$/.exec(facts.stage ?? '')?.[1] ?? 'UNKNOWN';
  },
};

const TYPE: ChoiceElement = {
  id: 'histological_type',
  type: 'choice',
  label: { en: 'Histological type', zh: '组织学类型' },
  values: valuesOf(`
    SQUAMOUS|Squamous cell carcinoma|鳞状细胞癌
    ADENOCARCINOMA|Adenocarcinoma|腺癌
    ADENOSQUAMOUS|Adenosquamous carcinoma|腺鳞癌
    OTHER|Other|其他
  `),
  rule: {
    words: { en: 'Groups of ICD-O-3 histologies.', zh: 'ICD-O-3组织学编码分组。' },
    source: 'IARC, Cancer Incidence in Five Continents: histological groups of the cervix',
  },
  of: (facts) => {
    const code = histologyOf(facts);
    if (code === null || code === 8010) return 'UNKNOWN';
    if (code === 8560) return 'ADENOSQUAMOUS';
    return isSquamous(code) ? 'SQUAMOUS' : isAdenocarcinoma(code) ? 'ADENOCARCINOMA' : 'OTHER';
  },
};

export const cervix: Disease = {
  label: { en: 'Cervical cancer', zh: '宫颈癌' },
  siteGroup: 'cervix',
  topography: 'C53',
  morphology: SOLID,
  elements: [
    FIGO,
    TYPE,
    marker('hpv', 'HPV', { source: GUIDE }),
    marker('pd_l1', 'PD-L1', { source: GUIDE }),
    baseline(
      'scc_antigen',
      { en: 'SCC antigen before treatment', zh: '治疗前鳞状细胞癌抗原' },
      { measure: LABORATORY.scc, limits: [1.5, 5], source: GUIDE },
    ),
    ...SURGERY,
  ],
};

import { type Disease, SOLID } from '../disease.ts';
import { type ChoiceElement, valuesOf } from '../element.ts';
import { baseline, marker } from '../elements/findings.ts';
import { SURGERY } from '../elements/surgery.ts';
import type { DiseaseFacts } from '../facts.ts';
import { LABORATORY } from '../read/codes.ts';
import { baselineOf } from '../read/results.ts';
import { stageOn } from '../read/stages.ts';
import { gradeGroupOfGleason, prostateRisk } from '../rules/prostate-risk/prostate-risk.ts';

const EAU = 'EAU guidelines on prostate cancer; CSCO guidelines 2024';

const gradeGroup = (facts: DiseaseFacts): number | null => {
  const recorded = stageOn(facts, 'ISUP', /^([1-5])$/);
  if (recorded !== null) return Number(recorded);
  const gleason = stageOn(facts, 'Gleason', /^\d.*$/);
  return gleason === null ? null : gradeGroupOfGleason(gleason);
};

const GRADE_GROUP: ChoiceElement = {
  id: 'grade_group',
  type: 'choice',
  label: { en: 'Grade group (ISUP)', zh: '分级组（ISUP）' },
  values: valuesOf(`
    1|1 (Gleason ≤ 6)|1（Gleason ≤ 6）
    2|2 (3 + 4)|2（3 + 4）
    3|3 (4 + 3)|3（4 + 3）
    4|4 (8)|4（8）
    5|5 (9 – 10)|5（9 – 10）
  `),
  rule: {
    words: {
      en: 'As recorded; else of the Gleason score. A sum of 7 without its patterns may be 2 or 3 and is unknown.',
      zh: '取记录的分级组；未记录者由Gleason评分换算，仅有总分7者为2或3，计为不详。',
    },
    source: 'Epstein JI et al. Am J Surg Pathol 2016;40:244-52',
  },
  of: (facts) => {
    const group = gradeGroup(facts);
    if (group !== null) return String(group);
    return facts.stages.some(({ axis }) => axis === 'ISUP' || axis === 'Gleason')
      ? 'UNKNOWN'
      : 'NOT_TESTED';
  },
};

const RISK: ChoiceElement = {
  id: 'risk_group',
  type: 'choice',
  label: { en: 'Risk group', zh: '危险分层' },
  values: valuesOf(`
    LOW|Low|低危
    INTERMEDIATE|Intermediate|中危
    HIGH|High|高危
    LOCALLY_ADVANCED|Locally advanced|局部晚期
    METASTATIC|Metastatic|转移性
  `),
  rule: {
    words: {
      en: 'The worst of PSA (10, 20 ng/mL), grade group and T decides; N1 or T3 to T4 locally advanced, M1 metastatic.',
      zh: '取PSA（10、20 ng/mL）、分级组和T分类中最差者；N1或T3–T4为局部晚期，M1为转移性。',
    },
    source: `D’Amico AV et al. JAMA 1998;280:969-74; ${EAU}`,
  },
  of: (facts) =>
    prostateRisk({
      psa: baselineOf(facts, LABORATORY.psa),
      gradeGroup: gradeGroup(facts),
      t: facts.t,
      n: facts.n,
      m: facts.m,
    }),
};

export const prostate: Disease = {
  label: { en: 'Prostate cancer', zh: '前列腺癌' },
  siteGroup: 'prostate',
  topography: 'C61',
  morphology: SOLID,
  elements: [
    GRADE_GROUP,
    baseline(
      'psa',
      { en: 'PSA before treatment', zh: '治疗前PSA' },
      { measure: LABORATORY.psa, limits: [4, 10, 20, 100], source: EAU },
    ),
    RISK,
    marker('brca1', 'BRCA1', { source: EAU }),
    marker('brca2', 'BRCA2', { source: EAU }),
    marker('msi', 'MSI', { source: EAU }),
    ...SURGERY,
  ],
};

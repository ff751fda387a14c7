import { dayOf } from '../recist/read.ts';
import { date, flag, list, number } from '../registry/fields.ts';
import { clinicalRule, type Decision, decided, missingOf, needs } from '../registry/rule.ts';
import { CA125_VERSION, gcig } from './ca125.ts';
import { CALCITONIN_VERSION, calcitonin, calcitoninClass, doublingOf } from './calcitonin.ts';
import { figoHcg, HCG_VERSION } from './hcg.ts';
import type { Judgement } from './judgement.ts';
import { pointsOf } from './points.ts';
import { afterProstatectomy, PSA_VERSION, phoenix, underCastration } from './psa.ts';
import { ceawatch, facs, RISES_VERSION, twiceOver, twoRises } from './rises.ts';

const points = list(
  'values: [{"date": "2024-04-06", "value": 0.48}, …]; “<0.1” is no point',
  '检测值列表：[{"date": "2024-04-06", "value": 0.48}, …]；“<0.1”不计',
);

const OUTPUTS = ['alert', 'pending', 'date', 'confirmed', 'nadir', 'repeat_by'] as const;

/** The judgement as a board sees it in its own file. */
const shownOf = ({ alert, pending, date: on, confirmed, from, repeatBy }: Judgement) => ({
  alert,
  pending,
  date: on,
  confirmed,
  nadir: from?.value ?? null,
  repeat_by: repeatBy,
});

const said = (judgement: Judgement, more: Record<string, string | number | null> = {}): Decision =>
  decided({ ...shownOf(judgement), ...more }, judgement.explanation);

const EACH = { population: null, outputs: OUTPUTS };

export const PSA_PHOENIX = clinicalRule({
  ...EACH,
  id: 'psa-phoenix',
  version: PSA_VERSION,
  title: { en: 'PSA after radiotherapy: Phoenix', zh: '放疗后PSA：Phoenix标准' },
  source: 'Roach M et al. Int J Radiat Oncol Biol Phys 2006;65:965-74',
  mark: 'known',
  fields: { points },
  names: ['PSA after radiotherapy, Phoenix'],
  decide: (given) =>
    given.points === null ? needs(['points']) : said(phoenix(pointsOf(given.points))),
});

export const PSA_PROSTATECTOMY = clinicalRule({
  ...EACH,
  id: 'psa-prostatectomy',
  version: PSA_VERSION,
  title: { en: 'PSA after prostatectomy', zh: '前列腺切除术后PSA' },
  source: 'Cookson MS et al. J Urol 2007;177:540-5 (AUA)',
  mark: 'known',
  fields: { points, operation: date('day of the prostatectomy', '前列腺切除术日期') },
  names: ['PSA after prostatectomy, AUA'],
  decide: (given) =>
    given.points === null || given.operation === null
      ? needs(missingOf(given, ['points', 'operation']))
      : said(afterProstatectomy(pointsOf(given.points), dayOf(given.operation, 'operation'))),
});

export const PSA_CASTRATION = clinicalRule({
  ...EACH,
  id: 'psa-castration',
  version: PSA_VERSION,
  title: { en: 'PSA under castration: PCWG3', zh: '去势治疗下PSA：PCWG3' },
  source: 'Scher HI et al. J Clin Oncol 2016;34:1402-18',
  mark: 'known',
  fields: { points },
  names: ['PSA under castration, PCWG3'],
  decide: (given) =>
    given.points === null ? needs(['points']) : said(underCastration(pointsOf(given.points))),
});

export const CA125_GCIG = clinicalRule({
  ...EACH,
  id: 'ca125-gcig',
  version: CA125_VERSION,
  title: { en: 'CA-125: progression by GCIG', zh: 'CA125：GCIG进展标准' },
  source: 'Rustin GJ et al. Int J Gynecol Cancer 2011;21:419-23',
  mark: 'known',
  fields: {
    points,
    uln: number('upper limit of normal in U/mL (35)', '正常上限（U/mL，默认35）', 1, 1000),
    pre_treatment: number('value before treatment in U/mL', '治疗前数值（U/mL）', 0, 1_000_000),
    normalised: flag('whether it came to normal under treatment', '治疗中是否恢复正常'),
  },
  names: ['CA125, GCIG progression'],
  decide: (given) =>
    given.points === null
      ? needs(['points'])
      : said(
          gcig(pointsOf(given.points), {
            limit: given.uln ?? 35,
            preTreatment: given.pre_treatment,
            normalised: given.normalised,
          }),
        ),
});

export const CEA_CEAWATCH = clinicalRule({
  ...EACH,
  id: 'cea-ceawatch',
  version: RISES_VERSION,
  title: { en: 'CEA: two rises of 20 % (CEAwatch)', zh: 'CEA：连续两次升高≥20%（CEAwatch）' },
  source: 'Verberne CJ et al. Eur J Surg Oncol 2015;41:1188-96',
  mark: 'known',
  fields: { points },
  names: ['CEA, CEAwatch two rises of 20 %'],
  decide: (given) =>
    given.points === null ? needs(['points']) : said(ceawatch(pointsOf(given.points))),
});

export const CEA_FACS = clinicalRule({
  ...EACH,
  id: 'cea-facs',
  version: RISES_VERSION,
  title: {
    en: 'CEA: 7 µg/L over the own baseline (FACS)',
    zh: 'CEA：较自身基线升高7 µg/L（FACS）',
  },
  source: 'Primrose JN et al. JAMA 2014;311:263-70; confirmed by a second value (own)',
  sourceInChinese: 'Primrose JN et al. JAMA 2014;311:263-70；须第二次检测确认（本平台规定）',
  mark: 'draft',
  fields: { points },
  names: ['CEA, FACS 7 over baseline'],
  decide: (given) =>
    given.points === null ? needs(['points']) : said(facs(pointsOf(given.points))),
});

export const AFP_LIVER = clinicalRule({
  ...EACH,
  id: 'afp-liver',
  version: RISES_VERSION,
  title: {
    en: 'AFP in liver cancer: two rises, or over 400',
    zh: '肝癌AFP：连续两次升高或超过400',
  },
  source: 'China HCC guideline 2024',
  sourceInChinese: '原发性肝癌诊疗指南（2024年版）',
  mark: 'known',
  fields: { points },
  names: ['AFP, two rises or over 400'],
  decide: (given) =>
    given.points === null
      ? needs(['points'])
      : said(twoRises(pointsOf(given.points), 20, 400, 'ng/mL')),
});

export const PIVKA_LIVER = clinicalRule({
  ...EACH,
  id: 'pivka-liver',
  version: RISES_VERSION,
  title: {
    en: 'PIVKA-II in liver cancer: two rises over 40',
    zh: '肝癌PIVKA-II：连续两次升高且>40',
  },
  source: 'Japan/China HCC guideline',
  sourceInChinese: '日本及中国肝癌诊疗指南',
  mark: 'known',
  fields: {
    points,
    vitamin_k_antagonist: flag('under a vitamin K antagonist', '服用维生素K拮抗剂'),
  },
  names: ['PIVKA-II, two rises'],
  decide: (given) =>
    given.points === null
      ? needs(['points'])
      : given.vitamin_k_antagonist === true
        ? {
            value: null,
            explanation: [],
            missing: [],
            notApplicable: {
              en: 'Under a vitamin K antagonist PIVKA-II is not valid.',
              zh: '服用维生素K拮抗剂期间PIVKA-II无效。',
            },
          }
        : said(twoRises(pointsOf(given.points), 40, null, 'mAU/mL')),
});

export const HCG_FIGO = clinicalRule({
  ...EACH,
  id: 'hcg-figo',
  version: HCG_VERSION,
  title: { en: 'hCG after a mole: FIGO', zh: '葡萄胎后hCG：FIGO标准' },
  source: 'Ngan HYS et al. Int J Gynaecol Obstet 2018;143 Suppl 2:79-85',
  mark: 'known',
  fields: { points, evacuation: date('day of the evacuation', '清宫日期') },
  names: ['hCG, FIGO'],
  decide: (given) =>
    given.points === null
      ? needs(['points'])
      : said(
          figoHcg(
            pointsOf(given.points),
            given.evacuation === null ? null : dayOf(given.evacuation, 'evacuation'),
          ),
        ),
});

export const CALCITONIN_DOUBLING = clinicalRule({
  ...EACH,
  id: 'calcitonin-doubling',
  version: CALCITONIN_VERSION,
  title: { en: 'Calcitonin: doubling time', zh: '降钙素：倍增时间' },
  source: 'Wells SA et al. Thyroid 2015;25:567-610 (ATA)',
  mark: 'known',
  fields: { points },
  outputs: [...OUTPUTS, 'doubling_months', 'class'],
  names: ['calcitonin doubling time'],
  decide: (given) => {
    if (given.points === null) return needs(['points']);
    const course = pointsOf(given.points);
    const doubling = doublingOf(course);
    if (doubling === null)
      return {
        value: null,
        explanation: calcitonin(course).explanation,
        missing: ['points'],
        notApplicable: null,
      };
    return said(calcitonin(course), {
      doubling_months: doubling.months,
      class: calcitoninClass(doubling.months),
    });
  },
});

export const EBV_DNA = clinicalRule({
  ...EACH,
  id: 'ebv-dna',
  version: RISES_VERSION,
  title: { en: 'EBV DNA after radiotherapy: detectable twice', zh: '放疗后EB病毒DNA：两次可检出' },
  source: 'CSCO nasopharyngeal carcinoma',
  sourceInChinese: 'CSCO鼻咽癌诊疗指南',
  mark: 'known',
  fields: { points, radiotherapy_end: date('last day of radiotherapy', '放疗结束日期') },
  names: ['EBV DNA, detectable twice'],
  decide: (given) => {
    const { points: raw, radiotherapy_end: end } = given;
    if (raw === null) return needs(['points']);
    const course = pointsOf(raw).filter((point) => end === null || point.date > end);
    return said(twiceOver(course, 0, 'copies/mL'));
  },
});

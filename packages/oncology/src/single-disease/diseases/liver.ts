import type { Label } from '@nodp/terminology';
import { type Disease, SOLID } from '../disease.ts';
import { type ChoiceElement, valuesOf } from '../element.ts';
import { baseline, marker } from '../elements/findings.ts';
import { SURGERY } from '../elements/surgery.ts';
import type { DiseaseFacts, NotKnown } from '../facts.ts';
import { LABORATORY, type Measure } from '../read/codes.ts';
import { histologyOf, isCholangiocarcinoma, isHepatocellular } from '../read/histology.ts';
import { baselineOf } from '../read/results.ts';
import { ruled } from '../read/rules.ts';
import { levelOf, stageOn } from '../read/stages.ts';

const GUIDE =
  'National Health Commission of the PRC, guideline for primary liver cancer (2024 edition)';
const { bilirubin: BILIRUBIN, albumin: ALBUMIN, inr: INR } = LABORATORY;

const TYPE: ChoiceElement = {
  id: 'histological_type',
  type: 'choice',
  label: { en: 'Histological type', zh: '组织学类型' },
  values: valuesOf(`
    HEPATOCELLULAR|Hepatocellular carcinoma|肝细胞癌
    CHOLANGIOCARCINOMA|Intrahepatic cholangiocarcinoma|肝内胆管癌
    COMBINED|Combined|混合型
    OTHER|Other|其他
  `),
  rule: {
    words: {
      en: 'ICD-O-3 histology: 8170 to 8175; 8160 to 8162; 8180; others.',
      zh: 'ICD-O-3组织学编码：8170–8175；8160–8162；8180；其他。',
    },
    source: 'ICD-O-3; WHO Classification of Tumours of the digestive system, 5th ed.',
  },
  of: (facts) => {
    const code = histologyOf(facts);
    if (code === null || code === 8010) return 'UNKNOWN';
    if (isHepatocellular(code)) return 'HEPATOCELLULAR';
    return isCholangiocarcinoma(code) ? 'CHOLANGIOCARCINOMA' : code === 8180 ? 'COMBINED' : 'OTHER';
  },
};

/** Whether a score of hepatocellular carcinoma is one of the case; one whose histology is not known may be of it. */
const mayBeHepatocellular = (facts: DiseaseFacts): boolean => {
  const type = TYPE.of(facts);
  return type === 'HEPATOCELLULAR' || type === 'UNKNOWN';
};

const known = (value: number | NotKnown): number | null =>
  typeof value === 'number' ? value : null;

const SPREAD_OF = (facts: DiseaseFacts): boolean | null => {
  const [n, m] = [levelOf(facts.n), levelOf(facts.m)];
  return m === 1 || n === 1 ? true : m === 0 && n === 0 ? false : null;
};

const ecogOf = ({ performance }: DiseaseFacts): number | null =>
  performance
    .filter(({ days, score }) => days !== null && days >= -90 && days <= 60 && score <= 4)
    .toSorted((a, b) => (a.days ?? 0) - (b.days ?? 0))[0]?.score ?? null;

const childPughOf = (facts: DiseaseFacts): string | null => {
  const value = ruled('child-pugh', {
    bilirubin_umol_L: known(baselineOf(facts, BILIRUBIN)),
    albumin_g_L: known(baselineOf(facts, ALBUMIN)),
    inr: known(baselineOf(facts, INR)),
  });
  return (value as { readonly cls?: string } | null)?.cls ?? null;
};

/** A stage as it was recorded, else as the platform's rule decides it from what is known. */
const staged = (
  id: 'bclc' | 'cnlc',
  label: Label,
  axis: 'BCLC' | 'CNLC',
  reads: RegExp,
  codes: readonly string[],
  source: string,
): ChoiceElement => ({
  id,
  type: 'choice',
  label,
  values: codes.map((code) => ({ code, label: { en: code, zh: code } })),
  rule: {
    words: {
      en: `As recorded at diagnosis; else by the platform’s rule “${id}” from spread, performance status and Child–Pugh class, where these decide. Not applicable to other histologies than hepatocellular carcinoma.`,
      zh: `取诊断时记录的分期；未记录者在肝外转移、体能状态和Child-Pugh分级足以判定时按平台规则“${id}”得出。非肝细胞癌不适用。`,
    },
    source,
  },
  of: (facts) => {
    if (!mayBeHepatocellular(facts)) return 'NOT_APPLICABLE';
    const recorded = stageOn(facts, axis, reads);
    if (recorded !== null && codes.includes(recorded)) return recorded;
    const value = ruled(id, {
      extrahepatic: SPREAD_OF(facts),
      ecog: ecogOf(facts),
      child_pugh: childPughOf(facts),
    });
    return typeof value === 'string' ? value : 'UNKNOWN';
  },
});

/** A class that a rule makes of laboratory results before treatment. */
const ofResults = (
  id: 'child_pugh' | 'albi',
  label: Label,
  codes: readonly string[],
  words: Label,
  source: string,
  asked: readonly Measure[],
  of: (facts: DiseaseFacts) => string | null,
): ChoiceElement => ({
  id,
  type: 'choice',
  label,
  values: codes.map((code) => ({ code, label: { en: code, zh: code } })),
  rule: { words, source },
  of: (facts) => {
    const found = of(facts);
    if (found !== null) return found;
    return asked.every((measure) => baselineOf(facts, measure) === 'NOT_TESTED')
      ? 'NOT_TESTED'
      : 'UNKNOWN';
  },
});

export const liver: Disease = {
  label: { en: 'Primary liver cancer', zh: '原发性肝癌' },
  siteGroup: 'liver',
  topography: 'C22',
  morphology: SOLID,
  elements: [
    TYPE,
    baseline(
      'afp',
      { en: 'AFP before treatment', zh: '治疗前甲胎蛋白' },
      { measure: LABORATORY.afp, limits: [20, 400, 1000], source: GUIDE },
    ),
    staged(
      'bclc',
      { en: 'BCLC stage', zh: 'BCLC分期' },
      'BCLC',
      /^([0A-D])/i,
      ['0', 'A', 'B', 'C', 'D'],
      'Reig M et al. J Hepatol 2022;76:681-93',
    ),
    staged(
      'cnlc',
      { en: 'CNLC stage', zh: 'CNLC分期' },
      'CNLC',
      /^(IV|I{1,3}[ab]?)$/,
      ['Ia', 'Ib', 'IIa', 'IIb', 'IIIa', 'IIIb', 'IV'],
      GUIDE,
    ),
    ofResults(
      'child_pugh',
      { en: 'Child–Pugh class', zh: 'Child-Pugh分级' },
      ['A', 'B', 'C'],
      {
        en: 'Rule “child-pugh”: bilirubin, albumin and INR before treatment, with ascites and encephalopathy; unknown where any is.',
        zh: '规则“child-pugh”：治疗前胆红素、白蛋白、国际标准化比值以及腹水、肝性脑病；任一不详则为不详。',
      },
      'Pugh RN et al. Br J Surg 1973;60:646-9',
      [BILIRUBIN, ALBUMIN, INR],
      childPughOf,
    ),
    ofResults(
      'albi',
      { en: 'ALBI grade', zh: 'ALBI分级' },
      ['1', '2', '3'],
      {
        en: 'Rule “albi”: bilirubin and albumin before treatment.',
        zh: '规则“albi”：治疗前胆红素和白蛋白。',
      },
      'Johnson PJ et al. J Clin Oncol 2015;33:550-8',
      [BILIRUBIN, ALBUMIN],
      (facts) => {
        const [bilirubin, albumin] = [baselineOf(facts, BILIRUBIN), baselineOf(facts, ALBUMIN)];
        const value = ruled('albi', {
          bilirubin_umol_L: known(bilirubin),
          albumin_g_L: known(albumin),
        });
        return (value as { readonly grade?: string } | null)?.grade ?? null;
      },
    ),
    marker('hbv', 'HBV', { source: GUIDE }),
    ...SURGERY,
  ],
};

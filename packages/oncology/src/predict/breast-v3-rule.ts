import { choice, flag, number } from '../registry/fields.ts';
import { clinicalRule } from '../registry/rule.ts';
import {
  otherIndexV3,
  PREDICT_BREAST_3_VERSION,
  prognosticIndexV3,
  survivalV3,
  type TreatmentsV3,
} from './breast-v3.ts';
import { BREAST_FIELDS, breastAnswer, breastTumour, generation, known, UK } from './inputs.ts';
import { atHorizons } from './years.ts';

const FIELDS = {
  ...BREAST_FIELDS,
  pr: choice(
    'progesterone receptor: 0 negative, 1 positive, 9 unknown',
    '孕激素受体：0阴性，1阳性，9不详',
    {
      '0': 'no',
      '1': 'yes',
      '9': 'unknown',
      negative: 'no',
      positive: 'yes',
      unknown: 'unknown',
    },
  ),
  radio: flag('radiotherapy', '放疗'),
  heartgy: number('mean dose to the heart in Gy', '心脏平均剂量（Gy）', 0, 50),
  smoker: flag('smokes now', '目前吸烟'),
};

/** The columns: which treatments each counts, of those entered. */
const COLUMNS: Readonly<Record<string, string>> = {
  os_s: '',
  os_r: 'r',
  os_rh: 'rh',
  os_rhc: 'rhc',
  os_rhct: 'rhct',
  os_rhctb: 'rhctb',
  os_rh10ctb: 'rhxctb',
  os_h: 'h',
  os_hc: 'hc',
  os_hctb: 'hctb',
};

export const PREDICT_BREAST_3 = clinicalRule({
  id: 'predict-breast-3',
  version: PREDICT_BREAST_3_VERSION,
  title: { en: 'PREDICT Breast 3.2', zh: 'PREDICT乳腺癌3.2版' },
  source: 'Grootes I et al. Breast Cancer Res 2023;25:68; version 3.2 (code of 2025)',
  sourceInChinese: 'Grootes I et al. Breast Cancer Res 2023;25:68；3.2版（2025年代码）',
  mark: 'seen',
  population: UK,
  fields: FIELDS,
  outputs: [
    'pi1',
    'mi',
    ...Object.keys(COLUMNS).flatMap((name) => [5, 10, 15].map((year) => `${name}_${year}`)),
  ],
  decide: (given) => {
    const { smoker } = given;
    const heart = given.heartgy ?? (given.radio === true ? null : 0);
    const common = breastTumour(given, { smoker, heartgy: heart });
    if ('missing' in common) return common;
    const tumour = {
      ...common,
      pr: known(given.pr),
      smoker: smoker === true,
      heartGy: heart ?? 0,
    };
    const treatments = (letters: string): TreatmentsV3 => ({
      radiotherapy: letters.includes('r') && given.radio === true,
      heart: letters.includes('r'),
      hormone: letters.includes('h') && given.horm === true,
      extendedHormone: letters.includes('x'),
      chemotherapy: letters.includes('c') ? generation(given) : 0,
      trastuzumab: letters.includes('t') && given.traz === true,
      bisphosphonate: letters.includes('b') && given.bis === true,
    });
    const curves = Object.entries(COLUMNS).map(
      ([name, letters]) => [name, survivalV3(tumour, treatments(letters))] as const,
    );
    const values = {
      pi1: prognosticIndexV3(tumour)[0] ?? null,
      mi: otherIndexV3(tumour),
      ...Object.fromEntries(
        curves.flatMap(([name, curve]) => Object.entries(atHorizons(name, curve))),
      ),
    };
    const binaries = ['screen', 'grade', 'her2', 'ki67', 'pr'];
    return breastAnswer(
      given,
      binaries,
      values,
      survivalV3(tumour, treatments('')),
      survivalV3(tumour, treatments('rhctb')),
    );
  },
});

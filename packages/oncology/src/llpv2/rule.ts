import { choice, flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs, notFor } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const LLPV2_VERSION = 1;

const FIRST_AGE = 40;
const LAST_AGE = 84;
const BAND = 5;
/** Years ahead. */
const AHEAD = 5;

/** Log odds of five years by age: 40–44, 45–49 … 75–79, 80 and more. */
const BASELINE = {
  male: [-9.06, -8.16, -7.31, -6.63, -5.97, -5.56, -5.31, -4.83, -4.68],
  female: [-9.9, -8.06, -7.46, -6.5, -6.22, -5.99, -5.49, -5.23, -5.42],
} as const;

const PNEUMONIA = 0.6025;
const ASBESTOS = 0.6343;
const OWN_CANCER = 0.6754;
/** Relatives who had lung cancer, by the age at which they got it. */
const RELATIVE = { none: 0, under60: 0.7034, '60plus': 0.1677 } as const;
export const LLPV2_THRESHOLD = 0.025;

const ofSmoking = (years: number): number => {
  if (years === 0) return 0;
  if (years < 20) return 0.7692;
  if (years < 40) return 1.4516;
  return years < 60 ? 2.5072 : 2.7243;
};

/** The baseline of an age half a year on, averaged over the bands of the next five years by the time that is spent in each. */
const baselineOf = (age: number, male: boolean): number => {
  const bands = BASELINE[male ? 'male' : 'female'];
  const at = (year: number): number =>
    bands[Math.min(Math.floor((year - FIRST_AGE) / BAND), bands.length - 1)] as number;
  const begin = age + 0.5;
  const next = FIRST_AGE + (Math.floor((begin - FIRST_AGE) / BAND) + 1) * BAND;
  const before = Math.min(next - begin, AHEAD);
  return (before * at(begin) + (AHEAD - before) * at(next)) / AHEAD;
};

export const LLPV2 = clinicalRule({
  id: 'llpv2',
  version: LLPV2_VERSION,
  title: {
    en: 'Liverpool Lung Project, version 2 (lung cancer within five years)',
    zh: '利物浦肺癌项目第2版（LLPv2，5年肺癌风险）',
  },
  source: 'Field JK et al. Thorax 2021;76:161-8; Cassidy A et al. Br J Cancer 2008;98:270-6',
  mark: 'known',
  population: {
    en: 'Liverpool, England; overestimates (42 % of the predicted cancers came); not calibrated for China. A licence of the University of Liverpool is asked for',
    zh: '英国利物浦；高估风险（实际发生数为预测数的42%）；未针对中国重新校准。使用须获利物浦大学许可',
  },
  fields: {
    age: number('age in years', '年龄（岁）', 0, 130),
    male: flag('male', '男性'),
    smoke_years: number('years smoked; 0 of a never smoker', '吸烟年数（从不吸烟者为0）', 0, 100),
    pneumonia: flag('pneumonia before', '既往肺炎'),
    asbestos: flag('exposure to asbestos', '石棉暴露'),
    personal_cancer: flag('cancer before', '既往恶性肿瘤'),
    relative_lung_cancer: choice(
      'first-degree relative with lung cancer: none, under60 (got it before 60 years), 60plus',
      '一级亲属肺癌：none无，under60发病早于60岁，60plus发病于60岁及以上',
      Object.keys(RELATIVE),
    ),
  },
  outputs: ['risk5y'],
  decide: (given) => {
    const { age, male, smoke_years, pneumonia, asbestos, personal_cancer } = given;
    const { relative_lung_cancer: relative } = given;
    if (age !== null && (age < FIRST_AGE || age >= LAST_AGE + 1))
      return notFor(
        `Only from ${FIRST_AGE} to ${LAST_AGE} years.`,
        `仅适用于${FIRST_AGE}–${LAST_AGE}岁。`,
      );
    if (
      age === null ||
      male === null ||
      smoke_years === null ||
      pneumonia === null ||
      asbestos === null ||
      personal_cancer === null ||
      relative === null
    )
      return needs(missingOf(given, Object.keys(given)));
    const logit =
      baselineOf(age, male) +
      ofSmoking(smoke_years) +
      PNEUMONIA * Number(pneumonia) +
      ASBESTOS * Number(asbestos) +
      OWN_CANCER * Number(personal_cancer) +
      RELATIVE[relative as keyof typeof RELATIVE];
    const risk = 1 / (1 + Math.exp(-logit));
    const percent = (100 * risk).toFixed(2);
    return decided({ risk5y: Number(risk.toFixed(8)) }, [
      {
        en: `${percent} of 100 such persons get lung cancer within five years: ${risk >= LLPV2_THRESHOLD ? 'at or above' : 'below'} 2.5 %.`,
        zh: `每100名此类人群中${percent}人在5年内发生肺癌：${risk >= LLPV2_THRESHOLD ? '达到或高于' : '低于'}2.5%。`,
      },
    ]);
  },
});

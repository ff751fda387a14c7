import { choice, flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs, notFor } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const PLCOM2012_VERSION = 1;

/** Log odds against White. The Hispanic one is −0.7434744 in the paper's appendix; copies with −0.734744 have a slip of the pen. */
const RACES = {
  white: 0,
  black: 0.3944778,
  hispanic: -0.7434744,
  asian: -0.466585,
  nh_pi: 1.027152,
  ai_an: 0,
} as const satisfies Record<string, number>;

/** People of the trial were of 55 to 74 years; the model is used from 50 to 80. */
const USED = { from: 50, to: 80, trialFrom: 55, trialTo: 74 };
export const PLCOM2012_THRESHOLD = 0.0151;

const rounded = (value: number): number => Number(value.toFixed(8));

export const PLCOM2012 = clinicalRule({
  id: 'plcom2012',
  version: PLCOM2012_VERSION,
  title: {
    en: 'PLCOm2012 (lung cancer within six years, ever smokers)',
    zh: 'PLCOm2012（吸烟者6年肺癌风险）',
  },
  source: 'Tammemägi MC et al. N Engl J Med 2013;368:728-36',
  mark: 'known',
  population: {
    en: 'Ever smokers of 55 to 74 years, United States (PLCO trial); not calibrated for China. Its authors ask commercial users for a licence',
    zh: '55–74岁曾吸烟或现吸烟者，美国（PLCO试验）；未针对中国重新校准。商业使用须获作者许可',
  },
  fields: {
    age: number('age in years', '年龄（岁）', 0, 130),
    education: number(
      'education: 1 less than high school, 2 high school, 3 some training after it, 4 some college, 5 college, 6 postgraduate',
      '教育程度：1高中以下，2高中，3高中后培训，4大学肄业，5大学，6研究生',
      1,
      6,
      { integer: true },
    ),
    bmi: number('body mass index in kg/m²', '体重指数（kg/m²）', 10, 80),
    copd: flag('chronic obstructive pulmonary disease', '慢性阻塞性肺疾病'),
    personal_cancer: flag('cancer before', '既往恶性肿瘤'),
    family_lung_cancer: flag('lung cancer of a relative', '肺癌家族史'),
    race: choice('race, as the trial asked for it', '种族（按试验分类）', {
      ...Object.fromEntries(Object.keys(RACES).map((race) => [race, race])),
      'native hawaiian or pacific islander': 'nh_pi',
      'american indian or alaska native': 'ai_an',
    }),
    current_smoker: flag('smokes now', '现吸烟'),
    cpd: number(
      'cigarettes a day while smoking; 0 of a never smoker',
      '吸烟期间每日支数（从不吸烟者为0）',
      0,
      200,
    ),
    smoke_years: number('years smoked', '吸烟年数', 0, 100),
    quit_years: number('years since quitting; 0 while smoking', '戒烟年数（现吸烟为0）', 0, 100),
  },
  outputs: ['linear_predictor', 'risk6y'],
  decide: (given) => {
    const { age, education, bmi, copd, personal_cancer, family_lung_cancer } = given;
    const { race, current_smoker, cpd, smoke_years } = given;
    if (cpd === 0)
      return notFor('Never smokers have no risk by this model.', '该模型不适用于从不吸烟者。');
    if (age !== null && (age < USED.from || age > USED.to))
      return notFor(
        `Used from ${USED.from} to ${USED.to} years alone.`,
        `仅用于${USED.from}–${USED.to}岁。`,
      );
    // Who smokes has not quit.
    const quit = current_smoker === true ? 0 : given.quit_years;
    const missing = missingOf({ ...given, quit_years: quit }, Object.keys(given));
    if (
      age === null ||
      education === null ||
      bmi === null ||
      copd === null ||
      personal_cancer === null ||
      family_lung_cancer === null ||
      race === null ||
      current_smoker === null ||
      cpd === null ||
      smoke_years === null ||
      quit === null
    )
      return needs(missing);
    const logit =
      -4.532506 +
      0.0778868 * (age - 62) -
      0.0812744 * (education - 4) -
      0.0274194 * (bmi - 27) +
      0.3553063 * Number(copd) +
      0.4589971 * Number(personal_cancer) +
      0.587185 * Number(family_lung_cancer) +
      RACES[race as keyof typeof RACES] +
      0.2597431 * Number(current_smoker) -
      1.822606 * (1 / (cpd / 10) - 0.4021541613) +
      0.0317321 * (smoke_years - 27) -
      0.0308572 * (quit - 10);
    const risk = 1 / (1 + Math.exp(-logit));
    const percent = (100 * risk).toFixed(2);
    const high = risk >= PLCOM2012_THRESHOLD;
    return decided({ linear_predictor: rounded(logit), risk6y: rounded(risk) }, [
      {
        en: `${percent} of 100 such persons get lung cancer within six years: ${high ? 'at or above' : 'below'} 1.51 %, from which screening did good in the trial.`,
        zh: `每100名此类人群中${percent}人在6年内发生肺癌：${high ? '达到或高于' : '低于'}1.51%（试验中筛查获益的界值）。`,
      },
      ...(age < USED.trialFrom || age > USED.trialTo
        ? [
            {
              en: `The trial was of ${USED.trialFrom} to ${USED.trialTo} years: at ${age} the model is carried on.`,
              zh: `试验人群为${USED.trialFrom}–${USED.trialTo}岁，${age}岁属外推。`,
            },
          ]
        : []),
    ]);
  },
});

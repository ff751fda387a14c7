import { flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const CHINA_LUNG_2021_VERSION = 1;

export const CHINA_LUNG_2021 = clinicalRule({
  id: 'china-lung-2021',
  version: CHINA_LUNG_2021_VERSION,
  title: {
    en: 'China lung cancer screening criteria (2021)',
    zh: '中国肺癌筛查高风险人群标准（2021）',
  },
  source: 'He J, Li N, Chen W et al. Chin J Oncol 2021;43:243-68',
  mark: 'seen',
  population: { en: 'Persons of 50 to 74, China', zh: '50–74岁人群，中国' },
  fields: {
    age: number('age in years', '年龄（岁）', 0, 130),
    pack_years: number('pack-years', '吸烟包年', 0, 500),
    years_since_quit: number(
      'years since quitting; none for who smokes or never did',
      '戒烟年数；现吸或从不吸不填',
      0,
      120,
    ),
    passive_years: number(
      'years of living or working with a smoker',
      '与吸烟者共同生活或工作的年数',
      0,
      120,
    ),
    copd: flag('COPD', '慢性阻塞性肺疾病'),
    occupational_years: number('years of occupational exposure', '职业暴露年数', 0, 80),
    first_degree_lung: flag('first-degree relative with lung cancer', '一级亲属肺癌'),
  },
  outputs: ['eligible', 'reasons'],
  names: ['China lung screening criteria 2021'],
  decide: (given) => {
    const { age, pack_years, years_since_quit } = given;
    if (age === null) return needs(['age']);
    if (age < 50 || age > 74)
      return decided({ eligible: false, reasons: [] }, [
        { en: `Age ${age} is not within 50 to 74.`, zh: `年龄${age}岁，不在50–74岁之间。` },
      ]);
    const criteria: readonly (readonly [string, string, boolean | null])[] = [
      [
        'pack-years',
        '吸烟≥30包年',
        pack_years === null
          ? null
          : pack_years >= 30 && (years_since_quit === null || years_since_quit < 15),
      ],
      [
        'passive smoking',
        '被动吸烟≥20年',
        given.passive_years === null ? null : given.passive_years >= 20,
      ],
      ['COPD', '慢性阻塞性肺疾病', given.copd],
      [
        'occupational exposure',
        '职业暴露≥1年',
        given.occupational_years === null ? null : given.occupational_years >= 1,
      ],
      ['first-degree relative', '一级亲属肺癌', given.first_degree_lung],
    ];
    const met = criteria.filter(([, , holds]) => holds === true);
    const reasons = met.map(([reason]) => reason);
    if (met.length === 0) {
      const missing = missingOf(given, [
        'pack_years',
        'passive_years',
        'copd',
        'occupational_years',
        'first_degree_lung',
      ]);
      if (missing.length > 0) return needs(missing);
    }
    return decided({ eligible: met.length > 0, reasons }, [
      met.length > 0
        ? {
            en: `High risk: ${reasons.join(', ')}.`,
            zh: `高风险：${met.map(([, zh]) => zh).join('、')}。`,
          }
        : { en: 'None of the criteria holds.', zh: '不符合任何一项标准。' },
    ]);
  },
});

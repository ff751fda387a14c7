import { AGES, type CountSeries } from '../../data-set.ts';
import { ageLabel, type Collected, type Placed, yearsText } from '../collected.ts';

const SEX_WORDS = [
  { en: 'women', zh: '女性' },
  { en: 'men', zh: '男性' },
] as const;

/** Every age group of a population is there, 0 where nobody lived. */
export const missingAges = ({ lived, problems }: Collected): void => {
  for (const { area, years, sex, ages, place } of lived.values()) {
    const missing = [...ages.keys()].filter((age) => Number.isNaN(ages[age]));
    if (missing.length === 0) continue;
    const list = (language: 'en' | 'zh') =>
      missing.map((age) => ageLabel(age)[language]).join(language === 'en' ? ', ' : '、');
    problems.error(
      place,
      'age',
      {
        en: `Person-years of ${area}, ${yearsText(years)}, ${SEX_WORDS[sex].en} are missing: ${list('en')}.`,
        zh: `登记处${area} ${yearsText(years)}年${SEX_WORDS[sex].zh}缺少人年数：${list('zh')}。`,
      },
      {
        en: 'Give all 18 age groups, 0 where nobody lived there.',
        zh: '请给出全部18个年龄组，无人时填0。',
      },
    );
  }
};

/** Last age group in which somebody lived: a population known to 75+ gives its later groups none. */
const lastLived = (ages: Float64Array): number => ages.findLastIndex((lived) => lived > 0);

const checkOne = (
  { kind, area, years, sex, site, ages, place }: Placed<CountSeries>,
  lived: Float64Array | undefined,
  { problems }: Collected,
): void => {
  const what = kind === 'CASES' ? { en: 'cases', zh: '病例' } : { en: 'deaths', zh: '死亡' };
  const population = `${area}, ${yearsText(years)}, ${SEX_WORDS[sex].en}`;
  const populationZh = `登记处${area} ${yearsText(years)}年${SEX_WORDS[sex].zh}`;
  if (lived === undefined) {
    problems.error(
      place,
      'period',
      {
        en: `There are ${what.en} of ${population}, and no person-years of the same period and sex.`,
        zh: `${populationZh}有${what.zh}数，但没有同一时期、同一性别的人年数。`,
      },
      {
        en: 'Give the person-years of exactly that period, or the numbers by the periods of the person-years.',
        zh: '请提供完全相同时期的人年数，或按人年数的时期给出数字。',
      },
    );
    return;
  }
  const last = lastLived(lived);
  for (let age = 0; age < AGES; age++) {
    const count = ages[age] as number;
    const years1 = lived[age] as number;
    // Where person-years end with an open group, later cases are counted in that group.
    if (!(count > 0) || (age > last && last >= 0 && count <= (lived[last] as number))) continue;
    if (years1 === 0)
      problems.error(
        place,
        'age',
        {
          en: `${count} ${what.en} (${site}) of ${population}, ${ageLabel(age).en}, where nobody lived: person-years are 0.`,
          zh: `${populationZh}${ageLabel(age).zh}有${count}例${what.zh}（${site}），但人年数为0。`,
        },
        { en: 'Correct the person-years, or the age.', zh: '请更正人年数或年龄。' },
      );
    else if (count > years1)
      problems.error(
        place,
        'age',
        {
          en: `${count} ${what.en} (${site}) of ${population}, ${ageLabel(age).en}, are more than the ${years1} person-years lived.`,
          zh: `${populationZh}${ageLabel(age).zh}的${what.zh}数（${site}）${count}大于人年数${years1}。`,
        },
        {
          en: 'Give cases as numbers, not rates, and person-years as persons times years, not in thousands.',
          zh: '请以例数（而非率）填写病例，以人数×年数（而非千人）填写人年数。',
        },
      );
  }
};

/** Each number has the person-years of the same registry, period and sex, and no case is of an age in which nobody lived. */
export const withoutPersonYears = (collected: Collected): void => {
  const { lived, counts } = collected;
  for (const series of counts.values()) {
    const { area, years, sex } = series;
    checkOne(series, lived.get(`${area} ${years.first} ${years.last} ${sex}`)?.ages, collected);
  }
};

import { type Collected, yearsText } from '../collected.ts';

/** A life table begins at birth, reaches old age, and its rates are rates. */
export const lifeTables = ({ life, problems }: Collected): void => {
  for (const { years, sex, rates, place } of life.values()) {
    const ages = [...rates.keys()].sort((a, b) => a - b);
    const population = `${yearsText(years)}, ${sex === 1 ? 'men' : 'women'}`;
    const populationZh = `${yearsText(years)}年${sex === 1 ? '男性' : '女性'}`;
    if (ages[0] !== 0 || (ages.at(-1) ?? 0) < 85)
      problems.error(
        place,
        'age',
        {
          en: `The life table of ${population} goes from ${ages[0]} to ${ages.at(-1)} years.`,
          zh: `${populationZh}的寿命表为${ages[0]}至${ages.at(-1)}岁。`,
        },
        {
          en: 'Give the ages from 0 to 85 and more; the last one holds for all later ages.',
          zh: '请给出从0岁到85岁以上的年龄；最后一个年龄适用于更高年龄。',
        },
      );
    const gap = ages.findIndex((age, i) => i > 0 && age - (ages[i - 1] as number) > 10);
    if (gap > 0)
      problems.error(
        place,
        'age',
        {
          en: `The life table of ${population} has nothing between ${ages[gap - 1]} and ${ages[gap]} years.`,
          zh: `${populationZh}的寿命表在${ages[gap - 1]}岁至${ages[gap]}岁之间无数据。`,
        },
        { en: 'Give the ages between.', zh: '请补充其间年龄。' },
      );
    const oldest = rates.get(ages.at(-1) ?? 0) ?? 0;
    if (oldest < 0.01 || [...rates.values()].every((rate) => rate > 1))
      problems.error(
        place,
        'mortality',
        {
          en: `The mortality of ${population} at the oldest age is ${oldest} deaths per person-year.`,
          zh: `${populationZh}最高年龄的死亡率为每人年${oldest}。`,
        },
        {
          en: 'Give deaths per person-year (0.012), not per 1,000 or per 100,000.',
          zh: '请填写每人年死亡数（如0.012），而非每千或每10万。',
        },
      );
  }
};

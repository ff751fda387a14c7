import type { Label } from '@nodp/graph';
import { AGE_STRUCTURE, FEMALE, MALE } from './age-structure.ts';

/** The population at risk that rates are of: everybody, or one sex alone. */
export type PopulationAtRisk = 'EVERYBODY' | 'FEMALE' | 'MALE';

const SEXES: Readonly<Record<PopulationAtRisk, readonly number[]>> = {
  EVERYBODY: [FEMALE, MALE],
  FEMALE: [FEMALE],
  MALE: [MALE],
};

/**
 * Person-years by 18 age groups of a population that is held constant over whole years.
 * @param persons both sexes and all ages
 */
export const personYears = (
  persons: number,
  years: number,
  atRisk: PopulationAtRisk,
): Float64Array => {
  const ages = new Float64Array(AGE_STRUCTURE[FEMALE]?.length ?? 0);
  for (const sex of SEXES[atRisk])
    AGE_STRUCTURE[sex]?.forEach((share, age) => {
      ages[age] = (ages[age] as number) + share * persons * years;
    });
  return ages;
};

/**
 * Persons of the regions chosen, all that were counted where none is; null where one that is chosen was not
 * counted, since its cases would stand against nobody.
 */
export const personsOf = (
  counted: ReadonlyMap<string, number>,
  chosen: readonly string[] | undefined,
): number | null => {
  let sum = 0;
  for (const code of chosen ?? counted.keys()) {
    const persons = counted.get(code);
    if (persons === undefined) return null;
    sum += persons;
  }
  return sum > 0 ? sum : null;
};

export const POPULATION_BASIS: Label = {
  en: 'Rates set the cases reported to the platform against all residents: where it does not hold every case of a population (in the demonstration by far not), they are not the incidence. Residents by province: Seventh National Population Census of China, 1 November 2020 (National Bureau of Statistics), held constant over the years. Sex and age: the nation’s structure of 2020 by World Population Prospects 2019 (United Nations, CC BY 3.0 IGO), taken to be the same in every province. Rates of the genital sites, and of the breast in women, set cases of that sex against that sex. Taiwan, Hong Kong and Macao have no rates. National rates count the cases whose province of residence is not known as residents; age-standardised rates spread cases of unknown age over the known ages.',
  zh: '率以上报平台的病例与全部常住人口相除：平台未覆盖某人群的全部病例时（演示数据远未覆盖），该率不等于发病率。分省常住人口：第七次全国人口普查（2020年11月1日，国家统计局），各年沿用同一人口数。性别与年龄：《世界人口展望2019》（联合国，CC BY 3.0 IGO）中的2020年全国结构，假定各省相同。生殖器官各部位及（女性）乳腺的率，按该性别病例除以该性别人口。台湾、香港、澳门不计算率。全国率将常住省份不详的病例计作常住居民；年龄标化率将年龄不详的病例按已知年龄的构成分摊。',
};

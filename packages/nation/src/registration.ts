import { SECOND_PRIMARIES } from './course/second-primary.ts';
import type { Nation } from './nation.ts';
import { casesOfSource, incidence, personYearsOfSource } from './sources/incidence.ts';
import { provinces } from './sources/provinces.ts';
import { dayOf, YEAR } from './time/days.ts';
import { shareDiagnosedBefore, YEARS_BACK } from './time/diagnoses.ts';

/** Person-years of women, then of men, by 18 ages. */
type Lived = readonly [female: Float64Array, male: Float64Array];

/** A population-based registry of the nation, with the years of its area. */
export interface NationRegistry {
  readonly code: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly source: { readonly en: string; readonly zh: string };
  readonly areas: readonly {
    readonly region: string;
    readonly year: number;
    readonly lived: Lived;
    readonly completeness: number;
    readonly closedOn: string;
  }[];
}

const SOURCE = {
  en: 'declared by the demonstration nation, so that its rates are those of Cancer Incidence in Five Continents vol. XII (China, 157 registries, 2013–2017)',
  zh: '由演示数据设定，使其发病率与《五大洲癌症发病率》第十二卷（中国157个登记处，2013–2017年）一致',
};

const inhabitants = provinces.reduce((sum, { population }) => sum + population, 0);

/** Calendar years that lie wholly between the nation's first diagnoses and the day it is told of. */
const wholeYears = (reference: string): number[] => {
  const first = new Date((dayOf(reference) - YEARS_BACK * YEAR) * 86_400_000).getUTCFullYear() + 1;
  const end = Number(reference.slice(0, 4));
  return Array.from({ length: end - first }, (_, i) => first + i);
};

/**
 * The nation's registries: each of the 31 provinces of the census is an area under registration whose inhabitants are so
 * many that, on average over the years, the nation's patients are its new cases at the rates of the nation's source.
 * 20,000 patients are the cases of some 535,000 inhabitants.
 */
export const registriesOf = ({ patients, reference }: Nation): NationRegistry[] => {
  const years = wholeYears(reference);
  const day = dayOf(reference);
  const share = (year: number) =>
    shareDiagnosedBefore(dayOf(`${year + 1}-01-01`), day) -
    shareDiagnosedBefore(dayOf(`${year}-01-01`), day);
  const cases = patients * (1 + SECOND_PRIMARIES);
  const casesAYear = (cases * years.reduce((sum, year) => sum + share(year), 0)) / years.length;
  const scale = casesAYear / casesOfSource(incidence);
  return provinces.map(({ code, en, zh, population }, i) => ({
    code: `MODEL-REGISTRY-${code.slice(0, 2)}`,
    name: { en: `${en} Model Cancer Registry`, zh: `${zh}模拟肿瘤登记处` },
    source: SOURCE,
    areas: years.map((year) => ({
      region: code,
      year,
      lived: (['female', 'male'] as const).map((sex) =>
        Float64Array.from(personYearsOfSource(sex), (n) => (n * scale * population) / inhabitants),
      ) as unknown as Lived,
      // Between 92 and 99 in a hundred: ours, to show how completeness reads.
      completeness: (92 + ((i * 5) % 8)) / 100,
      closedOn: `${year + 1}-06-30`,
    })),
  }));
};

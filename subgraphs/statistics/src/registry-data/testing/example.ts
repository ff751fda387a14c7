import { fileOf, type InputFile } from '../input/files.ts';

/**
 * A small data set of our own, made up: two registries, two years, four sites. Its rates are not of anybody.
 */
const ABOUT = `id,name_en,name_zh,source_en,source_zh,citation,licence,published
example,Example registries,示例登记处,Made up,虚构,"Example (2020), made up",CC0,yes`;

const REGISTRIES = `registry,name_en,name_zh,province,covers,without
A,Alpha County,甲县,440000,440103 440104,
B,Beta City,乙市,370000,370100,370102`;

const AGES = [
  ...Array.from({ length: 17 }, (_, age) => `${age * 5}-${age * 5 + 4}`),
  '85+',
] as const;

/** Person-years fall with age; each place, sex and year lives otherwise. */
export const exampleLived = (registry: string, year: number, sex: string, age: number): number =>
  (registry === 'A' ? 1000 : 2500) * (20 - age) + (year - 2015) * 100 + (sex === 'male' ? 37 : 0);

const CASES: Readonly<Record<string, (age: number) => number>> = {
  lung: (age) => (age < 6 ? 0 : (age - 5) * 3),
  'colorectum.colon': (age) => (age < 8 ? 0 : age - 7),
  'colorectum.rectum': (age) => (age < 8 ? 0 : Math.ceil((age - 7) / 2)),
  cervix: (age) => (age >= 5 && age <= 14 ? 4 : 0),
};

export const exampleCases = (registry: string, sex: string, site: string, age: number): number =>
  site === 'cervix' && sex === 'male'
    ? 0
    : (CASES[site]?.(age) ?? 0) * (registry === 'A' ? 1 : 2) +
      (sex === 'male' && age > 10 && site === 'lung' ? 5 : 0);

const each = <Row>(
  make: (registry: string, year: number, sex: string, age: number) => Row[],
): Row[] =>
  ['A', 'B'].flatMap((registry) =>
    [2015, 2016].flatMap((year) =>
      ['female', 'male'].flatMap((sex) => AGES.flatMap((_, age) => make(registry, year, sex, age))),
    ),
  );

const personYears = (): string =>
  [
    'registry,period,sex,age,person_years',
    ...each((registry, year, sex, age) => [
      `${registry},${year},${sex},${AGES[age]},${exampleLived(registry, year, sex, age)}`,
    ]),
  ].join('\n');

const counts = (column: string, share: number): string =>
  [
    `registry,period,sex,site,age,${column}`,
    ...each((registry, year, sex, age) =>
      Object.keys(CASES).flatMap((site) => {
        const n = Math.floor(exampleCases(registry, sex, site, age) * share);
        return n === 0 ? [] : [`${registry},${year},${sex},${site},${AGES[age]},${n}`];
      }),
    ),
    ...(share === 1 ? ['A,2015,male,lung,unknown,2'] : []),
  ].join('\n');

export interface ExampleFiles {
  about: string;
  registries: string;
  personYears: string;
  cases: string;
  deaths: string;
}

export const exampleTexts = (): ExampleFiles => ({
  about: ABOUT,
  registries: REGISTRIES,
  personYears: personYears(),
  cases: counts('cases', 1),
  deaths: counts('deaths', 0.5),
});

/** The example as files, some of them otherwise; null leaves one out. */
export const exampleFiles = (
  changed: { [Name in keyof ExampleFiles]?: string | null } = {},
): InputFile[] =>
  Object.entries({ ...exampleTexts(), ...changed }).flatMap(([name, text]) =>
    text === null ? [] : [fileOf(`${name}.csv`, text)],
  );

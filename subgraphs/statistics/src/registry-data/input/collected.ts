import type {
  AboutSet,
  CountKind,
  CountSeries,
  LifeTableSeries,
  LivedSeries,
  RegistryArea,
  SexCode,
  Years,
} from '../data-set.ts';
import { AGES } from '../data-set.ts';
import { UNKNOWN_AGE } from './cells.ts';
import type { Place, Problems } from './problem.ts';

/** A series with where its first row stands. Ages that no row gave yet are NaN. */
export type Placed<Series> = Series & { readonly place: Place };

export interface CountKey {
  readonly kind: CountKind;
  readonly area: string;
  readonly years: Years;
  readonly sex: SexCode;
  readonly site: string;
}

export type LifeTableKey = Omit<LifeTableSeries, 'ages' | 'mortality'>;

/** Most series of counts: the arrays of more would not fit into the memory of a small machine. */
const MOST_SERIES = 400_000;
const MOST_AREAS = 20_000;

/** A sum that was published beside its parts: compared, never loaded. */
export interface Pooled {
  readonly sex: SexCode;
  readonly site: string;
  readonly age: number;
  readonly cases: number;
  readonly personYears: number;
  readonly place: Place;
}

const ageName = (age: number): string =>
  age === UNKNOWN_AGE ? 'unknown' : age === AGES - 1 ? '85+' : `${age * 5}-${age * 5 + 4}`;

export const ageLabel = (age: number): { en: string; zh: string } =>
  age === UNKNOWN_AGE
    ? { en: 'unknown age', zh: '年龄不详' }
    : { en: `age ${ageName(age)}`, zh: `${ageName(age)}岁` };

export const yearsText = ({ first, last }: Years): string =>
  first === last ? `${first}` : `${first}-${last}`;

/** What the files said so far. Rows that stand twice are refused as they come. */
export class Collected {
  readonly problems: Problems;
  about: AboutSet | null = null;
  readonly areas = new Map<string, Placed<RegistryArea>>();
  readonly counts = new Map<string, Placed<CountSeries>>();
  readonly lived = new Map<string, Placed<LivedSeries>>();
  readonly life = new Map<string, Placed<LifeTableKey & { readonly rates: Map<number, number> }>>();
  readonly pooled: Pooled[] = [];

  constructor(problems: Problems) {
    this.problems = problems;
  }

  #twice(place: Place, column: string, first: Place, what: { en: string; zh: string }): void {
    this.problems.error(
      place,
      column,
      {
        en: `${what.en} was given already, first in line ${first.line} of ${first.file}.`,
        zh: `${what.zh}已给出，首次出现于 ${first.file} 第${first.line}行。`,
      },
      {
        en: 'Keep one of the rows; where both are parts of one number, add them up.',
        zh: '请只保留其中一行；若两行是同一数字的组成部分，请先相加。',
      },
    );
  }

  #full(place: Place, size: number, most: number): boolean {
    if (size < most) return false;
    if (size === most)
      this.problems.error(
        place,
        null,
        {
          en: `More than ${most.toLocaleString('en')} series in one data set.`,
          zh: `一个数据集的序列数超过${most.toLocaleString('en')}。`,
        },
        { en: 'Load the years one after another.', zh: '请分年度加载。' },
      );
    return true;
  }

  area(area: RegistryArea, place: Place): void {
    const known = this.areas.get(area.code);
    if (known !== undefined) {
      const zh = `登记处${area.code}`;
      this.#twice(place, 'registry', known.place, { en: `Registry ${area.code}`, zh });
    } else if (!this.#full(place, this.areas.size, MOST_AREAS))
      this.areas.set(area.code, { ...area, place });
  }

  count(key: CountKey, age: number, count: number, place: Place): void {
    const { kind, area, years, sex, site } = key;
    const name = `${kind} ${area} ${years.first} ${years.last} ${sex} ${site}`;
    let series = this.counts.get(name);
    if (series === undefined) {
      if (this.#full(place, this.counts.size, MOST_SERIES)) return;
      series = { ...key, ages: new Float64Array(AGES + 1).fill(Number.NaN), place };
      this.counts.set(name, series);
    }
    if (!Number.isNaN(series.ages[age]))
      this.#twice(place, 'age', series.place, {
        en: `The number of ${kind === 'CASES' ? 'cases' : 'deaths'} of ${area}, ${yearsText(years)}, this sex, ${site}, ${ageLabel(age).en}`,
        zh: `登记处${area} ${yearsText(years)}年该性别${site}、${ageLabel(age).zh}的${kind === 'CASES' ? '发病' : '死亡'}数`,
      });
    else series.ages[age] = count;
  }

  personYears(
    key: Omit<LivedSeries, 'ages'>,
    age: number,
    personYears: number,
    place: Place,
  ): void {
    const { area, years, sex } = key;
    const name = `${area} ${years.first} ${years.last} ${sex}`;
    let series = this.lived.get(name);
    if (series === undefined) {
      if (this.#full(place, this.lived.size, MOST_SERIES)) return;
      series = { ...key, ages: new Float64Array(AGES).fill(Number.NaN), place };
      this.lived.set(name, series);
    }
    if (age === UNKNOWN_AGE) {
      // A published table may have the row, empty: nobody's age is unknown in a population.
      if (personYears > 0)
        this.problems.error(
          place,
          'age',
          { en: 'Person-years of unknown age.', zh: '人年数的年龄不详。' },
          { en: 'Spread them over the age groups.', zh: '请将其分摊到各年龄组。' },
        );
    } else if (!Number.isNaN(series.ages[age]))
      this.#twice(place, 'age', series.place, {
        en: `The person-years of ${area}, ${yearsText(years)}, this sex, ${ageLabel(age).en}`,
        zh: `登记处${area} ${yearsText(years)}年该性别、${ageLabel(age).zh}的人年数`,
      });
    else series.ages[age] = personYears;
  }

  mortality(key: LifeTableKey, age: number, rate: number, place: Place): void {
    const name = `${key.region} ${key.sex} ${key.years.first}`;
    let table = this.life.get(name);
    if (table === undefined) {
      if (this.#full(place, this.life.size, MOST_AREAS)) return;
      table = { ...key, rates: new Map(), place };
      this.life.set(name, table);
    }
    if (table.rates.has(age))
      this.#twice(place, 'age', table.place, {
        en: `The mortality of ${yearsText(key.years)}, this sex, age ${age}`,
        zh: `${yearsText(key.years)}年该性别、${age}岁的死亡率`,
      });
    else table.rates.set(age, rate);
  }

  /** The only period for which a registry gave person-years; null where it gave none or several. */
  yearsOf(area: string): Years | null {
    return this.#onlyYears().get(area) ?? null;
  }

  #years: Map<string, Years | null> | null = null;
  #onlyYears(): ReadonlyMap<string, Years | null> {
    if (this.#years === null) {
      this.#years = new Map();
      for (const { area, years } of this.lived.values()) {
        const known = this.#years.get(area);
        const other = known !== undefined && known !== null && known.first !== years.first;
        this.#years.set(area, known === null || other ? null : years);
      }
    }
    return this.#years;
  }
}

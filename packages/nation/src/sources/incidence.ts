import { type Weighted, weighted } from '../random/weighted.ts';
import { INCIDENCE_ROWS, PERSON_YEARS } from './incidence-rows.ts';

export type Sex = 'male' | 'female';

/** One cell of the incidence table. */
export interface IncidenceCell {
  readonly sex: Sex;
  /** Cancer code of Cancer Incidence in Five Continents vol. XII, 1 to 61. */
  readonly cancer: number;
  /** 0 for ages 0–4, … 17 for 85 and over. */
  readonly age: number;
  /** Cases per 100,000 person-years. */
  readonly rate: number;
  /** Person-years, in thousands. */
  readonly personYears: number;
}

const numbers = (text: string): number[] => text.split(' ').map(Number);

const personYears: Readonly<Record<Sex, readonly number[]>> = {
  male: numbers(PERSON_YEARS.male),
  female: numbers(PERSON_YEARS.female),
};

/** Person-years of the source by 18 ages. */
export const personYearsOfSource = (sex: Sex): number[] =>
  personYears[sex].map((thousands) => thousands * 1000);

/** Every cell with cases in it. */
export const incidence: readonly IncidenceCell[] = (() => {
  const cells: IncidenceCell[] = [];
  for (const line of INCIDENCE_ROWS.trim().split('\n')) {
    const [key = '', ...rates] = line.split(' ');
    const sex: Sex = key.endsWith('m') ? 'male' : 'female';
    for (const [age, text] of rates.entries()) {
      const rate = Number(text);
      const years = personYears[sex][age];
      if (years === undefined) throw new RangeError(`an age group too many: ${line}`);
      if (rate > 0) {
        cells.push({ sex, cancer: Number.parseInt(key, 10), age, rate, personYears: years });
      }
    }
  }
  return cells;
})();

/** New cases of the cells in the source. */
export const casesOfSource = (cells: readonly IncidenceCell[]): number =>
  cells.reduce((sum, { rate, personYears: thousands }) => sum + (rate * thousands) / 100, 0);

/** New cases as they occur in the source's population: sex, site and age drawn together. */
export const newCases: Weighted<IncidenceCell> = weighted(
  incidence,
  incidence.map((cell) => cell.rate * cell.personYears),
);

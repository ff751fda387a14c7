import type { Sex } from './incidence.ts';

/**
 * Deaths per 1,000 person-years, China 2015–2020, at exact ages 0, 1, 5, 10, … 100 and over (each rate
 * holds until the next age).
 *
 * Source: United Nations, Department of Economic and Social Affairs, Population Division. World
 * Population Prospects 2019 (CC BY 3.0 IGO), age-specific mortality rates, medium variant.
 */
const RATES: Readonly<Record<Sex, string>> = {
  male: '11.58 0.47 0.34 0.27 0.39 0.57 0.79 0.98 1.24 1.72 2.58 4.36 7.34 13.85 25.24 46.24 78.61 114.56 176.43 255.87 341.82 445.96',
  female:
    '8.19 0.35 0.28 0.19 0.28 0.37 0.47 0.62 0.79 1.16 1.66 2.70 4.55 8.60 15.59 28.88 49.12 82.74 133.17 192.91 269.52 328.75',
};

/** Ages from which each rate holds. */
export const LIFE_TABLE_AGES: readonly number[] = [
  0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100,
];

/** Deaths per person-year from each age of `LIFE_TABLE_AGES` on. */
export const mortality: Readonly<Record<Sex, readonly number[]>> = {
  male: RATES.male.split(' ').map((rate) => Number(rate) / 1000),
  female: RATES.female.split(' ').map((rate) => Number(rate) / 1000),
};

/**
 * Years lived from an age on by a person whose cumulative hazard of death from any cause but the cancer
 * reaches `hazard`: the life table's inverse, piecewise exponential.
 */
export const yearsUntil = (sex: Sex, age: number, hazard: number): number => {
  const rates = mortality[sex];
  let at = age;
  let left = hazard;
  for (let i = 0; i < rates.length; i++) {
    const end = LIFE_TABLE_AGES[i + 1] ?? Number.POSITIVE_INFINITY;
    if (at >= end) continue;
    const rate = rates[i] as number;
    const spent = (end - at) * rate;
    if (spent >= left) return at + left / rate - age;
    left -= spent;
    at = end;
  }
  return at - age;
};

import { ageStandardisedRate } from '@nodp/biostatistics';
import { STANDARDISED_SALTS, WEIGHTS } from '../../cases/rates.ts';
import { EVERY_AGE } from '../cells.ts';
import { INTERVALS } from '../intervals.ts';
import type { Measure } from '../measure.ts';
import { weightedColumns } from '../weighted.ts';
import {
  NEW_CASES,
  NO_RATE_MEANS,
  NOT_BY_AGE,
  NOT_OF_POPULATIONS,
  PER_100_000,
  PERSON_YEARS,
} from '../words.ts';

const refused = { ...NOT_OF_POPULATIONS, ...NOT_BY_AGE };

/** Directly age-standardised rate (`ageStandardisedRate`). */
export const ageStandardised: Measure = {
  group: 'RATES',
  label: { en: 'Age-standardised rate', zh: '年龄标化率' },
  ofDeaths: { en: 'Age-standardised mortality rate', zh: '年龄标化死亡率' },
  unit: PER_100_000,
  sentence: {
    en: 'Each figure is the rate that a population of the standard’s ages would have: it compares areas, sexes and periods as if they were equally old.',
    zh: '每个数字为在标准人口年龄构成下的率，可在年龄构成相同的假设下比较不同地区、性别和时期。',
  },
  limits: NO_RATE_MEANS,
  numerator: NEW_CASES,
  denominator: PERSON_YEARS,
  interval: null,
  options: ['STANDARD', 'INTERVAL'],
  needsPersonYears: true,
  required: [],
  refused,
  filterRefused: refused,
  answer: (material) => {
    const { standard, interval } = material.question;
    return weightedColumns(
      material,
      STANDARDISED_SALTS[standard],
      EVERY_AGE,
      (ages, lived, unknownAge) =>
        ageStandardisedRate(ages, lived, WEIGHTS[standard], {
          unknownAge,
          interval: INTERVALS[interval],
        }),
    );
  },
};

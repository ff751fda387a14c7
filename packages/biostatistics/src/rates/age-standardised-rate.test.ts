import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { column, hasShared, readShared } from '../testing/shared-data.ts';
import { ageGroups18, ageGroups19 } from './age-groups.ts';
import { ageStandardisedRate, truncatedRate } from './age-standardised-rate.ts';
import { crudeRate } from './crude-rate.ts';
import { type StandardPopulation, standardWeights } from './standard-populations.ts';

describe('Down syndrome, fifth and later births (Fay & Feuer, Stat Med 1997;16:791, table I)', () => {
  const cases = [0, 8, 63, 112, 262, 295];
  const births = [327, 30666, 123419, 149919, 104088, 34392];
  const standard = [319933, 931318, 786511, 488235, 237863, 61313];

  it('gives the rate and the gamma interval of the paper', () => {
    const rate = ageStandardisedRate(cases, births, standard);
    expect(rate.estimate).toBeCloseTo(75.529, 3);
    expect(rate.lower).toBeCloseTo(67.702, 3);
    expect(rate.upper).toBeCloseTo(188.3, 3);
  });

  it('gives a far lower upper limit by Tiwari: the empty first group no longer decides it', () => {
    const rate = ageStandardisedRate(cases, births, standard, { interval: 'tiwari' });
    expect(rate.lower).toBeCloseTo(67.702, 3);
    expect(rate.upper).toBeCloseTo(112.858, 3);
  });
});

describe('Down syndrome by age of mother (Fleiss, Statistical Methods, 1981, ch. 14)', () => {
  const rate = (interval?: 'normal' | 'dobson' | 'log') =>
    ageStandardisedRate(
      [107, 141, 60, 40, 39, 25],
      [230061, 329449, 114920, 39487, 14208, 3052],
      [63986.6, 186263.6, 157302.2, 97647, 47572.6, 12262.6],
      interval ? { interval } : {},
    );

  it('gives 92.3 (80.4 to 105.8)', () => {
    expect(rate().estimate).toBeCloseTo(92.3, 1);
    expect(rate().lower).toBeCloseTo(80.4, 1);
    expect(rate().upper).toBeCloseTo(105.8, 1);
  });

  it('gives limits close to one another by all methods where cases are many', () => {
    for (const interval of ['normal', 'dobson', 'log'] as const) {
      expect(Math.abs(rate(interval).lower / rate().lower - 1)).toBeLessThan(0.01);
      expect(Math.abs(rate(interval).upper / rate().upper - 1)).toBeLessThan(0.015);
    }
  });
});

// Liver cancer in men, 2007, as IARC's Rcan ships it (csu_registry_data_1); ages 0–4 … 85+. The
// populations end in an open group at 80 (South Australia), 85 (Cali, Calvados) or 75 (Chennai).
// biome-ignore format: one line a registry
const liver = {
  'South Australia': {
    cases: [0, 0, 1, 0, 0, 0, 0, 0, 0, 5, 8, 5, 5, 11, 10, 10, 10, 3], unknown: 0, published: 5.06,
    years: [46653, 48559, 51947, 54755, 56201, 50473, 50724, 56548, 56910, 57783, 53648, 49823, 42283, 31742, 26008, 22285, 26403, 0],
  },
  Cali: {
    cases: [1, 1, 0, 0, 0, 1, 0, 1, 0, 3, 2, 5, 4, 5, 4, 8, 3, 2], unknown: 1, published: 4.32,
    years: [87531, 98199, 101387, 94075, 91324, 79889, 71646, 73117, 71875, 59060, 46360, 36049, 26294, 22328, 16653, 13029, 6630, 4590],
  },
  Calvados: {
    cases: [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 6, 8, 9, 4, 20, 21, 9, 3], unknown: 0, published: 13.41,
    years: [21117, 21213, 21006, 21997, 23063, 21571, 22521, 23121, 22536, 22448, 23117, 22616, 15935, 11848, 11307, 9329, 6459, 3651],
  },
  Chennai: {
    cases: [0, 0, 0, 1, 0, 1, 2, 1, 6, 8, 8, 4, 13, 12, 12, 5, 1, 0], unknown: 0, published: 3.59,
    years: [144142, 158199, 197631, 222188, 234221, 237541, 211177, 195740, 159213, 147203, 117672, 74313, 70325, 51733, 38101, 46630, 0, 0],
  },
};

describe('open last groups below 85 (published world rates, Cancer Incidence in Five Continents)', () => {
  it.each(Object.entries(liver))('%s', (_, { cases, years, published }) => {
    const rate = ageStandardisedRate(cases, years, standardWeights('segi'));
    expect(rate.estimate.toFixed(2)).toBe(published.toFixed(2));
  });

  it('spreads the one case of unknown age of Cali over the 40 of known age', () => {
    const { cases, years, unknown } = liver.Cali;
    const known = ageStandardisedRate(cases, years, standardWeights('segi'));
    const all = ageStandardisedRate(cases, years, standardWeights('segi'), { unknownAge: unknown });
    expect(all.estimate / known.estimate).toBeCloseTo(41 / 40, 12);
    expect(all.upper / known.upper).toBeCloseTo(41 / 40, 12);
  });
});

const pooled = 'data/registry/ci5xii_china_pooled.csv';
describe.skipIf(!hasShared(pooled))('lung cancer in men, 157 registries of China, CI5 XII', () => {
  const rows = hasShared(pooled)
    ? readShared(pooled).filter((row) => /lung/i.test(row.cancer_label ?? '') && row.sex === '1')
    : [];
  const cases = column(rows, 'cases').slice(0, 18);
  const years = column(rows, 'py').slice(0, 18);

  it.each([
    ['segi', 49.924],
    ['china2000', 49.882],
    ['esp2013', 117.449],
  ] as const)('%s: %d', (population, expected) => {
    const rate = ageStandardisedRate(cases, years, standardWeights(population));
    expect(rate.estimate).toBeCloseTo(expected, 3);
  });
});

describe('what always holds', () => {
  const group = fc.record({
    cases: fc.integer({ min: 0, max: 500 }),
    years: fc.integer({ min: 1, max: 1_000_000 }),
  });
  const table = fc.array(group, { minLength: 18, maxLength: 18 });

  it('standardising by the population itself gives the crude rate', () => {
    fc.assert(
      fc.property(table, (groups) => {
        const cases = groups.map((g) => g.cases);
        const years = groups.map((g) => g.years);
        const total = (values: number[]) => values.reduce((a, b) => a + b, 0);
        const standardised = ageStandardisedRate(cases, years, years);
        const crude = crudeRate(total(cases), total(years));
        expect(standardised.estimate).toBeCloseTo(crude.estimate, 8);
        expect(standardised.lower).toBeCloseTo(crude.lower, 6);
      }),
    );
  });

  it('holds the estimate within its interval, whatever the method', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('fay-feuer', 'tiwari', 'dobson', 'normal', 'log' as const),
        (groups, interval) => {
          const rate = ageStandardisedRate(
            groups.map((g) => g.cases),
            groups.map((g) => g.years),
            standardWeights('who2000'),
            { interval: interval as 'tiwari' },
          );
          expect(rate.lower).toBeLessThanOrEqual(rate.estimate);
          expect(rate.upper).toBeGreaterThanOrEqual(rate.estimate);
          expect(Number.isFinite(rate.upper)).toBe(true);
        },
      ),
    );
  });

  it.each(['segi', 'who2000', 'esp1976', 'esp2013', 'china2000'] as StandardPopulation[])(
    '%s: 0 and 1–4 apart change nothing when their rates are equal',
    (population) => {
      const rate = (weights: Float64Array) => {
        const years = Array.from(weights, () => 1000);
        const cases = Array.from(weights, (_, i) => {
          const fromAge = weights.length === 18 ? i : Math.max(0, i - 1);
          return fromAge + 1;
        });
        return ageStandardisedRate(cases, years, weights).estimate;
      };
      const eighteen = rate(standardWeights(population, ageGroups18));
      const nineteen = rate(standardWeights(population, ageGroups19));
      // WHO's two published versions differ in rounding.
      expect(nineteen / eighteen).toBeCloseTo(1, population === 'who2000' ? 3 : 12);
    },
  );
});

describe('bad input', () => {
  const weights = standardWeights('segi');
  const years = Array.from(weights, () => 1000);
  const cases = Array.from(weights, () => 2);
  it('says what is wrong and where', () => {
    expect(() => ageStandardisedRate(cases.slice(1), years, weights)).toThrow(
      /personYears: has 18/,
    );
    expect(() => ageStandardisedRate(cases, years.with(3, 0), weights)).toThrow(/personYears\[3\]/);
    expect(() => ageStandardisedRate(cases.with(5, -1), years, weights)).toThrow(/cases\[5\]/);
    expect(() => ageStandardisedRate(cases.with(5, Number.NaN), years, weights)).toThrow(
      /cases\[5\]/,
    );
    expect(() =>
      ageStandardisedRate(
        cases,
        years.map(() => 0),
        weights,
      ),
    ).toThrow(/nobody/);
    expect(() =>
      ageStandardisedRate(
        cases.map(() => 0),
        years,
        weights,
        { unknownAge: 3 },
      ),
    ).toThrow(/unknown age/);
    expect(() => ageStandardisedRate(cases, years, weights, { level: 95 })).toThrow(/level/);
  });

  it('answers without a single case: 0 up to the one-sided limit', () => {
    for (const interval of ['fay-feuer', 'tiwari', 'dobson', 'normal', 'log'] as const) {
      const rate = ageStandardisedRate(
        cases.map(() => 0),
        years,
        weights,
        { interval },
      );
      expect(rate.estimate).toBe(0);
      expect(rate.lower).toBe(0);
      expect(rate.upper).toBeGreaterThan(0);
    }
  });
});

describe('truncated rate, 35–64', () => {
  it('is the standardised rate of those ages alone', () => {
    const years = ageGroups18.map(() => 10_000);
    const cases = ageGroups18.map((age) => (age >= 35 && age < 65 ? 5 : 99));
    const rate = truncatedRate(cases, years, standardWeights('segi'), ageGroups18);
    expect(rate.estimate).toBeCloseTo(50, 10);
  });
  it('refuses a span that cuts an age group', () => {
    const ones = ageGroups18.map(() => 1);
    expect(() => truncatedRate(ones, ones, ones, ageGroups18, { span: [33, 65] })).toThrow(
      /ages 33 to 65/,
    );
  });
});

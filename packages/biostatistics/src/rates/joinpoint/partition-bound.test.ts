import fc from 'fast-check';
import { expect, it } from 'vitest';
import { candidateJoins } from './candidates.ts';
import { gridSearch } from './grid-search.ts';
import { partitionBound } from './partition-bound.ts';
import { weightedSeries } from './series.ts';

it('no set of joins ever fits below the bound', () => {
  const rate = fc.double({ min: 0.5, max: 50, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(rate, { minLength: 16, maxLength: 24 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 1 }),
      (rates, joins, toEnds, between, gridPoints) => {
        const spacing = { toEnds, between, gridPoints };
        const series = weightedSeries({ years: rates.map((_, i) => 1980 + i), rates });
        const search = gridSearch(series, candidateJoins(series.years, spacing), joins);
        const bound = partitionBound(series, joins, spacing)(series.logRates);
        expect(bound).toBeLessThanOrEqual(search.smallestResidual(series.logRates) * (1 + 1e-9));
      },
    ),
  );
});

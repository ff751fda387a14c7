import { counted, defaultRule, nobody } from '@nodp/disclosure';
import type { Cells } from '@nodp/warehouse';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageOf } from '../registration/coverage.ts';
import { protectRows, type Row } from './breakdown.ts';
import { byAge } from './cells.ts';
import { noRates } from './rates.ts';

const exactOf = (cells: Cells) => byAge(cells, 'EVERYBODY').total;

/** Few cases in most cells, so that many rows are small. */
const cells = fc.array(fc.nat(3), { minLength: 57, maxLength: 57 }).chain((counts) =>
  fc.tuple(fc.constantFrom(0, 1, 4), fc.nat()).map(
    ([by, seed]): Cells => ({
      parts: 1,
      counts: Uint32Array.from(counts, (n) => (n > 1 ? n * by : 0)),
      keys: Uint32Array.from(counts, (_, i) => Math.imul(seed + i, 0x9e3779b1)),
    }),
  ),
);
const row: fc.Arbitrary<Row> = fc
  .tuple(cells, fc.constantFrom('EVERYBODY' as const, 'FEMALE' as const), fc.boolean())
  .map(([all, atRisk, registered]) => ({
    cells: all,
    whole: { ...all, counts: all.counts.map((n) => Math.floor(n / 2)) },
    atRisk,
    residents: { regions: [registered ? '440000' : '810000'] },
  }));

/** A million person-years of each sex and age in Guangdong, none of Hong Kong. */
const coverage = coverageOf(
  [
    {
      ...{ registry: 'R', region: '440000', year: 2023, completeness: 0.97 },
      ...{
        closedOn: '2024-06-30',
        lived: [0, 1].map(() => new Float64Array(18).fill(1e6)) as never,
      },
    },
  ],
  '2025-01-01',
);

test('no row tells a rate without its count, nor a count below ten; what is hidden cannot be had by subtraction', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 34 }), fc.nat(30), (rows, unknown) => {
      const { rows: shown, rest } = protectRows(
        rows,
        counted({ count: unknown, key: 9 }, defaultRule),
        coverage,
        'SEGI',
        defaultRule,
      );
      const exact = [...rows.map(({ cells: of }) => exactOf(of)), unknown];
      const told = [...shown.map(({ cases }) => cases), rest];
      told.forEach(({ value }, i) => {
        if (value !== null) {
          expect(exact[i]).toBeGreaterThanOrEqual(10);
          expect(Math.abs(value - (exact[i] as number))).toBeLessThanOrEqual(9);
        }
      });
      const hidden = exact.filter((n, i) => told[i]?.suppressed && n > 0);
      const few = hidden.length === 1 || hidden.reduce((a, b) => a + b, 0) < 10;
      expect(hidden.length > 0 && few && told.some(({ suppressed }) => !suppressed)).toBe(false);
      shown.forEach(({ cases, rates }, i) => {
        const { whole, atRisk, residents } = rows[i] as Row;
        if (cases.suppressed || byAge(whole, atRisk).total < 10)
          expect(rates).toMatchObject({ crude: null, ageStandardised: null });
        else if (residents.regions?.[0] === '810000')
          expect(rates).toEqual(noRates('NOT_REGISTERED'));
        else if (rates.crude !== null) expect(rates.crude.value).toBeGreaterThan(0);
      });
    }),
  );
});

test('rows that share out the cases of a nation add up to it, but for the noise and what is hidden', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 20, maxLength: 34 }), (rows) => {
      const { rows: shown } = protectRows(rows, nobody, coverage, 'SEGI', defaultRule);
      const total = rows.reduce((sum, { cells: of }) => sum + exactOf(of), 0);
      const hidden = rows.filter((_, i) => shown[i]?.cases.suppressed);
      const unseen = hidden.reduce((sum, { cells: of }) => sum + exactOf(of), 0);
      const seen = shown.reduce((sum, { cases }) => sum + (cases.value ?? 0), 0);
      expect(Math.abs(total - unseen - seen)).toBeLessThanOrEqual(9 * rows.length);
    }),
  );
});

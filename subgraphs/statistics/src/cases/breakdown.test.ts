import { counted, defaultRule, nobody } from '@nodp/disclosure';
import type { Cells } from '@nodp/warehouse';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { protectRows, type Row } from './breakdown.ts';
import { byAge } from './cells.ts';
import { NO_RATES } from './rates.ts';

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
  .tuple(cells, fc.constantFrom('EVERYBODY' as const, 'FEMALE' as const), fc.nat(2), fc.boolean())
  .map(([all, atRisk, years, counted]) => ({
    cells: all,
    whole: years === 0 ? null : { ...all, counts: all.counts.map((n) => Math.floor(n / 2)) },
    atRisk,
    persons: counted ? 1_000_000 : null,
    years,
  }));

test('no row tells a rate without its count, nor a count below ten; what is hidden cannot be had by subtraction', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 34 }), fc.nat(30), (rows, unknown) => {
      const { rows: shown, rest } = protectRows(
        rows,
        counted({ count: unknown, key: 9 }, defaultRule),
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
        const { whole, atRisk, persons } = rows[i] as Row;
        const counted = whole === null ? 0 : byAge(whole, atRisk).total;
        if (cases.suppressed || counted < 10 || persons === null) expect(rates).toEqual(NO_RATES);
        else if (rates.crude !== null) expect(rates.crude.value).toBeGreaterThan(0);
      });
    }),
  );
});

test('rows that share out the cases of a nation add up to it, but for the noise and what is hidden', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 20, maxLength: 34 }), (rows) => {
      const { rows: shown } = protectRows(rows, nobody, 'SEGI', defaultRule);
      const total = rows.reduce((sum, { cells: of }) => sum + exactOf(of), 0);
      const hidden = rows.filter((_, i) => shown[i]?.cases.suppressed);
      const unseen = hidden.reduce((sum, { cells: of }) => sum + exactOf(of), 0);
      const seen = shown.reduce((sum, { cases }) => sum + (cases.value ?? 0), 0);
      expect(Math.abs(total - unseen - seen)).toBeLessThanOrEqual(9 * rows.length);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divided, thousandths, written } from './amounts.ts';
import { compareInventory } from './inventory.ts';
import { type Dimensions, freePositions, labelOf, positionOf } from './positions.ts';
import { readScan } from './rack-scan.ts';
import { isSprec, STORAGE_TEMPERATURES } from './terms.ts';

describe('positions', () => {
  const box: Dimensions = { rows: 9, columns: 9, labels: 'LETTERS' };

  test('a box of nine by nine goes from A1 to I9, and A01 is A1', () => {
    expect(labelOf(box, { row: 9, column: 9 })).toBe('I9');
    expect(positionOf(box, 'A01')).toEqual({ row: 1, column: 1 });
    expect(positionOf(box, 'J1')).toBeNull();
    expect(positionOf(box, 'A10')).toBeNull();
    expect(positionOf(box, 'A0')).toBeNull();
  });

  test('numbers go row by row; the 28th row of letters is AB', () => {
    expect(positionOf({ ...box, labels: 'NUMBERS' }, '10')).toEqual({ row: 2, column: 1 });
    expect(labelOf({ ...box, rows: 40 }, { row: 28, column: 3 })).toBe('AB3');
  });

  test('what is called by its label is found by it, whatever the container', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('LETTERS' as const, 'PAIRS' as const, 'NUMBERS' as const),
        fc.nat(),
        fc.nat(),
        (rows, columns, labels, a, b) => {
          const container = { rows, columns, labels };
          const position = { row: 1 + (a % rows), column: 1 + (b % columns) };
          expect(positionOf(container, labelOf(container, position))).toEqual(position);
        },
      ),
    );
  });

  test('free space is found row by row', () => {
    const taken = [
      { row: 1, column: 1 },
      { row: 1, column: 3 },
    ];
    expect(freePositions({ rows: 2, columns: 3, labels: 'LETTERS' }, taken, 2)).toEqual([
      { row: 1, column: 2 },
      { row: 2, column: 1 },
    ]);
    expect(freePositions({ rows: null, columns: null, labels: 'LETTERS' }, [], 5)).toEqual([]);
  });
});

describe('amounts', () => {
  test('fifty milligrams make four aliquots of 12.5 and no fifth', () => {
    expect(divided(50, 12.5, 4)).toEqual({ taken: 50, left: 0 });
    expect(divided(50, 12.5, 5)).toBeNull();
    expect(divided(0.3, 0.1, 3)).toEqual({ taken: 0.3, left: 0 });
  });

  test('what says more than thousandths is refused, not rounded', () => {
    expect(thousandths(0.0004)).toBeNull();
    expect(thousandths(1.2345)).toBeNull();
    expect(thousandths(0)).toBeNull();
    expect(thousandths(Number.NaN)).toBeNull();
  });

  test('taken and left are the whole, and left is never below zero', () => {
    const amount = fc.integer({ min: 1, max: 10_000_000 }).map((n) => n / 1000);
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 200 }), (all, each, count) => {
        const parts = divided(all, each, count);
        if (parts === null) {
          expect(Math.round(each * 1000) * count).toBeGreaterThan(Math.round(all * 1000));
          return;
        }
        expect(parts.left).toBeGreaterThanOrEqual(0);
        expect(Math.round(parts.taken * 1000) + Math.round(parts.left * 1000)).toBe(
          Math.round(all * 1000),
        );
      }),
    );
  });

  test('an amount is written as it was given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000_000 }), (n) => {
        expect(Number(written(n))).toBe(n / 1000);
        expect(thousandths(n / 1000)).toBe(n);
      }),
    );
  });
});

describe('a rack scan', () => {
  test('rows are read; empty positions are left out', () => {
    expect(
      readScan('\uFEFFParent,Barcode,Position\r\nBOX-1,T-1,A01\r\nBOX-1,NO TUBE,A02\r\n'),
    ).toEqual({
      tubes: [{ line: 2, parent: 'BOX-1', barcode: 'T-1', position: 'A01' }],
      problems: [],
    });
  });

  test('each problem names its line, its column and its remedy', () => {
    const { tubes, problems } = readScan(
      'parent,barcode,position\nB,T1,A1\nB,T1,A2\nB,T2,A1\nB,T3,\nB,T4\nB,T6,A6\nB,"T5"x,A5\n',
    );
    expect(tubes.map(({ barcode }) => barcode)).toEqual(['T1', 'T1', 'T2', 'T6']);
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [3, 'barcode'],
      [4, 'position'],
      [5, 'position'],
      [6, null],
      [8, null],
    ]);
    expect(problems[0]?.en).toContain('line 2');
  });

  test('without a column nothing is read', () => {
    expect(readScan('parent,tube,position\nB,T,A1\n')).toEqual({
      tubes: [],
      problems: [expect.objectContaining({ line: 1, column: 'barcode' })],
    });
  });
});

test('a scan tells what is present, missing, misplaced and unknown', () => {
  const box = [
    { barcode: 'T1', position: 'A1' },
    { barcode: 'T2', position: 'A2' },
    { barcode: 'T3', position: 'A3' },
  ];
  const seen = [
    { barcode: 'T1', position: 'A1' },
    { barcode: 'T2', position: 'A3' },
    { barcode: 'T9', position: 'B1' },
    { barcode: 'X', position: 'B2' },
  ];
  const found = compareInventory(box, seen, new Map([['T9', 'Site › Freezer › Box 2 · C4']]));
  expect(found.map(({ barcode, finding }) => `${barcode} ${finding}`)).toEqual([
    'T1 PRESENT',
    'T2 MISPLACED',
    'T3 MISSING',
    'T9 MISPLACED',
    'X UNKNOWN',
  ]);
});

test('a SPREC code has seven elements; storage temperatures have bounds in order', () => {
  expect(isSprec('TIS-SNP-B-B-SNP-B-A')).toBe(true);
  expect(isSprec('TIS-SNP-B')).toBe(false);
  for (const { min, max } of STORAGE_TEMPERATURES)
    if (min !== null && max !== null) expect(min).toBeLessThan(max);
});

import { describe, expect, it } from 'vitest';
import { addressOfSorting, compare, fitting, orderedBy, sortingOfAddress } from './model.ts';

describe('order of a table', () => {
  it('goes to the address and back', () => {
    for (const sort of ['name', '-persons', undefined]) {
      expect(addressOfSorting(sortingOfAddress(sort))).toBe(sort);
    }
    expect(sortingOfAddress('-persons')).toEqual([{ id: 'persons', desc: true }]);
  });

  it('puts numbers by size, Chinese by pinyin, and codes by the numbers within', () => {
    expect([10, 9, 100].sort(compare)).toEqual([9, 10, 100]);
    expect(['重庆', '安徽', '北京'].sort(compare)).toEqual(['安徽', '北京', '重庆']);
    expect(['H-10', 'H-9'].sort(compare)).toEqual(['H-9', 'H-10']);
  });
});

describe('columns where there is little room', () => {
  const columns = [
    { width: '100px' },
    { width: 'minmax(120px, 2fr)' },
    { width: '60px', yields: 1 },
    { width: '80px', yields: 2 },
  ];
  it('all stand where they fit', () => {
    expect(fitting(columns, 360)).toEqual(columns);
  });
  it('yield in their order until the others fit', () => {
    expect(fitting(columns, 359)).toEqual(columns.slice(0, 3));
    expect(fitting(columns, 279)).toEqual(columns.slice(0, 2));
  });
  it('stay, and scroll, where none of them yields', () => {
    expect(fitting(columns, 50)).toEqual(columns.slice(0, 2));
  });
});

describe('rows in the order of a column', () => {
  const rows = [{ n: 2 }, { n: null }, { n: 10 }, { n: 2, second: true }];
  const by = (row: { n: number | null }) => row.n;
  it('have those without a value last either way, and keep equal ones as they came', () => {
    expect(orderedBy(rows, by, false)).toEqual([rows[0], rows[3], rows[2], rows[1]]);
    expect(orderedBy(rows, by, true)).toEqual([rows[2], rows[0], rows[3], rows[1]]);
  });
});

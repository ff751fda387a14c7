import { describe, expect, it } from 'vitest';
import { addressOfSorting, compare, sortingOfAddress } from './model.ts';

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

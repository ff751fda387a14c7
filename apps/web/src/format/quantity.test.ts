import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatGray,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatRate,
  formatUnit,
  spokenCount,
} from './quantity.ts';

describe('units', () => {
  it.each([
    ['ng/mL', 'ng/mL'],
    ['10*9/L', '10⁹/L'],
    ['10*3/uL', '10³/µL'],
    ['ug/L', 'µg/L'],
    ['umol/L', 'µmol/L'],
    ['[iU]/mL', 'IU/mL'],
    ['m[AU]/mL', 'mAU/mL'],
    ['{copies}/mL', 'copies/mL'],
    ['mm[Hg]', 'mmHg'],
    ['Cel', '°C'],
    ['mL/min/{1.73_m2}', 'mL/min/1.73 m²'],
    ['10*3{cells}/uL', '10³/µL'],
    ['{INR}', 'INR'],
    ['kg/m2', 'kg/m²'],
    ['{score}', ''],
    ['1', ''],
    ['%', '%'],
    [null, ''],
  ])('%s reads %s', (ucum, text) => {
    expect(formatUnit(ucum)).toBe(text);
  });
});

describe('amounts', () => {
  it('always show their unit and comparator', () => {
    expect(formatQuantity({ value: 5.2, comparator: '<', unit: 'ng/mL' })).toBe('< 5.2 ng/mL');
    expect(formatQuantity({ value: 40, comparator: '>=', unit: '%' })).toBe('≥ 40%');
    expect(formatQuantity({ value: 1.1, digits: '1.10', unit: 'ng/mL' })).toBe('1.10 ng/mL');
    expect(formatQuantity({ value: 3 })).toBe('3');
    expect(formatQuantity(null)).toBe('—');
  });

  it('round to four significant digits below a thousand and never lose whole digits above', () => {
    expect(formatNumber(0.123456)).toBe('0.1235');
    expect(formatNumber(1_234_567)).toBe('1,234,567');
    expect(formatNumber(36.64)).toBe('36.64');
  });

  it('give radiation in gray and files in bytes', () => {
    expect(formatGray(6000)).toBe('60 Gy');
    expect(formatGray(5040)).toBe('50.4 Gy');
    expect(formatBytes(512)).toBe('512 B');
    expect(formatBytes(1536)).toBe('1.5 KiB');
    expect(formatBytes(12 * 1024 * 1024)).toBe('12 MiB');
  });

  it('give shares a decimal where they are small, by one rule on every page', () => {
    const shares = [0, 0.0002, 0.004, 0.0949, 0.0997, 0.423, 1];
    expect(shares.map(formatPercent)).toEqual([
      '0%',
      '< 0.1%',
      '0.4%',
      '9.5%',
      '10%',
      '42%',
      '100%',
    ]);
  });
});

describe('a count in a sentence', () => {
  it.each([
    [9_990, 'zh', '9,990'],
    [10_000, 'zh', '1万'],
    [123_450, 'zh', '12.35万'],
    [99_999_000, 'zh', '9,999.9万'],
    [1_412_000_000, 'zh', '14.12亿'],
    [123_450, 'en', '123,450'],
  ])('%d in %s', (n, locale, words) => {
    expect(spokenCount(n, locale)).toBe(words);
  });
});

describe('rates', () => {
  it('have three significant digits', () => {
    expect([1234.4, 203.2, 20.34, 2.034, 0.2034, 0.08316, 0].map(formatRate)).toEqual([
      '1,234',
      '203',
      '20.3',
      '2.03',
      '0.203',
      '0.0832',
      '0',
    ]);
  });

  it('below nothing have a minus, not a hyphen: a difference, a change in percent', () => {
    expect([-1234.4, -2.034].map(formatRate)).toEqual(['−1,234', '−2.03']);
  });
});

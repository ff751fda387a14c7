import { describe, expect, it } from 'vitest';
import { formatRate } from '../../format/quantity.ts';
import { type Counted, cellOf, figureOf, intervalText, numberOf, textOf } from './measure.ts';

const rate = { value: 203, lower: 198.2, upper: 208.1 };
const guangdong: Counted = {
  cases: { value: 1230, suppressed: false },
  rates: { crude: rate, ageStandardised: null, absent: null },
};
const few: Counted = {
  cases: { value: null, suppressed: true },
  rates: { crude: null, ageStandardised: null, absent: 'TOO_FEW' },
};

describe('a figure', () => {
  it('is shown, suppressed or absent, and says which', () => {
    expect(textOf(figureOf(guangdong, 'cases'), String)).toBe('1230');
    expect(textOf(figureOf(guangdong, 'crude'), formatRate)).toBe('203');
    expect(textOf(figureOf(guangdong, 'ageStandardised'), formatRate)).toBe('—');
    expect(textOf(figureOf(few, 'cases'), String)).toBe('*');
    expect(textOf(figureOf(few, 'crude'), formatRate)).toBe('*');
  });

  it('is none where nobody stands below the rate, and says why', () => {
    const rates = { crude: null, ageStandardised: null, absent: 'NOT_REGISTERED' } as const;
    expect(figureOf({ ...guangdong, rates }, 'crude')).toEqual({
      is: 'none',
      why: 'NOT_REGISTERED',
    });
    expect(figureOf({ ...few, rates }, 'crude')).toEqual({ is: 'none', why: 'NOT_REGISTERED' });
  });

  it('that is suppressed is no number, to a chart or a file', () => {
    expect(numberOf(figureOf(few, 'cases'))).toBeNull();
    expect(cellOf(figureOf(few, 'cases'))).toBe('*');
    expect(cellOf(figureOf(guangdong, 'ageStandardised'))).toBeNull();
  });
});

describe('numbers', () => {
  it('of intervals stand together or not at all', () => {
    expect(intervalText(rate, formatRate)).toBe('198–208');
    expect(intervalText({ lower: null, upper: 3 }, formatRate)).toBe('');
  });
});

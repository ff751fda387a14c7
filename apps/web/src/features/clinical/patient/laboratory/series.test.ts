import { describe, expect, it } from 'vitest';
import type { LaboratorySeries } from '../data.ts';
import { firstShown, flagOf, keyOf, ordered } from './series.ts';

const series = (
  code: string,
  category: string,
  values: (number | null)[],
  unit = 'ng/mL',
): LaboratorySeries => ({
  analyte: { system: 'http://loinc.org', code, label: { en: code, zh: code } },
  category,
  unit,
  referenceLow: null,
  latestGrade: null,
  referenceHigh: 5,
  points: values.map((value, i) => ({
    at: `2020-01-${String(i + 1).padStart(2, '0')}T08:00:00Z`,
    value,
    digits: null,
    comparator: null,
    asSent: String(value),
    interpretation: null,
    notFinal: null,
  })),
});

const weight = series('29463-7', 'vital-sign', [70, 71, 72, 73], 'kg');
const sodium = series('2951-2', 'chemistry', [140, 141, 139], 'mmol/L');
const haemoglobin = series('718-7', 'haematology', [120, 118], 'g/L');
const cea = series('2039-6', 'tumour-marker', [3, 9]);
const comment = series('x', 'tumour-marker', [null, null]);

describe('laboratory series', () => {
  it('put tumour markers first and vital signs last', () => {
    expect(ordered([weight, sodium, haemoglobin, cea]).map((s) => s.analyte.code)).toEqual([
      '2039-6',
      '718-7',
      '2951-2',
      '29463-7',
    ]);
  });
  it('show tumour markers at first, then what is known best, never what has no numbers', () => {
    expect(firstShown([weight, sodium, haemoglobin, cea, comment])).toEqual(
      [cea, sodium, haemoglobin].map(keyOf),
    );
  });
  it('keep one analyte in two units apart', () => {
    expect(keyOf(cea)).not.toBe(keyOf(series('2039-6', 'tumour-marker', [1], 'ug/L')));
  });
  it('flag by the reference range, limits included', () => {
    expect(flagOf(5, cea)).toBe('within');
    expect(flagOf(5.1, cea)).toBe('high');
    expect(flagOf(1, { referenceLow: 2, referenceHigh: null })).toBe('low');
    expect(flagOf(1, { referenceLow: null, referenceHigh: null })).toBeNull();
  });
});

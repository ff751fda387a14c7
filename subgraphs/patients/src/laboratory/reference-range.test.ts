import { expect, test } from 'vitest';
import type { LaboratorySeriesModel } from '../models.ts';
import { referenceRange } from './reference-range.ts';

type Row = LaboratorySeriesModel['rows'][number];

const haemoglobin = (row: Partial<Row> = {}): LaboratorySeriesModel => ({
  system: 'http://loinc.org',
  code: '718-7',
  display: 'Haemoglobin',
  category: 'haematology',
  unit: 'g/L',
  rows: [{ unit: 'g/L', normalUnit: null, referenceLow: null, referenceHigh: null, ...row } as Row],
});

test('haemoglobin is read against the range of the patient’s sex (WS/T 405-2012)', () => {
  expect(referenceRange(haemoglobin(), 'FEMALE')).toEqual({ low: 115, high: 150 });
  expect(referenceRange(haemoglobin(), 'MALE')).toEqual({ low: 130, high: 175 });
});

test('where the sex is not known and the ranges differ there is none', () => {
  expect(referenceRange(haemoglobin(), 'UNKNOWN')).toEqual({ low: null, high: null });
});

test('the laboratory’s own range goes before the usual one, but not in another unit', () => {
  const own = { referenceLow: 120, referenceHigh: 160 };
  expect(referenceRange(haemoglobin(own), 'MALE')).toEqual({ low: 120, high: 160 });
  const inGramsADecilitre = {
    referenceLow: 12,
    referenceHigh: 16,
    unit: 'g/dL',
    normalUnit: 'g/L',
  };
  expect(referenceRange(haemoglobin(inGramsADecilitre), 'MALE')).toEqual({ low: 130, high: 175 });
});

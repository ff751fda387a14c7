import { expect, test } from 'vitest';
import type { LaboratorySeriesModel } from './model.ts';
import { referenceRange } from './reference-range.ts';

type Row = LaboratorySeriesModel['rows'][number];

const haemoglobin = (row: Partial<Row> = {}): LaboratorySeriesModel => ({
  system: 'http://loinc.org',
  code: '718-7',
  display: 'Haemoglobin',
  category: 'haematology',
  unit: 'g/L',
  rows: [
    {
      at: '2024-06-01T00:00:00Z',
      unit: 'g/L',
      normalUnit: null,
      referenceLow: null,
      referenceHigh: null,
      ...row,
    } as Row,
  ],
});

test('haemoglobin is read against the range of the patient’s sex (WS/T 405-2012)', () => {
  expect(referenceRange(haemoglobin(), 'FEMALE', null)).toEqual({ low: 115, high: 150 });
  expect(referenceRange(haemoglobin(), 'MALE', null)).toEqual({ low: 130, high: 175 });
});

test('where the sex is not known and the ranges differ there is none', () => {
  expect(referenceRange(haemoglobin(), 'UNKNOWN', null)).toEqual({ low: null, high: null });
});

test('the laboratory’s own range goes before the usual one, whatever unit it was sent in', () => {
  const own = { referenceLow: 120, referenceHigh: 160 };
  expect(referenceRange(haemoglobin(own), 'MALE', null)).toEqual({ low: 120, high: 160 });
  // Sent as 12 to 16 g/dL and stored as what the value is shown in.
  const inGramsADecilitre = { ...own, unit: 'g/dL', normalUnit: 'g/L' };
  expect(referenceRange(haemoglobin(inGramsADecilitre), 'MALE', null)).toEqual({
    low: 120,
    high: 160,
  });
});

const chemistry = (code: string, unit: string, at: string): LaboratorySeriesModel => ({
  ...haemoglobin({ unit, at }),
  code,
  unit,
});
const born = (date: string) => ({ date, precision: 'day' as const });

test('creatinine and alkaline phosphatase by age (WS/T 404.5, 404.1)', () => {
  const creatinine = chemistry('14682-9', 'umol/L', '2024-06-01T08:00:00Z');
  expect(referenceRange(creatinine, 'MALE', born('1970-01-01'))).toEqual({ low: 57, high: 97 });
  expect(referenceRange(creatinine, 'MALE', born('1964-06-01'))).toEqual({ low: 57, high: 111 });
  expect(referenceRange(creatinine, 'FEMALE', born('1964-06-02'))).toEqual({ low: 41, high: 73 });
  expect(referenceRange(creatinine, 'FEMALE', born('1950-01-01'))).toEqual({ low: 41, high: 81 });
  const phosphatase = chemistry('6768-6', 'U/L', '2024-06-01T08:00:00Z');
  expect(referenceRange(phosphatase, 'FEMALE', born('1975-01-01'))).toEqual({ low: 35, high: 100 });
  expect(referenceRange(phosphatase, 'FEMALE', born('1974-01-01'))).toEqual({ low: 50, high: 135 });
  expect(referenceRange(phosphatase, 'MALE', born('1940-01-01'))).toEqual({ low: 45, high: 125 });
});

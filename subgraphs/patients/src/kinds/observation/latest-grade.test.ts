import { expect, test } from 'vitest';
import { latestGrade } from './latest-grade.ts';
import type { LaboratorySeriesModel } from './model.ts';

type Row = LaboratorySeriesModel['rows'][number];

const result = (code: string, at: string, value: number | null, more: Partial<Row> = {}): Row =>
  ({
    code,
    at,
    value,
    unit: 'mmol/L',
    normalValue: null,
    normalUnit: null,
    comparator: null,
    notFinal: null,
    ...more,
  }) as Row;

const series = (code: string, unit: string, rows: Row[]): LaboratorySeriesModel => ({
  system: 'http://loinc.org',
  code,
  display: null,
  category: 'chemistry',
  unit,
  rows,
});

const open = { low: null, high: null };
const potassium = (...rows: Row[]) => latestGrade(series('2823-3', 'mmol/L', rows), open, rows);

test('the latest result that is a number is graded', () => {
  const rows = [
    result('2823-3', '2026-01-01T08:00:00Z', 7.5),
    result('2823-3', '2026-01-02T08:00:00Z', 6.2),
    result('2823-3', '2026-01-03T08:00:00Z', null),
  ];
  expect(potassium(...rows)).toMatchObject({ at: '2026-01-02T08:00:00Z', grade: 3 });
});

test('a result as converted to the usual unit is graded', () => {
  const converted = { value: 24.2, unit: 'mg/dL', normalValue: 6.2, normalUnit: 'mmol/L' };
  expect(potassium(result('2823-3', '2026-01-01T08:00:00Z', null, converted))?.grade).toBe(3);
});

test('nothing is said in a unit that does not convert, of an unknown code, or without a number', () => {
  const row = result('2823-3', '2026-01-01T08:00:00Z', 7.5);
  expect(latestGrade(series('2823-3', '{arbitrary}', [row]), open, [row])).toBeNull();
  expect(latestGrade(series('0-0', 'mmol/L', [row]), open, [row])).toBeNull();
  expect(potassium(result('2823-3', '2026-01-01T08:00:00Z', null))).toBeNull();
});

test('an analyte that CTCAE grades by no number has no grade, and says so', () => {
  const row = result('2039-6', '2026-01-01T08:00:00Z', 25, { unit: 'ng/mL' });
  expect(latestGrade(series('2039-6', 'ng/mL', [row]), open, [row])).toMatchObject({
    grade: null,
    term: null,
    missing: ['no-criterion'],
  });
});

test('calcium is corrected by the albumin nearest in time, at most a day apart', () => {
  const calcium = result('2000-8', '2026-01-10T08:00:00Z', 1.9);
  const albumin = (at: string, value: number, more: Partial<Row> = {}) =>
    result('1751-7', at, value, { unit: 'g/L', ...more });
  const graded = (...others: Row[]) =>
    latestGrade(series('2000-8', 'mmol/L', [calcium]), { low: 2.11, high: 2.52 }, [
      calcium,
      ...others,
    ]);
  expect(graded()).toMatchObject({ grade: 2, missing: ['albumin'] });
  expect(graded(albumin('2026-01-10T09:00:00Z', 25))).toMatchObject({ grade: null, missing: [] });
  expect(graded(albumin('2026-01-08T09:00:00Z', 25))).toMatchObject({
    grade: 2,
    missing: ['albumin'],
  });
  expect(graded(albumin('2026-01-10T09:00:00Z', 25, { comparator: '<' }))?.missing).toEqual([
    'albumin',
  ]);
  expect(
    graded(albumin('2026-01-09T09:00:00Z', 25), albumin('2026-01-10T09:00:00Z', 38)),
  ).toMatchObject({ grade: 2, why: ['corrected-for-albumin', 'limit-of-the-criteria'] });
});

test('a result that may still change has no grade, nor does it correct another', () => {
  const final = result('2823-3', '2026-01-01T08:00:00Z', 5.8);
  const early = result('2823-3', '2026-01-02T08:00:00Z', 7.5, { notFinal: 'preliminary' });
  expect(potassium(final, early)).toMatchObject({ at: final.at, grade: 2 });
  expect(potassium(early)).toBeNull();
  const calcium = result('2000-8', '2026-01-10T08:00:00Z', 1.9);
  const albumin = result('1751-7', '2026-01-10T09:00:00Z', 25, {
    unit: 'g/L',
    notFinal: 'registered',
  });
  expect(
    latestGrade(series('2000-8', 'mmol/L', [calcium]), { low: 2.11, high: 2.52 }, [
      calcium,
      albumin,
    ])?.missing,
  ).toEqual(['albumin']);
});

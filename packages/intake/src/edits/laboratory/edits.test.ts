import type { RecordOf } from '@nodp/record';
import { analyteOfLoinc, analytes } from '@nodp/terminology/loinc';
import { expect, test } from 'vitest';
import type { Person } from '../edit.ts';
import { LABORATORY_EDITS } from './edits.ts';
import { LIMIT_ROWS } from './limits.ts';

const person: Person = { sex: 'MALE', born: null, died: null, tumours: [] };
const result = (
  code: string,
  value: number,
  unit: string | null,
  normal: { readonly value: number; readonly unit: string } | null,
) => {
  const what = { system: 'http://loinc.org', code, display: null };
  return {
    ...{ kind: 'observation', what },
    value: { value, comparator: null, unit, normal },
  } as RecordOf<'observation'>;
};
const found = (record: RecordOf<'observation'>) =>
  LABORATORY_EDITS['laboratory-impossible'].find(record, {
    person,
    today: { date: '2026-11-29', precision: 'day' },
  });

test('a value ten times too high is told in both languages, with what may be meant', () => {
  expect(found(result('718-7', 1455, 'g/L', { value: 1455, unit: 'g/L' }))).toEqual({
    elements: ['value'],
    reason: {
      en: 'Haemoglobin 1455 g/L is outside of what can be (10–300 g/L).',
      zh: '血红蛋白 1455 g/L 超出可能范围（10–300 g/L）。',
    },
    remedy: {
      en: 'Compare value and unit with the report: 145.5 g/L may be meant, with a unit or decimal point that slipped.',
      zh: '请与报告核对数值和单位：可能应为 145.5 g/L（单位或小数点错位）。',
    },
    suggestion: '145.5',
  });
});

test('what may be meant is told in the analyte’s unit and suggested in the unit that was sent', () => {
  // 1.455 g/dL is 14.55 g/L: a tenth of what can be.
  expect(found(result('718-7', 0.9, 'g/dL', { value: 9, unit: 'g/L' }))).toMatchObject({
    reason: { en: 'Haemoglobin 9 g/L is outside of what can be (10–300 g/L).' },
    remedy: { en: expect.stringContaining(': 90 g/L may be meant') },
    suggestion: '9',
  });
});

test('below nothing is told as that, without a suggestion: a sign is no slip of the unit', () => {
  const remedy = {
    en: 'Compare value and unit with the report.',
    zh: '请与报告核对数值和单位。',
  };
  // In a unit that does not convert, and without any.
  expect(found(result('718-7', -2, '{unknown}', null))).toEqual({
    ...{ elements: ['value'], remedy },
    reason: {
      en: 'Haemoglobin -2 {unknown} is below nothing.',
      zh: '血红蛋白 -2 {unknown} 为负值。',
    },
  });
  expect(found(result('718-7', -2, null, null))).toMatchObject({
    reason: { en: 'Haemoglobin -2 is below nothing.', zh: '血红蛋白 -2 为负值。' },
  });
  expect(found(result('718-7', 0, '{unknown}', null))).toBeNull();
  expect(found(result('718-7', 99999, '{unknown}', null))).toBeNull();
});

test('the limits themselves can be; what lies outside of either cannot', () => {
  let tried = 0;
  for (const row of LIMIT_ROWS.trim().split('\n')) {
    const [id, least, most] = row.split('|');
    const analyte = analytes().find((one) => one.id === id);
    const code = analyte?.loinc[0];
    const unit = analyte?.unit ?? '';
    if (code === undefined || analyteOfLoinc(code)?.id !== id) continue;
    const at = (value: number) => found(result(code, value, unit, { value, unit }));
    expect([id, at(Number(least)), at(Number(most))]).toEqual([id, null, null]);
    expect([id, at(Number(least) - 1)?.elements, at(Number(most) * 1.01 + 1)?.elements]).toEqual([
      ...[id, ['value'], ['value']],
    ]);
    tried++;
  }
  expect(tried).toBeGreaterThan(30);
});

test('where two slips lead near the usual range, or no range is known, none is suggested', () => {
  for (const { id, loinc, unit, reference } of analytes()) {
    const row = LIMIT_ROWS.trim()
      .split('\n')
      .find((one) => one.startsWith(`${id}|`));
    const most = Number(row?.split('|')[2]);
    const [code] = loinc;
    if (row === undefined || code === undefined || analyteOfLoinc(code)?.id !== id) continue;
    const value = most * 1.5 + 1;
    const answer = found(result(code, value, unit, { value, unit }));
    const ranges = [reference?.male, reference?.female].filter((range) => range != null);
    const near = [10, 100, 1000, 0.1, 0.01, 0.001]
      .map((by) => value / by)
      .filter((one) =>
        ranges.some(
          ({ low, high }) => one >= (low ?? 0) / 2 && one <= (high ?? Number.POSITIVE_INFINITY) * 2,
        ),
      );
    expect([id, answer?.suggestion !== undefined]).toEqual([
      id,
      ranges.length > 0 && near.length === 1,
    ]);
    if (near.length === 1) expect(Number(answer?.suggestion)).toBeCloseTo(near[0] as number, 6);
  }
});

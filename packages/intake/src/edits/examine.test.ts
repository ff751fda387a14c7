import type { RecordOf } from '@nodp/record';
import { expect, test } from 'vitest';
import type { ReadUnit } from '../units.ts';
import type { About } from './edit.ts';
import { isHolding, judged } from './examine.ts';

const day = (date: string) => ({ date, precision: 'day' as const });
const about: About = { person: null, today: day('2026-11-29') };
const warning = { severity: 'warning', code: 'value', where: 'x', message: 'As it was read.' };
/** A result of so many grams of haemoglobin in a litre: 1455 cannot be, 140 can. */
const unit = (value: number): ReadUnit => {
  const what = { system: 'http://loinc.org', code: '718-7', display: null };
  const normal = { value, unit: 'g/L' };
  const record = {
    ...{ kind: 'observation', what },
    value: { value, comparator: null, unit: 'g/L', normal },
  };
  return {
    locate: (elements: readonly string[]) => `Observation.${elements.join('.')}`,
    reading: { outcome: 'read', records: [record as RecordOf<'observation'>], warnings: [warning] },
  } as unknown as ReadUnit;
};

test('a unit in which nothing is found is left as it was; so is one that was not read', () => {
  const good = unit(140);
  expect(judged(good, about)).toBe(good);
  const retained = { reading: { outcome: 'retained', reason: '' } } as unknown as ReadUnit;
  expect(judged(retained, about)).toBe(retained);
});

test('what cannot be is held with its finding and a warning that says what happens next, beside those of its reading', () => {
  const { reading } = judged(unit(1455), about);
  if (reading.outcome !== 'held') throw new Error(reading.outcome);
  expect(reading.records).toHaveLength(1);
  expect(reading.findings).toMatchObject([
    { edit: 'laboratory-impossible', severity: 'quarantine', record: 0 },
  ]);
  const [before, issue] = reading.warnings;
  expect(before).toEqual(warning);
  expect(issue).toMatchObject({
    ...{ severity: 'warning', code: 'business-rule', where: 'Observation.value' },
    edit: 'laboratory-impossible',
    words: {
      reason: { zh: expect.stringContaining('超出可能范围') },
      remedy: {
        en: expect.stringMatching(
          /^Compare .* The record is held until it is corrected, overruled or sent again\.$/,
        ),
        zh: expect.stringMatching(/^请与.*该记录已暂存，待修正、放行或重新上报。$/),
      },
    },
  });
  expect(issue?.message).toMatch(/^Haemoglobin 1455 .* sent again\.$/);
});

test('what somebody overruled is read, its warnings beside it; what is stored is held as when it was sent', () => {
  expect(judged(unit(1455), about, 'overruled').reading).toMatchObject({
    outcome: 'read',
    warnings: [warning, { edit: 'laboratory-impossible' }],
  });
  expect(judged(unit(1455), about, 'stored').reading.outcome).toBe('held');
});

test('a warning holds nothing; what refuses or quarantines does', () => {
  const of = (severity: 'warn' | 'quarantine' | 'refuse') =>
    isHolding({ severity } as Parameters<typeof isHolding>[0]);
  expect([of('warn'), of('quarantine'), of('refuse')]).toEqual([false, true, true]);
});

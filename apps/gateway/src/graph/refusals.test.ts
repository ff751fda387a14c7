import type { AuditRecord } from '@nodp/database';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everyone } from '../../../../tests/fixtures.ts';
import { boundedRefusals, ONE_BY_ONE } from './refusals.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const setUp = () => {
  const rows: AuditRecord[] = [];
  const refusals = boundedRefusals(
    async (event) => {
      rows.push(event);
    },
    (error) => {
      throw error;
    },
  );
  const refuse = async (times: number, principal = everyone.RESEARCHER) => {
    for (let n = 0; n < times; n++)
      await refusals.record({ principal, requestId: 'r', operation: 'PatientPage' });
  };
  return { rows, refusals, refuse };
};

test('1,200 refusals in a minute are 21 rows, and none is lost from the count', async () => {
  const { rows, refuse } = setUp();
  await refuse(1_200);
  expect(rows).toHaveLength(ONE_BY_ONE);
  await vi.advanceTimersByTimeAsync(70_000);
  expect(rows).toHaveLength(ONE_BY_ONE + 1);
  expect(rows.at(-1)).toMatchObject({
    accountId: everyone.RESEARCHER.accountId,
    action: 'refused',
    detail: { refusals: 1_200 - ONE_BY_ONE },
  });
});

test('another account, and the next minute, are recorded one by one again', async () => {
  const { rows, refuse } = setUp();
  await refuse(25);
  await refuse(2, everyone.POLICYMAKER);
  expect(rows).toHaveLength(ONE_BY_ONE + 2);
  vi.advanceTimersByTime(60_000);
  await refuse(1);
  expect(rows.filter(({ detail }) => detail !== null).map(({ detail }) => detail)).toEqual([
    { refusals: 5 },
  ]);
  expect(rows.at(-1)?.detail).toBeNull();
});

test('what was only counted is written before the platform ends', async () => {
  const { rows, refusals, refuse } = setUp();
  await refuse(30);
  await refusals.end();
  expect(rows.at(-1)?.detail).toEqual({ refusals: 10 });
});

import { expect, test } from 'vitest';
import { daysLate } from './overdue.ts';

// Half past midnight in Beijing, the evening before in UTC.
const now = new Date('2024-03-14T16:30:00Z');

test.each([
  ['booked', '2024-03-14T16:00:00Z', 0],
  ['booked', '2024-03-14T15:59:00Z', 1],
  ['booked', '2024-03-15T02:00:00Z', 0],
  ['proposed', '2024-02-15T02:00:00Z', 29],
  ['waitlist', '2024-03-25T02:00:00Z', -10],
  ['fulfilled', '2024-02-15T02:00:00Z', null],
  ['noshow', '2024-02-15T02:00:00Z', null],
  ['cancelled', '2024-02-15T02:00:00Z', null],
  ['booked', null, null],
])('%s for %s is late by %s days', (status, at, late) => {
  expect(daysLate({ status, at }, now)).toBe(late);
});

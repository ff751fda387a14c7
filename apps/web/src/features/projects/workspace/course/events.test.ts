import { expect, test } from 'vitest';
import { eventsOf, spanOf } from './events.ts';

test('lanes in their order, days as they were told, the first case at the diagnosis', () => {
  const events = eventsOf({
    rows: [
      ['end', '900', null, 'DEAD', null, null, null],
      ['treatment', '20', '140', 'SYSTEMIC', 'cisplatin', null, '1'],
      ['treatment', '-3', null, 'SURGERY', null, null, null],
      ['case', null, null, 'lung', 'STAGE_II', '8140', '1'],
      ['case', null, null, 'liver', null, null, '2'],
      ['recurrence', '300', null, 'lung', null, null, null],
      // Of no known day, and of nothing else to be drawn.
      ['biomarker', null, null, 'EGFR', 'positive', null, null],
      ['variant', null, null, 'EGFR', 'SUBSTITUTION', null, null],
    ],
  });
  expect(events.map(({ lane, source, day, until }) => [lane, source, day, until])).toEqual([
    ['case', 'case', null, null],
    ['case', 'case', 0, null],
    ['treatment', 'treatment', -3, null],
    ['treatment', 'treatment', 20, 140],
    ['variant', 'variant', null, null],
    ['outcome', 'recurrence', 300, null],
    ['end', 'end', 900, null],
  ]);
  expect(spanOf(events)).toEqual([-3, 900]);
});

test('a course of a day or of nothing has room to be drawn', () => {
  expect(spanOf([])).toEqual([0, 30]);
  expect(
    spanOf(eventsOf({ rows: [['outcome', '400', null, 'STABLE', null, null, null]] })),
  ).toEqual([0, 400]);
});

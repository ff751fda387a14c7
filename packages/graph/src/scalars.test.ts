import { expect, test } from 'vitest';
import { DateTime, PartialDate } from './scalars.ts';

test.each([
  ...[
    '2026-01-05',
    '2024-02-29T08:30:00+08:00',
    '2026-01-05T23:59',
    '2026-01-05T00:00:00.123456789Z',
  ],
])('%s is an instant', (text) => expect(DateTime.parseValue(text)).toBe(text));

test.each([
  ...['2026', '2026-02-30', '2025-02-29', '0000-01-01', '-2026-01-01', '+275760-09-13T00:00:00Z'],
  ...['2026-01-05T25:61:00Z', '2026-01-05T00:00:00+23:59', 'infinity', 'now', '', '5 January 2026'],
])('“%s” is none', (text) =>
  expect(() => DateTime.parseValue(text)).toThrow('An instant must be ISO 8601'),
);

test('a date may be known to its year or month, and is of the calendar', () => {
  expect(['2026', '2026-02', '2024-02-29'].map((text) => PartialDate.parseValue(text))).toEqual([
    ...['2026', '2026-02', '2024-02-29'],
  ]);
  for (const text of ['0000', '2026-13', '2026-02-30'])
    expect(() => PartialDate.parseValue(text)).toThrow('A date must be');
});

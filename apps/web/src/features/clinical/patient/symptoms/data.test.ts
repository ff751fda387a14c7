import { expect, test } from 'vitest';
import { gridOf, weekOf } from './data.ts';

const answer = (number: number, grade: number | null, answeredAt: string) => ({
  term: { number, name: { en: `${number}`, zh: `${number}` } },
  said: [],
  grade,
  answeredAt,
});

test('a week begins on Monday by the institutions’ clock', () => {
  expect(weekOf('2026-11-30T00:30:00+08:00')).toBe('2026-11-30');
  expect(weekOf('2026-11-29T23:30:00+08:00')).toBe('2026-11-23');
  expect(weekOf('2026-12-06T12:00:00Z')).toBe('2026-11-30');
});

test('the worst answer of a term stands for its week, and only the last weeks are shown', () => {
  const { weeks, rows } = gridOf(
    [
      {
        answers: [answer(48, 1, '2026-11-30T04:00:00Z'), answer(24, null, '2026-11-30T04:00:00Z')],
      },
      { answers: [answer(48, 3, '2026-12-01T04:00:00Z')] },
      { answers: [answer(48, 2, '2026-11-20T04:00:00Z')] },
      { answers: [answer(48, 2, '2026-01-01T04:00:00Z')] },
    ],
    2,
  );
  expect(weeks).toEqual(['2026-11-16', '2026-11-30']);
  expect(
    rows.map(({ term, weeks: of }) => [term.number, weeks.map((w) => of.get(w)?.grade)]),
  ).toEqual([
    [48, [2, 3]],
    [24, [undefined, null]],
  ]);
});

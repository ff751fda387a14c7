import { describe, expect, it } from 'vitest';
import { isRaised, slowDecline } from './course-notes.ts';

const fell = (on: string, value: number, slow: boolean) => ({
  on,
  value,
  slow,
  expected: 1,
  halfLifeDays: null,
});

describe('a slow decline', () => {
  it('is said of a value that never came within the limit', () =>
    expect(
      slowDecline({
        upperLimit: 20,
        decline: [fell('2024-04-01', 90, false), fell('2024-06-01', 60, true)],
      })?.on,
    ).toBe('2024-06-01'));

  it('is not said of a recurrence: CEA of 4.2 after the operation, 5.2 two years later', () =>
    expect(
      slowDecline({
        upperLimit: 5,
        decline: [fell('2024-01-01', 4.2, false), fell('2025-06-01', 5.2, true)],
      }),
    ).toBeUndefined());
});

describe('a raised marker', () => {
  const points = (value: number) => [
    { __typename: 'MarkerPoint' as const, on: '2024-04-01', value, below: false, judged: true },
  ];
  it.each([
    ['QUIET', 2, false],
    ['NOT_JUDGED', 1.5, false],
    ['QUIET', 6, true],
    ['ALERT', 2, true],
  ] as const)('%s at %d with a limit of 5: %s', (state, value, raised) =>
    expect(isRaised({ state, upperLimit: 5, points: points(value) })).toBe(raised),
  );
});

import { describe, expect, test } from 'vitest';
import { comparable, knownOf, nearlyWhole, type ShownArm } from './as-shown.ts';

const arm = (
  levels: readonly (number | null)[],
  persons: number | null,
  missing: number | null = 0,
): ShownArm => ({ levels, persons, missing });

describe('persons of whom a property is known', () => {
  test.each([
    ['nothing hidden: what is shown', arm([200, 100], 310, 8), 300],
    [
      'a large count hidden beside a small one: all but those not known',
      arm([200, null, null], 450, 10),
      440,
    ],
    [
      'those not known hidden, nearly everybody seen: everybody',
      arm([200, 240, null], 450, null),
      450,
    ],
    ['those not known hidden with many others: not told', arm([200, null], 450, null), null],
    ['a cohort that is hidden: not told', arm([null, null], null), null],
  ])('%s', (_, of, known) => {
    expect(knownOf(of)).toBe(known);
  });
});

test('a figure is made of a cohort of whom a twentieth or less is hidden, and of no other', () => {
  expect(nearlyWhole(arm([300, 90, null], 400))).toEqual([300, 90, 0]);
  expect(nearlyWhole(arm([300, null, null], 400))).toBeNull();
});

test('levels hidden in one cohort are compared in none, and nothing where they are many', () => {
  const first = arm([200, 190, null], 395);
  expect(comparable([first, arm([100, 290, 12], 402)])).toEqual({
    levels: [0, 1],
    counts: [
      [200, 190],
      [100, 290],
    ],
  });
  // Of the second cohort a third is of the level that is hidden in the first: as nobody there it would be a difference that is not.
  expect(comparable([first, arm([100, 150, 130], 380)])).toBeNull();
});

import { expect, test } from 'vitest';
import { personsOf } from './same-persons.ts';

test.each([
  ['nobody claims', [], []],
  ['a claim', [['a', 'b']], [['a', 'b']]],
  [
    'two institutions claim one person',
    [
      ['a', 'c'],
      ['b', 'c'],
    ],
    [
      ['a', 'c'],
      ['b', 'c'],
    ],
  ],
  [
    'a claim on who claims',
    [
      ['a', 'b'],
      ['b', 'c'],
    ],
    [
      ['a', 'c'],
      ['b', 'c'],
    ],
  ],
  [
    'two claims of one patient: the first',
    [
      ['a', 'b'],
      ['a', 'c'],
    ],
    [['a', 'b']],
  ],
  ['a claim on oneself', [['a', 'a']], []],
] as const)('%s', (_, claims, persons) => {
  expect([...personsOf(claims)].sort()).toEqual(persons);
});

test('claims in a circle end, and make one person of the two', () => {
  const persons = personsOf([
    ['a', 'b'],
    ['b', 'a'],
  ]);
  const of = (id: string) => persons.get(id) ?? id;
  expect(of('a')).toBe(of('b'));
});

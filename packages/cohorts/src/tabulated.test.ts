import { expect, test } from 'vitest';
import type { CohortDefinition } from './definition.ts';
import { tabulatedAround } from './tabulated.ts';

const lung: CohortDefinition = { site: ['lung'] };
const men: CohortDefinition = { sex: ['MALE'] };
const here: CohortDefinition = { residence: ['540000'] };
const operated: CohortDefinition = { treatment: { kind: 'SURGERY' } };

test.each<[string, CohortDefinition, CohortDefinition[][]]>([
  ['a cell itself has none around it', { all: [lung, men, here] }, []],
  [
    'those of an age left out',
    { all: [lung, men, { not: { age: { from: 43, to: 43 } } }] },
    [[lung, men]],
  ],
  ['an age that is no group', { all: [{ age: { from: 40, to: 83 } }, lung] }, [[lung]]],
  [
    'groups of ages are divisions',
    { all: [{ age: { from: 40, to: 84 } }, lung, operated] },
    [[{ age: { from: 40, to: 84 } }, lung]],
  ],
  ['treated', { all: [lung, operated] }, [[lung]]],
  [
    'each of several ways',
    { all: [here, { any: [{ all: [men, lung] }, { all: [lung, operated] }] }] },
    [
      [here, men, lung],
      [here, lung],
    ],
  ],
  ['nothing that divides a table', operated, []],
])('%s', (_, definition, around) => {
  expect(tabulatedAround(definition).map(({ all }) => all)).toEqual(around);
});

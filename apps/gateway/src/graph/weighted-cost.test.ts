import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { weightedCosts } from './weighted-cost.ts';

const schema = buildSchema(`
  scalar _Any
  type Query {
    me: Person
    people(first: Int = 50): [Person!]!
    _entities(representations: [_Any!]!): [Person]!
  }
  type Person { name: String friends(first: Int): [Person!]! labs(first: Int = 100): [Lab!]! }
  type Lab { value: Float }
`);
const cost = weightedCosts(() => schema);

test.each<[string, string, Record<string, unknown>, number]>([
  ['fields without fields cost nothing', '{ me { name } }', {}, 1],
  ['a page as long as it is by default', '{ people { name } }', {}, 50],
  ['a page as long as it is asked', '{ people(first: 200) { name } }', {}, 200],
  ['… by a variable', 'query ($n: Int) { people(first: $n) { name } }', { n: 30 }, 30],
  ['… by a variable that is not given', 'query ($n: Int) { people(first: $n) { name } }', {}, 50],
  ['pages within pages', '{ people(first: 10) { labs(first: 20) { value } } }', {}, 10 * 21],
  [
    'pages within pages within pages',
    '{ people(first: 200) { friends(first: 200) { labs { value } } } }',
    {},
    200 * (1 + 200 * 101),
  ],
  [
    'a fragment in every place it stands',
    '{ a: people(first: 5) { ...f } b: people(first: 7) { ...f } } fragment f on Person { labs(first: 9) { value } }',
    {},
    12 * 10,
  ],
  ['aliases each', '{ a: people(first: 5) { name } b: people(first: 5) { name } }', {}, 10],
  [
    'entities as many as are asked for',
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { labs { value } } } }',
    { r: [1, 2, 3] },
    3 * 101,
  ],
  ['fewer than none are one', '{ people(first: -5) { name } }', {}, 1],
])('%s', (_, query, variables, expected) => {
  expect(cost('any', parse(query), variables)).toBe(expected);
});

test('fragments within fragments are summed in no time', () => {
  const fragments = Array.from(
    { length: 60 },
    (_, i) =>
      `fragment f${i} on Person { a: friends(first: 1) { ...f${i + 1} } b: friends(first: 1) { ...f${i + 1} } }`,
  );
  const document = `{ me { ...f0 } } ${fragments.join(' ')} fragment f60 on Person { name }`;
  expect(cost('any', parse(document))).toBe(2 ** 61 - 1);
});

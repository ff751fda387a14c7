import { buildSchema, executeSync, parse, print, validate } from 'graphql';
import { expect, test } from 'vitest';
import { withoutFragments } from './without-fragments.ts';

const schema = buildSchema(`
  type Label { en: String zh: String }
  interface Named { name: Label }
  type Patient implements Named { id: ID name: Label age(at: Int): Int friends: [Patient] }
  union Found = Patient | Label
  type Query { patient: Patient found: [Found] }
`);
const label = { __typename: 'Label', en: 'Lin', zh: '林' };
const friend = { __typename: 'Patient', id: '2', name: label, age: 4, friends: [] };
const patient = { __typename: 'Patient', id: '1', name: label, age: 63, friends: [friend, null] };
const answer = (text: string, variables = {}) => {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const rootValue = { patient, found: [patient, label] };
  return executeSync({ schema, document, rootValue, variableValues: variables });
};
const opened = (text: string) => print(withoutFragments(parse(text), schema));

test('what a fragment asks for stands in its place, once', () => {
  expect(
    opened(`
      query P { patient { ...Head name { en } friends { ...Head } } }
      fragment Head on Patient { id name { ...Words } }
      fragment Words on Label { zh en }`),
  ).toBe(
    'query P {\n  patient {\n    id\n    name {\n      zh\n      en\n    }\n    friends {\n      id\n      name {\n        zh\n        en\n      }\n    }\n  }\n}',
  );
});

test.each([
  'query P { patient { ...A ...B friends { ...B } } } fragment A on Patient { id name { en } } fragment B on Patient { id old: age(at: 90) name { zh } }',
  'query P { patient { ...A } found { __typename ...A ... on Label { zh } } } fragment A on Patient { id ...N } fragment N on Named { name { en zh } }',
  'query P($all: Boolean!) { patient { id ...A @include(if: $all) name { en } age @skip(if: $all) } } fragment A on Patient { name { zh } age }',
])('the answer is the same: %s', (text) => {
  for (const all of [true, false]) {
    const { data, errors } = answer(opened(text), { all });
    expect(errors).toBeUndefined();
    expect(data).toEqual(answer(text, { all }).data);
  }
  expect(opened(text)).not.toContain('fragment ');
});

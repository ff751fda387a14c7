import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grantOf, isClientScope, narrowed } from './client-scopes.ts';

test.each([
  ['system/Patient.rs', { reads: ['Patient'], writes: false }],
  ['system/*.rs', { reads: ['*'], writes: false }],
  ['system/*.cu', { reads: [], writes: true }],
  ['system/*.cruds', { reads: ['*'], writes: true }],
  ['system/Observation.read', { reads: ['Observation'], writes: false }],
  ['system/Observation.r', { reads: [], writes: false }],
  ['system/Observation.cu', { reads: [], writes: false }],
  ['system/*.', { reads: [], writes: false }],
  ['user/Patient.rs', { reads: [], writes: false }],
  ['patient/*.rs', { reads: [], writes: false }],
  ['system/Patient.rs?name=x', { reads: [], writes: false }],
  ['openid', { reads: [], writes: false }],
])('%s', (scope, expected) => expect(grantOf([scope])).toEqual(expected));

test('scopes that clients are given are said in one form', () => {
  expect(['system/*.rs', 'system/Patient.rs', 'system/*.cu'].map(isClientScope)).toEqual([
    true,
    true,
    true,
  ]);
  expect(['system/*.read', 'system/Patient.cu', 'system/*.cruds', 'x'].map(isClientScope)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

const scope = fc.constantFrom(
  ...['*', 'Patient', 'Observation', 'Condition'].flatMap((type) =>
    ['rs', 'cu', 'cruds', 'read', 'write', '*', 'r', ''].map(
      (letters) => `system/${type}.${letters}`,
    ),
  ),
  'user/*.rs',
  'openid',
);

test('whatever is asked, nobody gets more than was given', () => {
  fc.assert(
    fc.property(fc.array(scope), fc.array(scope), (given, asked) => {
      const has = grantOf(given);
      const gets = grantOf(narrowed(given, asked));
      expect(gets.writes && !has.writes).toBe(false);
      for (const type of gets.reads)
        expect(has.reads.includes('*') || has.reads.includes(type)).toBe(true);
      expect(narrowed(given, narrowed(given, asked))).toEqual(narrowed(given, asked));
    }),
  );
});

import { expect, test } from 'vitest';
import { sexOf } from './persons.ts';

test.each([
  ['1', 'male'],
  ['2', 'female'],
  ['0', 'unknown'],
  ['9', 'unknown'],
  ['O', 'other'],
])('sex %s is %s', (code, sex) => {
  expect(sexOf(code)).toBe(sex);
});

import { expect, test } from 'vitest';
import { percent } from './percent.ts';

test.each([
  [0.5, '50 %'],
  [0.0731, '7.3 %'],
  [0.99871, '99.87 %'],
  [0.99999, '> 99.99 %'],
  [1, '> 99.99 %'],
  [0.0001, '< 0.1 %'],
])('%d reads %s', (probability, words) => {
  expect(percent(probability)).toBe(words);
});

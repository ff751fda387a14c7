import { expect, test } from 'vitest';
import { DEEPEST, isNestedTooDeeply } from './nesting.ts';

const nested = (levels: number, [open, close]: string = '[]') =>
  `${open}`.repeat(levels) + `${close}`.repeat(levels);

test('as deep as FHIR goes and deeper is taken, what no stack could walk is not', () => {
  expect(isNestedTooDeeply(nested(DEEPEST))).toBe(false);
  expect(isNestedTooDeeply(nested(DEEPEST + 1))).toBe(true);
  expect(isNestedTooDeeply(`{"a":${nested(DEEPEST)}}`)).toBe(true);
  expect(isNestedTooDeeply('{"a":'.repeat(5_000))).toBe(true);
});

test('lists side by side, and brackets in text, are no depth', () => {
  expect(isNestedTooDeeply(`[${'[],'.repeat(1_000)}[]]`)).toBe(false);
  expect(isNestedTooDeeply(JSON.stringify({ text: `"\\${'['.repeat(1_000)}` }))).toBe(false);
});

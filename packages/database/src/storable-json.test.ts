import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storableJson } from './storable-json.ts';

test.each([
  ['a\u0000b', 'a\ufffdb'],
  ['a\ud83d', 'a\ufffd'],
  ['\udca9\ud83d', '\ufffd\ufffd'],
  ['\\u0000 \\\\ud83d', '\\u0000 \\\\ud83d'],
  ['\\\u0000', '\\\ufffd'],
  ['\u0001\u001b', '\u0001\u001b'],
  ['💩', '💩'],
])('%j is kept as %j', (sent, kept) => {
  expect(JSON.parse(storableJson({ [sent]: [sent] }))).toEqual({ [kept]: [kept] });
});

const parts = [
  '\\',
  'u',
  '0',
  'd',
  '\\u0000',
  '\\ud83d',
  '\0',
  '\ud83d',
  '\udca9',
  '"',
  '💩',
  '\n',
];

test('any text is kept but for what no text can hold', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts)), (some) => {
      const text = some.join('');
      expect(JSON.parse(storableJson(text))).toBe(text.toWellFormed().replaceAll('\0', '\ufffd'));
    }),
  );
});

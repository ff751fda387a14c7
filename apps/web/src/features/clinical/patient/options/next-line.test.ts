import { expect, test } from 'vitest';
import { nextLine } from './next-line.ts';

const given = (...lines: (number | null)[]) =>
  lines.map((line, i) => ({ id: String(i), kind: 'SYSTEMIC' as const, line }));

test.each([
  ['no systemic treatment', [], 'first'],
  ['an operation alone', [{ id: '1', kind: 'SURGERY' as const, line: null }], 'first'],
  ['a first line', given(1, 1), 'second'],
  ['a second line', given(1, 2), 'later'],
  ['a fifth line', given(5), 'later'],
  ['systemic treatment of which no line was said', given(null), 'any'],
  ['one line said, another not', given(null, 1), 'second'],
])('%s', (_, treatments, line) => {
  expect(nextLine(treatments)).toBe(line);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from './lines.ts';

async function* chunks(...parts: string[]): AsyncGenerator<string> {
  yield* parts;
}
const read = async (most: number, ...parts: string[]) => {
  const lines: (string | null)[] = [];
  for await (const line of linesOf(chunks(...parts), most)) lines.push(line);
  return lines;
};

test('lines wherever the chunks part them, the last without an end', async () => {
  expect(await read(100, 'a\nb', 'c\r\n\n', 'd')).toEqual(['a', 'bc', '', 'd']);
  expect(await read(100, 'a\n')).toEqual(['a']);
  expect(await read(100)).toEqual([]);
});

test('a line that is too long is told by its place, and the next is read', async () => {
  expect(await read(3, 'abcd\nabc\n', 'x'.repeat(10), 'y\nz')).toEqual([null, 'abc', null, 'z']);
});

test('however the text is parted, the lines are the same', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.stringMatching(/^[ab\n]{0,5}$/)), async (parts) => {
      const text = parts.join('');
      const lines = text.split('\n');
      if (lines.at(-1) === '') lines.pop();
      expect(await read(3, ...parts)).toEqual(lines.map((line) => (line.length > 3 ? null : line)));
    }),
  ));

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { delimiterOf, type FileRow, rowOf, rowReader, rowsIn } from './records.ts';

const read = (text: string) =>
  rowsIn(text, ',').map((row) => [row.line, 'fault' in row ? row.fault : row.cells]);

test('cells as RFC 4180 has them: quoted commas, marks and line ends', () => {
  expect(read('a,b\r\n"x\r\ny","1,5"\n"say ""so""",\n')).toEqual([
    [1, ['a', 'b']],
    [2, ['x\r\ny', '1,5']],
    [4, ['say "so"', '']],
  ]);
});

test('a row that is wrong takes no other with it', () => {
  expect(read('a,b\n1,q"z\n2,"u"v\n3,4\n5,"never closed\n6,7\n\n,\n8,9')).toEqual([
    [1, ['a', 'b']],
    [2, 'quote-in-cell'],
    [3, 'text-after-quote'],
    [4, ['3', '4']],
    [5, 'quote-not-closed'],
    [6, ['6', '7']],
    [9, ['8', '9']],
  ]);
});

test('an endless row is passed over', () => {
  const reader = rowReader(',', 10);
  const rows = [
    ...reader.push('1,2\n'),
    ...reader.push('x'.repeat(20)),
    ...reader.push('x\n3,4\n'),
    ...reader.end(),
  ];
  expect(rows.map((row) => ('fault' in row ? row.fault : row.cells[0]))).toEqual([
    '1',
    'too-long',
    'x',
    '3',
  ]);
});

test('what parts the cells is told by the header', () => {
  expect(['a,b;c,d', 'a\tb', 'a;b;c'].map(delimiterOf)).toEqual([',', '\t', ';']);
});

const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r\n', '\n', '王', ' ', ';') });
const cells = fc
  .array(cell, { minLength: 2, maxLength: 4 })
  .filter((row) => row.some((c) => c.trim() !== ''));

test('every row that is written is read, however the text is parted', () => {
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 5 }), fc.array(fc.nat(80)), (rows, cuts) => {
      const text = rows.map(rowOf).join('');
      const at = [0, ...cuts.filter((c) => c < text.length).sort((a, b) => a - b), text.length];
      const reader = rowReader(',');
      const found: FileRow[] = at.slice(1).flatMap((to, i) => reader.push(text.slice(at[i], to)));
      expect([...found, ...reader.end()].map((row) => 'cells' in row && row.cells)).toEqual(rows);
    }),
  );
});

test('whatever stands in a file, every line of it is in one row at most, and rows come in order', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n') });
  fc.assert(
    fc.property(text, (t) => {
      const lines = rowsIn(t, ',').map(({ line }) => line);
      expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
    }),
  );
});

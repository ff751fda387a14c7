import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileOf, filesBefore, filesBetween } from './log-files.ts';

const MIB = 2 ** 20;

// As pg_walfile_name() of PostgreSQL 18 answers.
test.each([
  [1, '0/3000028', 16 * MIB, '000000010000000000000003'],
  [1, '0/3000028', 4 * MIB, '00000001000000000000000C'],
  [2, '1/0', 16 * MIB, '000000020000000100000000'],
  [1, 'A/FFFFFFFF', 16 * MIB, '000000010000000A000000FF'],
  [1, 'A/FFFFFFFF', 4 * MIB, '000000010000000A000003FF'],
  [16, '0/0', 1 * MIB, '000000100000000000000000'],
])('on timeline %i, %s of files of %i bytes is in %s', (timeline, lsn, segment, file) => {
  expect(fileOf(timeline, lsn, segment)).toBe(file);
});

test('files from one to another pass over into the next 4 GiB', () => {
  expect(filesBetween('0000000100000000000003FE', '000000010000000100000001', 4 * MIB)).toEqual([
    '0000000100000000000003FE',
    '0000000100000000000003FF',
    '000000010000000100000000',
    '000000010000000100000001',
  ]);
});

test('the files between two places are those of every place between them', () => {
  const at = fc.bigInt({ min: 0n, max: 0x20_0000_0000n });
  const lsn = (n: bigint) => `${(n >> 32n).toString(16)}/${(n & 0xffff_ffffn).toString(16)}`;
  fc.assert(
    fc.property(
      at,
      fc.integer({ min: 0, max: 40 * MIB }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (from, more, part) => {
        const end = from + BigInt(more);
        const within = from + BigInt(Math.floor(more * part));
        const files = filesBetween(
          fileOf(1, lsn(from), 4 * MIB),
          fileOf(1, lsn(end), 4 * MIB),
          4 * MIB,
        );
        expect(files).toContain(fileOf(1, lsn(within), 4 * MIB));
        expect(files).toEqual([...new Set(files)].sort());
      },
    ),
  );
});

test('what lies before the oldest backup is not needed; histories and what follows stay', () => {
  const archived = [
    '000000010000000000000002',
    '000000010000000000000003',
    '000000010000000000000003.00000028.backup',
    '000000010000000000000004',
    '00000002.history',
  ];
  expect(filesBefore(archived, '000000010000000000000003')).toEqual(['000000010000000000000002']);
});

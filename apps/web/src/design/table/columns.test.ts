import { expect, test } from 'vitest';
import { saidOf } from './columns.ts';

const columns = [
  { header: 'Lesion', cell: ({ name }: { name: string; mm: number | null }) => name },
  { header: 'mm', cell: ({ mm }: { mm: number | null }) => mm },
];

test('a stacked row has what it says under its headings, nought too, and nothing of what it does not say', () => {
  expect(saidOf(columns, { name: 'T1', mm: 0 })).toEqual([
    { header: 'Lesion', said: 'T1' },
    { header: 'mm', said: 0 },
  ]);
  expect(saidOf(columns, { name: 'T1', mm: null })).toEqual([{ header: 'Lesion', said: 'T1' }]);
  expect(saidOf(columns, { name: '—', mm: null })).toEqual([]);
});

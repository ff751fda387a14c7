import { expect, it } from 'vitest';
import { roomForHeadings } from './heading-width.ts';

it('a column is as wide as its heading, with room for the sign of its order', () => {
  const widthOf = (words: string) => 10 * words.length;
  const columns = [
    { header: 'Unchanged', width: '90px' },
    { header: 'New', width: '90px' },
    { header: 'Unchanged', width: 'minmax(60px, 2fr)', order: () => 0 },
    { header: 'Unchanged', width: '1fr' },
    { header: '癌种', width: '30px', unordered: 'sealed' },
  ];
  expect(roomForHeadings(columns, widthOf).map(({ width }) => width)).toEqual([
    '111px',
    '90px',
    'minmax(129px, 2fr)',
    '1fr',
    '59px',
  ]);
});

import { createElement, Fragment, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { saysNothing, withoutEmpty } from './empty.ts';

const Words = () => null;

describe('a cell says nothing', () => {
  it.each<[ReactNode]>([
    [null],
    [undefined],
    [''],
    ['—'],
    [false],
    [createElement('span', { title: '' }, '—')],
    [['', null]],
  ])('%j', (node) => expect(saysNothing(node)).toBe(true));

  it.each<[ReactNode]>([
    [0],
    ['0'],
    ['a'],
    [createElement('code', null, '0')],
    [createElement('img', { alt: 'a picture' })],
    // What it draws is not known before it is drawn.
    [createElement(Words, { key: 'words' })],
    [createElement(Fragment, null, '—')],
    [['—', 'a']],
  ])('but not with %j', (node) => expect(saysNothing(node)).toBe(false));
});

describe('columns that say nothing in any row', () => {
  type Row = { name: string | null; note: string | null; count: number };
  const columns = [
    { id: 'name', cell: (row: Row) => row.name },
    { id: 'note', cell: (row: Row) => row.note ?? '—' },
    { id: 'count', cell: (row: Row) => row.count },
  ];
  const idsOf = (rows: Row[]) => withoutEmpty(columns, rows).map(({ id }) => id);

  it('are left out until one row says something; noughts do', () => {
    const silent = { name: 'a', note: null, count: 0 };
    expect(idsOf([silent, silent])).toEqual(['name', 'count']);
    expect(idsOf([silent, { ...silent, note: 'b' }])).toEqual(['name', 'note', 'count']);
  });
  it('stay where there is no row, and the first always', () => {
    expect(idsOf([])).toEqual(['name', 'note', 'count']);
    expect(idsOf([{ name: null, note: null, count: 1 }])).toEqual(['name', 'count']);
  });
});

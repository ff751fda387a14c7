import { expect, test } from 'vitest';
import { countStatement, isWhole, rowsStatement } from './statement-of.ts';

const columns = [
  { name: 'stage', type: 'text' },
  { name: 'survival_days', type: 'integer' },
  { name: 'died', type: 'boolean' },
];

test('rows are asked in one order, a page and one more', () => {
  expect(rowsStatement({ table: 'cases', filters: [] }, columns, { sort: null, page: 0 })).toBe(
    'select "person_key", "stage", "survival_days", "died" from "cases" order by all limit 51 offset 0',
  );
  expect(
    rowsStatement(
      {
        table: 'cases',
        filters: [
          { column: 'stage', comparison: '=', value: "I'" },
          { column: 'survival_days', comparison: '>=', value: '365' },
          { column: 'died', comparison: 'is not null', value: '' },
        ],
      },
      columns,
      { sort: { column: 'survival_days', desc: true }, page: 2 },
    ),
  ).toBe(
    `select "person_key", "stage", "survival_days", "died" from "cases" where "stage" = 'I''' and "survival_days" >= 365 and "died" is not null order by "survival_days" desc nulls last, "person_key", "stage", "died" limit 51 offset 100`,
  );
});

test('a filter that is not finished, or of another type, is not asked', () => {
  const filters = [
    { column: 'survival_days', comparison: '=', value: '1; drop table cases' },
    { column: 'stage', comparison: '=', value: ' ' },
    { column: 'nothing', comparison: '=', value: '1' },
  ] as const;
  expect(countStatement({ table: 'cases', filters }, columns, 'stage')).toBe(
    'select "stage", count(distinct person_key) as persons from "cases" group by "stage"',
  );
  expect(isWhole(filters[0], { name: 'survival_days', type: 'integer' })).toBe(false);
  expect(isWhole({ ...filters[1], value: 'II' }, { name: 'stage', type: 'text' })).toBe(true);
});

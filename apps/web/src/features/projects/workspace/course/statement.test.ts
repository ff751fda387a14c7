import { expect, test } from 'vitest';
import { courseStatement } from './statement.ts';

const column = (name: string, rows = true) => ({
  ...{ name, rows, counts: true, type: 'text' },
  description: { en: name, zh: name },
});
const table = (name: string, columns: readonly string[], rows = true) => ({
  name,
  columns: columns.map((one) => column(one, rows)),
});
const key = '0123456789abcdef';

test('what was granted as rows is asked for, with days where they were', () => {
  expect(courseStatement([table('treatments', ['kind', 'start_days'])], key)).toBe(
    `select 'treatment' as source, cast(start_days as integer) as day, cast(null as integer) as until_day, cast(kind as varchar) as a, cast(null as varchar) as b, cast(null as varchar) as c, cast(null as varchar) as d from treatments where person_key = '${key}' order by all`,
  );
  expect(courseStatement([table('cases', ['site_group', 'stage'])], key)).toContain(
    'cast(stage as varchar) as b',
  );
});

test('of what was granted for counts, without its days, or of no person there is no course', () => {
  expect(courseStatement([table('treatments', ['kind', 'start_days'], false)], key)).toBeNull();
  expect(courseStatement([table('treatments', ['kind'])], key)).toBeNull();
  expect(courseStatement([table('cases', ['stage'])], `x' or 1 = 1 --`)).toBeNull();
});

test('the end is told once, of the first case alone, and the longest statement may be asked', () => {
  const all = [
    table('persons', ['vital_status', 'followup_days']),
    table('cases', [
      ...['site_group', 'stage', 'histology', 'case_number', 'survival_days', 'died'],
      'recurrence_days',
    ]),
    table('treatments', ['kind', 'drug', 'regimen', 'line', 'start_days', 'duration_days']),
    table('biomarkers', ['biomarker', 'finding', 'value', 'unit', 'tested_days']),
    table('variants', ['gene', 'result', 'kind']),
    table('outcomes', ['trend', 'assessed_days']),
    table('laboratory', [
      'analyte',
      'unit',
      'first_value',
      'last_value',
      'first_days',
      'last_days',
    ]),
  ];
  const sql = courseStatement(all, key) ?? '';
  expect(sql.match(/'end' as source/g)).toHaveLength(1);
  expect(sql).toContain("'recurrence' as source");
  expect(sql.length).toBeLessThanOrEqual(4000);
  expect(courseStatement(all.slice(1), key)).toContain(
    `from cases where person_key = '${key}' and case_number = 1`,
  );
});

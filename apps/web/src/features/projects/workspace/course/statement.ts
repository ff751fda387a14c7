import type { WorkspaceTable } from '../queries.ts';

/** What a part of a course is read from: columns of a table as `day`, `until` and four words. */
interface Part {
  readonly source: string;
  readonly table: string;
  /** Without these the part says nothing. */
  readonly needs: readonly string[];
  readonly day?: string;
  readonly until?: string;
  readonly words: readonly [string, string?, string?, string?];
  /** SQL that rows have to meet, of columns that it names. */
  readonly where?: { readonly sql: string; readonly needs: readonly string[] };
}

/** Only of a person's first case is the diagnosis the day that days are counted from. */
const FIRST = { sql: 'case_number = 1', needs: ['case_number'] };

const PARTS: readonly Part[] = [
  {
    ...{ source: 'case', table: 'cases', needs: [] },
    words: ['site_group', 'stage', 'histology', 'case_number'],
  },
  {
    ...{ source: 'recurrence', table: 'cases', needs: ['recurrence_days', 'case_number'] },
    ...{ day: 'recurrence_days', words: ['site_group'], where: FIRST },
  },
  {
    ...{ source: 'treatment', table: 'treatments', needs: ['start_days'] },
    ...{ day: 'start_days', until: 'start_days + duration_days' },
    words: ['kind', 'drug', 'regimen', 'line'],
  },
  {
    ...{ source: 'biomarker', table: 'biomarkers', needs: ['biomarker', 'tested_days'] },
    ...{ day: 'tested_days', words: ['biomarker', 'finding', 'value', 'unit'] },
  },
  {
    ...{ source: 'variant', table: 'variants', needs: ['gene', 'result'] },
    ...{ words: ['gene', 'kind'], where: { sql: `result = 'FOUND'`, needs: ['result'] } },
  },
  {
    ...{ source: 'laboratory', table: 'laboratory', needs: ['analyte', 'first_days'] },
    ...{ day: 'first_days', until: 'last_days' },
    words: ['analyte', 'first_value', 'last_value', 'unit'],
  },
  {
    ...{ source: 'outcome', table: 'outcomes', needs: ['trend', 'assessed_days'] },
    ...{ day: 'assessed_days', words: ['trend'] },
  },
  {
    ...{ source: 'end', table: 'persons', needs: ['followup_days'] },
    ...{ day: 'followup_days', words: ['vital_status'] },
  },
  {
    ...{ source: 'end', table: 'cases', needs: ['survival_days', 'case_number'] },
    ...{ day: 'survival_days', words: ['died'], where: FIRST },
  },
];

/** Keys of persons in a workspace. */
const KEY = /^[0-9a-f]{16}$/;

const columnsIn = (sql: string): string[] => sql.match(/[a-z_]+/g) ?? [];

/**
 * A SELECT of everything of one person that was granted as rows, with its days from the first diagnosis; null where nothing of it was, or
 * the key is none.
 */
export const courseStatement = (
  tables: readonly Pick<WorkspaceTable, 'name' | 'columns'>[],
  key: string,
): string | null => {
  if (!KEY.test(key)) return null;
  const granted = new Map(
    tables.map(({ name, columns }) => [
      name,
      new Set(columns.filter(({ rows }) => rows).map((column) => column.name)),
    ]),
  );
  const isSeen = (table: string, columns: readonly string[]): boolean =>
    columns.every((column) => granted.get(table)?.has(column));
  const asked = PARTS.filter(
    ({ table, needs, words, where }, at) =>
      isSeen(table, [...needs, ...(where?.needs ?? [])]) &&
      words.some((word) => word !== undefined && isSeen(table, [word])) &&
      // The end is told once.
      !PARTS.slice(0, at).some(
        (former) =>
          former.source === 'end' &&
          PARTS[at]?.source === 'end' &&
          isSeen(former.table, former.needs),
      ),
  );
  if (asked.length === 0) return null;
  const selects = asked.map(({ source, table, day, until, words, where }) => {
    const days = [day, until].map((sql) =>
      sql !== undefined && isSeen(table, columnsIn(sql))
        ? `cast(${sql} as integer)`
        : 'cast(null as integer)',
    );
    const told = [0, 1, 2, 3].map((i) => {
      const word = words[i];
      return word !== undefined && isSeen(table, [word])
        ? `cast(${word} as varchar)`
        : 'cast(null as varchar)';
    });
    const named = ['day', 'until_day', 'a', 'b', 'c', 'd'];
    const selected = [...days, ...told].map((sql, i) => `${sql} as ${named[i]}`);
    return `select '${source}' as source, ${selected.join(', ')} from ${table} where person_key = '${key}'${where ? ` and ${where.sql}` : ''}`;
  });
  return `${selects.join(' union all ')} order by all`;
};

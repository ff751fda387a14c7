import { csvMapping } from '@nodp/intake';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { databaseBefore } from './older-database.ts';

const institution = '01900000-0000-7000-8000-000000000001';
const removed = '01900000-0000-7000-8000-00000000000a';
const saved = '01900000-0000-7000-8000-00000000000b';

const definition = (kind: string) => ({
  name: 'reports',
  header: ['MRN', 'TEXT'],
  kinds: [
    { kind: 'patient', columns: { patient: { column: 'MRN' } } },
    { kind, columns: { patient: { column: 'MRN' } }, repeats: true },
  ],
});

test('rows that a mapping of the version before kept are retained under the word of today', async () => {
  await using database = await databaseBefore('retained-rows', 'basic');
  const { sql } = database;
  await sql`insert into basic.csv_mapping (id, institution_id, name, version, definition, made_by) values
    (${saved}, ${institution}, 'reports', 1, ${sql.json(definition('kept'))}, 'a'),
    (${removed}, ${institution}, 'reports', 2, null, 'a')`;
  await database.migrate();
  const rows = await sql<{ definition: unknown }[]>`
    select definition from basic.csv_mapping order by version`;
  expect(rows.map((row) => row.definition)).toEqual([definition('retained'), null]);
  expect(v.is(csvMapping, rows[0]?.definition)).toBe(true);
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testDatabase } from '@nodp/database/testing';
import { csvMapping, mappingIssue } from '@nodp/intake';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { clinicalIntake } from '../apps/gateway/src/fhir/index.ts';
import { hospitals, identityKey } from './fixtures.ts';

const institution = hospitals.here;
const saved = '01900000-0000-7000-8000-00000000000b';
const removed = '01900000-0000-7000-8000-00000000000c';

const migration = join(
  import.meta.dirname,
  '../packages/database/migrations/0039_retained-rows.sql',
);

const definition = (kind: string) => ({
  name: 'reports',
  header: ['MRN', 'TEXT'],
  kinds: [
    { kind: 'patient', columns: { patient_id: { from: ['MRN'] } }, without: ['name', 'sex'] },
    { kind, columns: { patient_id: { from: ['MRN'] } }, repeats: true },
  ],
});

test('rows that a mapping of a version before kept are retained under the word of today', async () => {
  const database = await testDatabase();
  const sql = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`insert into basic.csv_mapping (id, institution_id, name, version, definition, made_by) values
      (${saved}, ${institution}, 'reports', 1, ${sql.json(definition('kept'))}, 'a'),
      (${removed}, ${institution}, 'reports', 2, null, 'a')`;
    // The migration changes values alone, so that it may be asked of the tables of today.
    await sql.unsafe(await readFile(migration, 'utf8'));
    const rows = await sql<{ definition: unknown }[]>`
      select definition from basic.csv_mapping order by version`;
    expect(rows.map((row) => row.definition)).toEqual([definition('retained'), null]);
    // A mapping is checked whole where it is saved: what the migration left is one of today, what was before is none.
    const { csv } = clinicalIntake(identityKey);
    const read = await csvMapping['~standard'].validate(rows[0]?.definition);
    if (read.issues !== undefined) throw new Error(read.issues[0]?.message);
    expect(mappingIssue(read.value, csv)).toBeNull();
    expect(mappingIssue(definition('kept'), csv)?.reason.en).toContain('“kept”');
  } finally {
    await sql.end();
    await database.end();
  }
});

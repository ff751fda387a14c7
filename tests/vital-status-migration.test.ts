import { expect, test } from 'vitest';
import { databaseBefore } from './older-database.ts';

test('deaths known before their reports had rows stand as statements of the institution that sent them', async () => {
  await using db = await databaseBefore('vital-status-reports');
  const { sql } = db;
  const [here, a, b, c] = Array.from({ length: 4 }, () => crypto.randomUUID()) as [
    string,
    string,
    string,
    string,
  ];
  const insert = (id: string, more: object) =>
    sql`insert into patients.patient ${sql({
      patient_id: id,
      institution_id: here,
      sex: 'FEMALE',
      submission_id: here,
      content_hash: 'x',
      vital_status: 'UNKNOWN',
      ...more,
    })}`;
  await insert(a, {
    vital_status: 'DEAD',
    died_on: '2020-05-01',
    died_precision: 'day',
    cause_of_death_code: 'C34.9',
  });
  await insert(b, { vital_status: 'ALIVE', last_contact_on: '2021-01-01' });
  await insert(c, {});
  await sql`insert into patients.patient_source (institution_id, source_id, patient_id) values (${here}, 'key', ${a})`;

  await db.migrate();
  const rows =
    await sql`select patient_id, source_type, source_id, vital_status, died_on::text, cause_code
      from patients.vital_status_report order by source_type`;
  expect([...rows]).toEqual([
    {
      patient_id: a,
      source_type: 'Observation',
      source_id: 'unknown',
      vital_status: 'DEAD',
      died_on: null,
      cause_code: 'C34.9',
    },
    {
      patient_id: a,
      source_type: 'Patient',
      source_id: 'key',
      vital_status: 'DEAD',
      died_on: '2020-05-01',
      cause_code: null,
    },
  ]);
});

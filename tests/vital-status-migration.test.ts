import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@nodp/database';
import postgres from 'postgres';
import { expect, inject, test } from 'vitest';
import { migrations } from '../apps/gateway/src/registry.ts';

const before = 'vital-status-reports';

/** The migrations as they were before vital status had rows of its own. */
const asBefore = async (folder: string): Promise<string> => {
  const old = await mkdtemp(join(tmpdir(), 'nodp-migrations-'));
  await cp(folder, join(old, 'migrations'), { recursive: true });
  const file = join(old, 'migrations/meta/_journal.json');
  const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: { tag: string }[] };
  const end = journal.entries.findIndex(({ tag }) => tag.includes(before));
  expect(end).toBeGreaterThan(0);
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
  return old;
};

test('deaths known before their reports had rows stand as statements of the institution that sent them', async () => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const adminUrl = inject('adminUrl');
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const sql = postgres(url.href, { max: 1, onnotice: () => {} });
  const patients = migrations.find(({ schema }) => schema === 'patients');
  const old = await asBefore(patients?.folder ?? '');
  try {
    await migrate(
      url.href,
      migrations.map((m) =>
        m.schema === 'patients' ? { ...m, folder: join(old, 'migrations') } : m,
      ),
    );
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

    await migrate(url.href, migrations);
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
  } finally {
    await sql.end();
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
    await rm(old, { recursive: true, force: true });
  }
});

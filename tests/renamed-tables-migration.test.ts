import { expect, test } from 'vitest';
import { databaseBefore } from './older-database.ts';

const institution = '01900000-0000-7000-8000-000000000001';
const patient = '01900000-0000-7000-8000-00000000000a';
const id = '01900000-0000-7000-8000-00000000000b';

test('what a version before stored and triggered under its own names is there under those of today', async () => {
  await using database = await databaseBefore('rechecks');
  const { sql } = database;
  await sql`insert into patients.task_look (patient_id, look_on) values (${patient}, '2026-03-01')`;
  await sql`insert into patients.indicator_look (patient_id, look_on) values (${patient}, '2026-04-01')`;
  // As the migrations of the first versions left every table of records.
  await sql`drop trigger previous_version_of_corrected on patients.encounter`;
  await sql`drop trigger previous_version_of_withdrawn on patients.encounter`;
  await sql`create trigger keep_former_of_corrected after update on patients.encounter for each row
    when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former()`;
  await sql`create trigger keep_former_of_withdrawn after delete on patients.encounter for each row
    execute function basic.keep_former()`;
  await database.migrate();
  const [rechecks] = await sql`select
    (select recheck_on::text from patients.task_recheck where patient_id = ${patient}) as tasks,
    (select recheck_on::text from patients.indicator_recheck where patient_id = ${patient}) as indicators`;
  expect(rechecks).toEqual({ tasks: '2026-03-01', indicators: '2026-04-01' });
  const old =
    await sql`select tgrelid::regclass::text from pg_trigger where tgname like 'keep\\_former%'`;
  expect(old).toEqual([]);
  // A row that is corrected and then withdrawn retains each of its two versions once.
  await sql`insert into patients.encounter (patient_id, id, institution_id, source_type, source_id, content_hash, submission_id, class)
    values (${patient}, ${id}, ${institution}, 'Encounter', 'e1', 'a', ${id}, 'AMB')`;
  await sql`update patients.encounter set content_hash = 'b', class = 'IMP' where id = ${id}`;
  await sql`update patients.encounter set recorded_at = now() where id = ${id}`;
  await sql`delete from patients.encounter where id = ${id}`;
  expect(
    await sql`select table_name, content ->> 'class' as class from basic.previous_version order by content ->> 'content_hash'`,
  ).toEqual([
    { table_name: 'patients.encounter', class: 'AMB' },
    { table_name: 'patients.encounter', class: 'IMP' },
  ]);
});

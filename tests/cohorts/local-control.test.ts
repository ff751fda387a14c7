import { askerOf, principalOf } from '@nodp/graph/testing';
import { research } from '@nodp/subgraph-research';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { elsewhere, manager, type Setting, setUp } from './setting.ts';

let setting: Setting;
/** Patients with lung cancer and a course of radiotherapy whose hospital examined a lesion after it: with and without a failure. */
let followed: { failed: number; controlled: number };

beforeAll(async () => {
  setting = await setUp();
  const sql = postgres(setting.db.ownerUrl, { max: 1 });
  // Each patient with lung cancer gets an irradiated lesion of 30 mm; of every second one who is followed so long it has grown to
  // 40 mm 100 days after the last fraction.
  await sql`create temp table course as
    select v.patient_id, v.institution_id, min(v.submission_id::text)::uuid as submission_id, min(v.started_on) as started, max(v.ended_on) as ended,
      row_number() over (order by v.patient_id) % 2 = 0 and coalesce(min(p.died_on), min(p.last_contact_on)) > max(v.ended_on) + 100 as fails
    from patients.radiotherapy_volume v join patients.tumour t using (patient_id) join patients.patient p using (patient_id)
    where t.kind = 'PRIMARY' and t.site_group = 'lung' group by 1, 2`;
  await sql`delete from imaging.lesion`;
  const lesions = (day: string, tenths: string) =>
    sql.unsafe(`insert into imaging.lesion (patient_id, id, institution_id, source_type, source_id, submission_id, content_hash, recorded_at, lesion, role, state, node,
        field_position, measured_on, measured_precision, tenths)
      select patient_id, gen_random_uuid(), institution_id, 'Observation', gen_random_uuid()::text, submission_id, gen_random_uuid()::text, now(), 'T1', 'TARGET', 'MEASURED', false,
        'IN_FIELD', ${day}, 'day', ${tenths} from course`);
  await lesions('started - 5', '300');
  await lesions('ended + 100', 'case when fails then 400 else 250 end');
  const [row] = await sql<{ failed: number; controlled: number }[]>`
    select count(distinct patient_id) filter (where fails)::int as failed, count(distinct patient_id) filter (where not fails)::int as controlled
    from course`;
  followed = row as typeof followed;
  await sql.end();
  await setting.build();
}, 120_000);
afterAll(() => setting.end());

const ask = (role: typeof manager, site: string, stage?: string) =>
  askerOf(research, setting.db.database, undefined, { releases: setting.releases })(
    role,
    `query ($site: String!, $stage: CohortStage) { localControl(siteGroup: $site, stage: $stage) { releaseNumber enough
      steps { description { en } enough } persons { value } failures { value } months control } }`,
    { site, ...(stage === undefined ? {} : { stage: stage as never }) },
  );
const clinician = principalOf('CLINICIAN', elsewhere.institutionId);

test('the share without a local failure falls to what the records hold, death competing', async () => {
  const { data, messages } = await ask(clinician, 'lung');
  expect(messages).toEqual([]);
  const { enough, steps, persons, failures, months, control } = data.localControl;
  expect([enough, steps.length]).toEqual([true, 1]);
  // Counts are moved by nine at most; few patients are of two hospitals or joined to another.
  const { failed, controlled } = followed;
  expect(Math.abs(persons.value - failed - controlled)).toBeLessThanOrEqual(9 + 3);
  expect(Math.abs(failures.value - failed)).toBeLessThanOrEqual(9 + 3);
  expect([months[0], control[0]]).toEqual([0, 1]);
  for (let i = 1; i < control.length; i++) expect(control[i]).toBeLessThanOrEqual(control[i - 1]);
  // Everybody else is censored or died later: by the end at least their share has failed, but for the failures that no step of ten
  // shows any more, and the noise of nine.
  const all = failed + controlled;
  expect(control.at(-1)).toBeLessThan(1 - (failed - 10 - 9) / all);
  expect(control.at(-1)).toBeLessThan(1);
  expect(control.at(-1)).toBeGreaterThan(0);
});

test('where too few were followed nothing is told, and who was asked for is', async () => {
  const { data, messages } = await ask(clinician, 'thyroid', 'STAGE_I');
  expect(messages).toEqual([]);
  expect(data.localControl).toMatchObject({
    ...{ enough: false, persons: null, failures: null, months: [], control: [] },
    steps: [{ enough: false }, { enough: false }],
  });
});

test('it is for who cares for patients and for researchers', async () => {
  expect((await ask(manager, 'lung')).codes).not.toEqual([]);
});

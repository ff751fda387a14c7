import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hasScope, identityCipher, type Principal } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { type CopyProgress, copyNation, nation, tablesOf } from '@nodp/nation';
import type { Stored } from '@nodp/record';
import { getTableUniqueName } from 'drizzle-orm';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { storage } from '../apps/gateway/src/nation-storage.ts';

const identityKey = new Uint8Array(32).fill(3);
const cipher = identityCipher({ identityKey });

describe('storing it', () => {
  let db: TestDatabase;
  let sql: postgres.Sql;
  beforeEach(async () => {
    db = await testDatabase();
    sql = postgres(db.ownerUrl, { max: 1 });
  });
  afterEach(async () => {
    await sql.end();
    await db.end();
  });
  const count = async (table: string): Promise<number> => {
    const [row] = await sql.unsafe(`select count(*)::int as n from ${table}`);
    return Number(row?.n);
  };

  test('writes every row once, tells how far it is, and does nothing the second time', async () => {
    const small = nation({ seed: 3, patients: 120 });
    const told: CopyProgress[] = [];
    const done = await copyNation(db.ownerUrl, small, {
      identityKey,
      storage,
      batch: 50,
      onProgress: (p) => told.push(p),
    });
    expect(done).toMatchObject({ patients: 120, found: 0 });
    expect(told.map((p) => p.patients)).toEqual([50, 100, 120]);
    let observations = 0;
    for (const p of small) observations += p.records.observation?.length ?? 0;
    expect(await count('patients.observation')).toBe(observations);
    expect(await count('patients.patient')).toBe(120);
    // Of every kind of record somebody has one.
    const tables = tablesOf(storage).map(getTableUniqueName);
    const counts = await Promise.all(tables.map(async (table) => [table, await count(table)]));
    expect(tables.length).toBeGreaterThan(25);
    expect(counts.filter(([, n]) => n === 0)).toEqual([]);
    expect(await count('basic.institution')).toBe(small.institutions.length);
    expect(await copyNation(db.ownerUrl, small, { identityKey, storage })).toMatchObject({
      rows: 0,
      found: 120,
    });
  });

  test('what each submission says it held is what is there', async () => {
    await copyNation(db.ownerUrl, nation({ seed: 4, patients: 80 }), { identityKey, storage });
    const [row] = await sql`
      select (select sum((c ->> 'created')::int) from basic.submission s, jsonb_array_elements(s.counts) c
              where c ->> 'resourceType' = 'Observation')::int as told,
        (select count(*) from patients.observation)::int + (select count(*) from patients.stage)::int
        + (select count(*) from patients.performance)::int + (select count(*) from specimens.biomarker)::int
        + (select count(*) from followup.disease_status)::int + (select count(*) from followup.screening)::int + (select count(*) from imaging.lesion)::int
        + (select count(*) from specimens.variant)::int + (select count(*) from specimens.genomic_test)::int
        + (select count(*) from patients.vital_status_report where source_type = 'Observation')::int as there`;
    expect(row?.told).toBe(row?.there);
    const [stray] = await sql`select count(*)::int as n from patients.observation o
      where not exists (select 1 from basic.submission s where s.id = o.submission_id and s.institution_id = o.institution_id)`;
    expect(stray?.n).toBe(0);
  });

  /** Everything about the tables that a load sets aside, or could leave behind. */
  const made = async () => {
    const indexes = await sql`select schemaname, tablename, indexdef from pg_indexes
      where schemaname not in ('pg_catalog', 'information_schema') order by 1, 2, 3`;
    const constraints =
      await sql`select conrelid::regclass::text as of, conname, pg_get_constraintdef(oid) as text,
      convalidated from pg_constraint order by 1, 2`;
    const policies =
      await sql`select * from pg_policies order by schemaname, tablename, policyname`;
    const triggers =
      await sql`select tgrelid::regclass::text as on, tgname, tgenabled from pg_trigger order by 1, 2`;
    const tables =
      await sql`select oid::regclass::text as name, relrowsecurity, relpersistence, relacl::text as acl
      from pg_class where relkind = 'r' and relnamespace::regnamespace::text in ('basic', 'patients', 'specimens', 'imaging', 'followup') order by 1`;
    return JSON.stringify([indexes, constraints, policies, triggers, tables]);
  };

  test('leaves tables, indexes, constraints, policies and triggers as they were', async () => {
    const before = await made();
    expect(before).toContain('observation_once');
    expect(before).toContain('listed_by_key');
    await copyNation(db.ownerUrl, nation({ seed: 9, patients: 40 }), { identityKey, storage });
    expect(await made()).toBe(before);
  });

  /** Rows of the patient list, and of its tally, that are not as they follow from what they sum up, or are missing. */
  const astray = async (): Promise<number> => {
    const sorted = 'array(select k from unnest(keys) k order by k)';
    const row = `institution_id, patient_id, diagnosed_on, site_group, broad_stage, vital_status, sex, ${sorted}`;
    const [found] = await sql.unsafe(`select count(*)::int as n from (
      (select ${row} from patients.listed except select ${row} from patients.to_be_listed)
      union all (select ${row} from patients.to_be_listed except select ${row} from patients.listed)
      union all (select null, null, null, site_group, broad_stage, vital_status, sex, null from (
        select institution_id, site_group, broad_stage, vital_status, sex, 1 as n from patients.listed
        union all select institution_id, site_group, broad_stage, vital_status, sex, -patients from patients.listed_tally) t
        group by institution_id, site_group, broad_stage, vital_status, sex having sum(n) <> 0)) x`);
    return found?.n;
  };

  test('the patient list holds every patient of every hospital once, filled at once or added to', async () => {
    await copyNation(db.ownerUrl, nation({ seed: 13, patients: 40 }), { identityKey, storage });
    expect(await count('patients.listed')).toBe(await count('basic.care_relationship'));
    expect(await astray()).toBe(0);
    await copyNation(db.ownerUrl, nation({ seed: 13, patients: 90 }), {
      identityKey,
      storage,
      batch: 20,
    });
    expect(await count('patients.listed')).toBe(await count('basic.care_relationship'));
    expect(await astray()).toBe(0);
    await sql`update patients.patient set leading_diagnosed_on = null, broad_stage = 'STAGE_0'`;
    await sql`update patients.identity set name_hashes = name_hashes || '{another}'`;
    expect(await astray()).toBe(0);
    const [one] =
      await sql`select diagnosed_on, broad_stage, 'another' = any (keys) as named from patients.listed limit 1`;
    expect(one).toMatchObject({ broad_stage: 'STAGE_0', named: true });
    await sql`delete from patients.patient where patient_id in (select patient_id from patients.patient limit 5)`;
    expect(await count('patients.listed')).toBeLessThan(await count('basic.care_relationship'));
    expect(await astray()).toBe(0);
  });

  test('threads make the same nation as this one does', async () => {
    // So many that threads are started.
    const some = nation({ seed: 10, patients: 3200 });
    const done = await copyNation(db.ownerUrl, some, { identityKey, storage, batch: 700 });
    let rows = 0;
    const held = new Map<string, number>();
    for (const p of some) {
      rows += p.records.observation?.length ?? 0;
      for (const i of p.people) held.set(i.submissionId, (held.get(i.submissionId) ?? 0) + 1);
    }
    expect(done.patients).toBe(3200);
    expect(await count('patients.observation')).toBe(rows);
    const told = await sql`select s.id, (c ->> 'created')::int as n
      from basic.submission s, jsonb_array_elements(s.counts) c where c ->> 'resourceType' = 'Patient'`;
    for (const [id, n] of held) expect(told.find((s) => s.id === id)?.n).toBeGreaterThanOrEqual(n);
    const last = some.patient(3199);
    const tumour = last.records.tumour?.[0] as Stored<'tumour'>;
    const [found] = await sql`select content_hash from patients.tumour
      where patient_id = ${last.patientId} and id = ${tumour.id}`;
    expect(found?.content_hash).toBe(storage.kinds.tumour.mapping?.row(tumour).contentHash);
  }, 600_000);

  test.each([
    ['while rows are copied', 'onProgress: ({ patients: n }) => n === 100 && die()'],
    ['while indexes are made', 'onIndex: (made) => made === 5 && die()'],
  ])('a first load killed %s leaves nothing, not even a missing index', async (_, deadly) => {
    const before = await made();
    const script = `
      import { copyNation, nation } from '@nodp/nation';
      import { storage } from '${storage.module}';
      const die = () => process.kill(process.pid, 'SIGKILL');
      const identityKey = new Uint8Array(32).fill(3);
      await copyNation(process.env.OWNER, nation({ seed: 11, patients: 400 }), { identityKey, storage, batch: 20, ${deadly} });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, OWNER: db.ownerUrl },
      stdio: 'ignore',
    });
    const [code, signal] = await once(child, 'exit');
    expect([code, signal]).toEqual([null, 'SIGKILL']);
    await expect
      .poll(
        () => sql`select 1 from pg_stat_activity
          where application_name = 'nodp nation' and datname = current_database()`,
        { timeout: 10_000 },
      )
      .toHaveLength(0);
    expect(await count('patients.patient')).toBe(0);
    expect(await made()).toBe(before);
    const again = nation({ seed: 11, patients: 40 });
    expect(await copyNation(db.ownerUrl, again, { identityKey, storage })).toMatchObject({
      found: 0,
    });
    expect(await count('patients.patient')).toBe(40);
  });

  test('records that are there stay, and the nation is added beside them', async () => {
    const [retained] =
      await sql`insert into patients.patient (patient_id, institution_id, sex, vital_status, submission_id, content_hash)
      values (gen_random_uuid(), gen_random_uuid(), 'FEMALE', 'ALIVE', gen_random_uuid(), 'x') returning patient_id`;
    await sql`insert into basic.payload (sha256, bytes, content) values ('kept', 1, 'x')`;
    await copyNation(db.ownerUrl, nation({ seed: 12, patients: 30 }), { identityKey, storage });
    expect(await count('patients.patient')).toBe(31);
    expect(
      (await sql`select 1 from patients.patient where patient_id = ${retained?.patient_id}`).length,
    ).toBe(1);
    expect((await sql`select 1 from basic.payload where sha256 = 'kept'`).length).toBe(1);
  });

  test('an addition that was broken off is taken up where it stopped, and ends as one that was not', async () => {
    await copyNation(db.ownerUrl, nation({ seed: 5, patients: 10 }), { identityKey, storage });
    const small = nation({ seed: 5, patients: 90 });
    const breaking = new AbortController();
    const broken = copyNation(db.ownerUrl, small, {
      identityKey,
      storage,
      batch: 20,
      signal: breaking.signal,
      onProgress: () => breaking.abort(),
    });
    await expect(broken).rejects.toThrow();
    const stored = await count('patients.patient');
    expect(stored).toBe(30);
    expect(await copyNation(db.ownerUrl, small, { identityKey, storage })).toMatchObject({
      patients: 90,
      found: stored,
    });
    let rows = 0;
    for (const p of small) rows += p.records.treatment?.length ?? 0;
    expect(await count('patients.treatment')).toBe(rows);
    const [told] =
      await sql`select sum((c ->> 'created')::int)::int as n from basic.submission s, jsonb_array_elements(s.counts) c
      where c ->> 'resourceType' = 'Specimen'`;
    expect(told?.n).toBe(await count('specimens.specimen'));
  });

  test('a smaller nation of the same seed grows; another is not mixed in', async () => {
    await copyNation(db.ownerUrl, nation({ seed: 6, patients: 30 }), { identityKey, storage });
    expect(
      await copyNation(db.ownerUrl, nation({ seed: 6, patients: 60 }), { identityKey, storage }),
    ).toMatchObject({ found: 30 });
    expect(await count('patients.patient')).toBe(60);
    await expect(
      copyNation(db.ownerUrl, nation({ seed: 7, patients: 60 }), { identityKey, storage }),
    ).rejects.toThrow(/Another demonstration nation/);
  });

  test("a clinician finds own patients by name and number, and nobody else's", async () => {
    const small = nation({ seed: 8, patients: 200 });
    await copyNation(db.ownerUrl, small, { identityKey, storage });
    const first = small.patient(0);
    const institutionId = first.people[0]?.institutionId ?? '';
    const clinician: Principal = {
      accountId: 'c',
      name: { en: 'C', zh: '丙' },
      role: 'CLINICIAN',
      institutionId,
    };
    expect(hasScope(clinician, 'patient:read')).toBe(true);
    const own = [...small].filter((p) => p.people.some((i) => i.institutionId === institutionId));
    await db.database.session(clinician, async (session) => {
      const read = (text: string, ...values: unknown[]) =>
        session.run<{ patientId: string }>({ text, bind: () => values });
      expect((await read('select patient_id from patients.patient')).length).toBe(own.length);
      const person = first.people[0]?.record;
      const byNumber = await read(
        'select patient_id from patients.identity where number_hashes @> $1',
        [cipher.numberHash(person?.nationalId ?? '')],
      );
      // A person whom two hospitals know is found by what each of them wrote down.
      expect([...new Set(byNumber.map((r) => r.patientId))]).toEqual([first.patientId]);
      const byName = await read(
        'select patient_id from patients.identity where name_hashes @> $1',
        cipher.nameSearchHashes(person?.name ?? ''),
      );
      expect(byName.map((r) => r.patientId)).toContain(first.patientId);
    });
  });
});

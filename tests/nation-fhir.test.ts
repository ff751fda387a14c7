import type { Database, Principal } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { fhir, type IngestResult, ingest } from '@nodp/intake';
import { bundlesOf, copyNation, nation } from '@nodp/nation';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clinicalIntake } from '../apps/gateway/src/fhir/intake.ts';
import { storage } from '../apps/gateway/src/nation-storage.ts';

/** The nation stored by COPY, and the same nation sent by its hospitals as FHIR: one and the same. */
const PATIENTS = 150;
const identityKey = new Uint8Array(32).fill(9);
const small = nation({ seed: 20, patients: PATIENTS });

let copied: TestDatabase;
let sent: TestDatabase;
const open: postgres.Sql[] = [];
let bySql: { copied: postgres.Sql; sent: postgres.Sql };
const results: IngestResult[] = [];

const hospital = (institutionId: string): Principal => ({
  accountId: 'hospital',
  name: { en: 'Hospital', zh: '医院' },
  role: 'SYSTEM',
  institutionId,
});

/** Hospitals that know a person approve what waits: some of the nation's hospitals send no visit and no specimen of theirs. */
const approveClaims = async (ownerUrl: string): Promise<number> => {
  const sql = postgres(ownerUrl, { max: 1 });
  const approved =
    await sql`update patients.identity_claim set state = 'APPROVED' where state = 'WAITING'`;
  await sql.end();
  return approved.count;
};

const send = async (database: Database): Promise<IngestResult[]> => {
  const intake = clinicalIntake(identityKey);
  const answers: IngestResult[] = [];
  for (const history of small) {
    for (const { institutionId, bundle } of bundlesOf(history)) {
      const content = Buffer.from(JSON.stringify(bundle));
      answers.push(
        await database.session(hospital(institutionId), (session) =>
          ingest(session, intake, { channel: 'fhir', content, format: fhir(intake) }),
        ),
      );
    }
  }
  return answers;
};

beforeAll(async () => {
  [copied, sent] = [await testDatabase(), await testDatabase()];
  await copyNation(copied.ownerUrl, small, { identityKey, storage });
  results.push(...(await send(sent.database)));
  // What is approved opens with the next submission; sent again, nothing is written twice.
  expect(await approveClaims(sent.ownerUrl)).toBeGreaterThan(0);
  await send(sent.database);
  const connectTo = (url: string) => {
    const sql = postgres(url, {
      max: 1,
      connection: { TimeZone: 'UTC' },
      types: { date: { to: 1184, from: [1082, 1114, 1184], serialize: String, parse: String } },
    });
    open.push(sql);
    return sql;
  };
  bySql = { copied: connectTo(copied.ownerUrl), sent: connectTo(sent.ownerUrl) };
}, 240_000);
afterAll(async () => {
  for (const sql of open) await sql.end();
  await copied?.end();
  await sent?.end();
});

test('every Bundle is taken in whole', () => {
  const refused = results.filter((r) => r.status !== 'accepted');
  expect(refused.map((r) => JSON.stringify(r.issues)).slice(0, 3)).toEqual([]);
  const retained = results.flatMap((r) =>
    r.entries.filter((e) => e.outcome === 'retained').map((e) => [e.type, e.issues[0]?.message]),
  );
  expect(retained.slice(0, 3)).toEqual([]);
});

/** What does not come from what was sent: ids, when it came, in which submission. */
const OURS = ['patient_id', 'id', 'submission_id', 'recorded_at'];

const rowsOf = async (sql: postgres.Sql, table: string, without: readonly string[] = []) => {
  const rows = await sql.unsafe(`select * from ${table}`);
  return rows
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).filter(([name]) => ![...OURS, ...without].includes(name)),
      ),
    )
    .sort((a, b) =>
      JSON.stringify([a.institution_id, a.source_id]) <
      JSON.stringify([b.institution_id, b.source_id])
        ? -1
        : 1,
    );
};

describe('each table holds the same records, hash and all', () => {
  const tables = [
    'patients.tumour',
    'patients.stage',
    'patients.observation',
    'patients.performance',
    'patients.comorbidity',
    'patients.encounter',
    'patients.cost_item',
    'patients.vital_status_report',
    'specimens.specimen',
    'specimens.pathology_report',
    'specimens.biomarker',
    'specimens.variant',
    'specimens.genomic_test',
    'imaging.study',
    'imaging.imaging_report',
    'followup.plan',
    'followup.contact',
    'followup.disease_status',
  ];
  test.each(tables)('%s', async (table) => {
    const [a, b] = [await rowsOf(bySql.copied, table), await rowsOf(bySql.sent, table)];
    expect(a.length).toBeGreaterThan(0);
    expect(b).toEqual(a);
  });

  test('patients.treatment, but for the line, which FHIR does not carry', async () => {
    const without = ['line', 'content_hash'];
    const a = await rowsOf(bySql.copied, 'patients.treatment', without);
    expect(a.length).toBeGreaterThan(0);
    expect(await rowsOf(bySql.sent, 'patients.treatment', without)).toEqual(a);
  });

  test.each(['patients.patient_source', 'basic.care_relationship', 'patients.national_identity'])(
    '%s: as many',
    async (table) => {
      const count = (sql: postgres.Sql) => sql.unsafe(`select count(*)::int as n from ${table}`);
      expect(await count(bySql.sent)).toEqual(await count(bySql.copied));
    },
  );

  test('patients.patient_alias: the same hashes, and of what was sent the addresses in Bundles', async () => {
    const aliases = async (sql: postgres.Sql) =>
      (await sql`select institution_id || alias as one from patients.patient_alias`).map(
        ({ one }) => one as string,
      );
    const [copied, sent] = [await aliases(bySql.copied), await aliases(bySql.sent)];
    expect(copied.length).toBeGreaterThan(0);
    expect(copied.filter((alias) => !sent.includes(alias))).toEqual([]);
    const [sources] = await bySql.sent`select count(*)::int as n from patients.patient_source`;
    expect(sent.length).toBe(copied.length + (sources?.n as number));
  });
});

test('the registry shows the same people', async () => {
  const people = (sql: postgres.Sql) => sql`
    select s.institution_id, s.source_id, p.sex, p.born_on, p.born_precision, p.residence_code, p.vital_status, p.died_on,
      p.died_precision, p.cause_of_death_system, p.cause_of_death_code, p.cause_of_death_display, p.last_contact_on,
      t.source_id as leading, p.leading_site_group, p.leading_diagnosed_on, p.broad_stage, i.content_hash,
      i.name_hashes, i.number_hashes
    from patients.patient_source s join patients.patient p using (patient_id)
    left join patients.tumour t on t.patient_id = p.patient_id and t.id = p.leading_tumour_id
    join patients.identity i on i.patient_id = p.patient_id and i.institution_id = s.institution_id
    order by 1, 2`;
  expect([...(await people(bySql.sent))]).toEqual([...(await people(bySql.copied))]);
});

test('sent once more to where it was copied, it changes nothing but the line of drugs', async () => {
  const again = await send(copied.database);
  const changed = again.flatMap((r) =>
    r.entries.filter((e) => e.outcome !== 'unchanged').map((e) => e.type),
  );
  expect(new Set(changed)).toEqual(new Set(['MedicationAdministration']));
}, 120_000);

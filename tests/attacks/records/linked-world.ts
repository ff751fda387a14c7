/** Two hospitals that know one person, joined by evidence of care or not: set up anew before each test of the file that imports this. */
import type { Principal } from '@nodp/database';
import { encodeId } from '@nodp/graph';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { fhir, ingest } from '@nodp/intake';
import { patients } from '@nodp/subgraph-patients';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { clinicalIntake } from '../../../apps/gateway/src/fhir/index.ts';
import { hospitals } from '../../fixtures.ts';
import { bundle, cancer, haemoglobin, visit } from '../../intake/examples.ts';
import { type Setting, setUp } from '../../intake/setting.ts';
import { numbered, residentNumber } from './persons.ts';

export const { here, there } = hospitals;
export const systemThere = principalOf('SYSTEM', there);
export const doctorHere = principalOf('CLINICIAN', here);
export const doctorThere = principalOf('CLINICIAN', there);
export const managerHere = principalOf('DATA_MANAGER', here);
export const managerThere = principalOf('DATA_MANAGER', there);
export const stranger = principalOf('DATA_MANAGER', '01900000-0000-7000-8000-000000000009');
export const reason = 'Another person: compared with the paper record.';

export let db: Setting;

export let serial = 1;
export let number: string;
/** The person as the first hospital registered it, and the second hospital's patient before the two were joined. */
export let known: string;
export let own: string;
export let key: string;

// Under the key that the graph is asked with, so that names can be read.
const intake = clinicalIntake(new Uint8Array(32));
const sendAs = (who: Principal, content: unknown) =>
  db.database.session(who, (session) =>
    ingest(session, intake, {
      channel: 'test',
      content: Buffer.from(JSON.stringify(content)),
      format: fhir(intake),
    }),
  );
export const sendThere = (content: unknown) => sendAs(systemThere, content);
export const sendHere = (content: unknown) => sendAs(principalOf('SYSTEM', here), content);
export const patientOf = async (source: string, of: string = there): Promise<string> => {
  const [row] = await db.owner`select patient_id from patients.patient_source
    where source_id = ${source} and institution_id = ${of}`;
  return row?.patient_id;
};

export const join = () => sendThere(visit(`tv-${key}`, `Patient/${key}`));
export const ask = async (who: Principal, query: string, variables: object = {}) =>
  askerOf(patients, db.database)(who, query, variables as Record<string, unknown>);
export const idOf = (patientId: string) => encodeId('Patient', patientId);

/** Every row that any table has of a patient, but for what is never taken back: the audit and former versions. */
export const everything = async (patientId: string) => {
  const tables = await db.owner`
    select format('%I.%I', table_schema, table_name) as name from information_schema.columns
    where column_name = 'patient_id' and table_schema in ('patients', 'specimens', 'imaging', 'followup', 'basic')
      and table_name not in ('previous_version', 'identity_claim', 'to_be_summarised', 'to_be_listed') order by 1`;
  const found: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    const rows = await db.owner.unsafe(
      `select to_jsonb(t) - 'noted_at' as row from ${name} t where patient_id = '${patientId}' order by (to_jsonb(t) - 'noted_at')::text`,
    );
    if (rows.length > 0) found[name] = rows.map(({ row }) => row);
  }
  return found;
};

export const unlink = async (
  who: Principal,
  patientId = known,
  institution: string = there,
  why = reason,
) =>
  ask(
    who,
    'mutation ($p: ID!, $i: ID!, $r: String!) { unlinkPatient(patient: $p, institution: $i, reason: $r) }',
    { p: idOf(patientId), i: encodeId('Institution', institution), r: why },
  );
export const statements = async (who: Principal, patientId = known) =>
  (
    await ask(
      who,
      `query ($p: ID!) { personStatements(patient: $p) { institution { code } patient { id } joined name sex birthDate
        nationalIdMasked numberContradicts vitalStatus deathDate claim { id state reason } } }`,
      { p: idOf(patientId) },
    )
  ).data.personStatements;
export const relink = async (who: Principal, claim: string, why = reason) =>
  ask(who, 'mutation ($c: ID!, $r: String!) { relinkPatient(claim: $c, reason: $r) }', {
    c: claim,
    r: why,
  });
export const claimOf = async (who = managerHere) =>
  (await statements(who)).find(
    (s: { institution: { code: string } }) => s.institution.code === 'H2',
  )?.claim;

const page = 'query ($id: ID!) { patient(id: $id) { sex tumours { id } vitalStatus deathDate } }';
export const shown = async (who: Principal, id: string) =>
  (await ask(who, page, { id: idOf(id) })).data.patient;

/** Sets up before the tests of the file that calls it, and ends after them. */
export const withLinkedWorld = (): void => {
  beforeAll(async () => {
    db = await setUp();
  });
  afterAll(() => db.end());
  beforeEach(async () => {
    serial += 2;
    number = residentNumber(serial);
    key = `p-${serial}`;
    await sendHere(
      bundle(
        'transaction',
        numbered(`h-${key}`, number, { deceasedBoolean: false }),
        cancer(`hc-${key}`, `urn:uuid:h-${key}`),
        visit(`hv-${key}`, `urn:uuid:h-${key}`),
      ),
    );
    known = await patientOf(`h-${key}`, here);
    // Not joined yet: no evidence of care.
    await sendThere(
      bundle(
        'transaction',
        numbered(key, number, { gender: 'female', deceasedDateTime: '2021-02-03' }),
        cancer(`tc-${key}`, `urn:uuid:${key}`, { onsetDateTime: '2018-04-05' }),
        haemoglobin(`th-${key}`, `urn:uuid:${key}`, 11, '2020-06-01'),
      ),
    );
    own = await patientOf(key);
  });
};

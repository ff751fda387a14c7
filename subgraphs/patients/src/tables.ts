import { applicationRole, clinicalPolicies, precision } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  date,
  index,
  integer,
  pgPolicy,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { patients } from './schema.ts';

export { boardCase, boardDecision, boardMeeting, boardOutcome } from './board/table.ts';
export { indicatorRecheck, indicatorResult, indicatorRun } from './indicators/table.ts';
export { comorbidity } from './kinds/comorbidity/table.ts';
export { vitalStatusReport } from './kinds/death/table.ts';
export { encounter } from './kinds/encounter/table.ts';
export { observation } from './kinds/observation/table.ts';
export { performance } from './kinds/performance/table.ts';
export { radiotherapyVolume } from './kinds/radiotherapy-volume/table.ts';
export { stage } from './kinds/stage/table.ts';
export { treatment } from './kinds/treatment/table.ts';
export { tumour } from './kinds/tumour/table.ts';
export {
  matchBlock,
  matchCandidate,
  matching,
  matchKey,
  matchModel,
  matchPair,
  matchTerm,
  personLink,
} from './matching/tables.ts';
export { noteFile, patientNote } from './notes/table.ts';
export { careEvidence, identityClaim } from './people/claim-tables.ts';
export { demographics } from './people/demographics-table.ts';
export { prognosisEntry } from './prognosis/table.ts';
export { patients } from './schema.ts';
export { stageCheckRun, stageFinding } from './stage-findings/table.ts';
export { recomputation, tumourAtDiagnosis } from './summary/table.ts';
export { recurrenceAlert, surveillanceRun } from './surveillance/table.ts';
export { task, taskAct, taskRecheck, taskRun } from './tasks/table.ts';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const day = (name: string) => date(name, { mode: 'string' });

const ownList = sql.raw(
  `(select current_setting('nodp.identified', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`,
);

/** One row a person. The summary columns are what lists show; intake renews them with the rows they sum up. */
export const patient = patients.table(
  'patient',
  {
    patientId: uuid('patient_id').primaryKey(),
    /** Who registered the person: its word on sex and birth stands (`patients.compose_demographics`). */
    institutionId: uuid('institution_id').notNull(),
    sex: text('sex', { enum: ['FEMALE', 'MALE', 'OTHER', 'UNKNOWN'] }).notNull(),
    bornOn: day('born_on'),
    bornPrecision: precision('born_precision'),
    /** Province of residence as last reported, GB/T 2260 (six digits); null where unknown or abroad. */
    residenceCode: text('residence_code'),
    vitalStatus: text('vital_status', { enum: ['ALIVE', 'DEAD', 'UNKNOWN'] }).notNull(),
    diedOn: day('died_on'),
    diedPrecision: precision('died_precision'),
    causeOfDeathSystem: text('cause_of_death_system'),
    causeOfDeathCode: text('cause_of_death_code'),
    causeOfDeathDisplay: text('cause_of_death_display'),
    lastContactOn: day('last_contact_on'),
    /** False where the record last sent of the person is said to be no longer in use. */
    inUse: boolean('in_use').notNull().default(true),
    submissionId: uuid('submission_id').notNull(),
    contentHash: text('content_hash').notNull(),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
    // Summary, by which lists show, filter and sort.
    leadingTumourId: uuid('leading_tumour_id'),
    leadingSiteGroup: text('leading_site_group'),
    leadingDiagnosedOn: day('leading_diagnosed_on'),
    broadStage: text('broad_stage', {
      enum: ['STAGE_0', 'STAGE_I', 'STAGE_II', 'STAGE_III', 'STAGE_IV', 'UNKNOWN'],
    })
      .notNull()
      .default('UNKNOWN'),
  },
  () => clinicalPolicies('patient'),
);

/**
 * The only table that names a person. `ciphertext` is AES-256-GCM over the JSON of the identity; the
 * other columns are keyed hashes (HMAC-SHA-256) by which a person can be found but not read.
 */
export const identity = patients.table(
  'identity',
  {
    patientId: uuid('patient_id').notNull(),
    institutionId: uuid('institution_id').notNull(),
    ciphertext: bytea('ciphertext').notNull(),
    contentHash: text('content_hash').notNull(),
    submissionId: uuid('submission_id').notNull(),
    /** Of every word of the name and each of its beginnings, and of a Chinese name's pinyin. */
    nameHashes: text('name_hashes').array().notNull(),
    /** Of every record number, national identifier and telephone number, whole, and of the ends of some. */
    numberHashes: text('number_hashes').array().notNull(),
    /** Which hashes these are (`IDENTITY_HASHES`): older ones are made anew at start-up. */
    hashVersion: smallint('hash_version').notNull().default(1),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.institutionId] }),
    // Empty but for what an older version stored: whether there is any is known at once.
    index('identity_outdated').on(t.patientId).where(sql`hash_version < 3`),
    ...clinicalPolicies('identity'),
  ],
);

/**
 * What each institution's patient list shows the order of, filters by and finds by: a row for every patient
 * in its care. Row-level security of the tables it sums up asks, row by row, whether the patient is in care,
 * and keeps searches from their index; here the institution leads the index instead. Written by triggers of
 * those tables alone (`patients.relist`).
 */
export const listed = patients.table(
  'listed',
  {
    institutionId: uuid('institution_id').notNull(),
    patientId: uuid('patient_id').notNull(),
    /** Of the leading tumour; the year 1 where unknown, so that those come last. */
    diagnosedOn: day('diagnosed_on').notNull(),
    bornOn: day('born_on'),
    diedOn: day('died_on'),
    siteGroup: text('site_group'),
    broadStage: text('broad_stage').notNull(),
    vitalStatus: text('vital_status').notNull(),
    sex: text('sex').notNull(),
    /**
     * The institution, the date of birth (`born 1960-05-20`), and the hashes of every institution's identity of
     * the patient: for `patients.find_listed`.
     */
    keys: text('keys').array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.institutionId] }),
    index('listed_by_key').using('gin', t.keys),
    // What is filtered by is in the index as well, so that a page or a count reads nothing else.
    index('listed_in_order').on(
      t.institutionId,
      t.diagnosedOn.desc().nullsFirst(),
      t.patientId.desc().nullsFirst(),
      t.siteGroup,
      t.broadStage,
      t.vitalStatus,
      t.sex,
      t.bornOn,
      t.diedOn,
    ),
    pgPolicy('read_own', { for: 'select', to: applicationRole, using: ownList }),
  ],
);

/**
 * How many patients an institution lists, by what its list filters by: numbers that add up, some of them
 * below zero. Triggers of the list append what each statement changed, so that no writer waits for another,
 * and now and then add up an institution's rows (`patients.tally_listed`). Counting the list itself took a
 * large hospital's page longer than everything else on it.
 */
export const listedTally = patients.table(
  'listed_tally',
  {
    institutionId: uuid('institution_id').notNull(),
    siteGroup: text('site_group'),
    broadStage: text('broad_stage').notNull(),
    vitalStatus: text('vital_status').notNull(),
    sex: text('sex').notNull(),
    patients: integer('patients').notNull(),
  },
  (t) => [
    index('listed_tally_by_institution').on(t.institutionId),
    pgPolicy('read_own', { for: 'select', to: applicationRole, using: ownList }),
  ],
);

/** Which patient a sender's key means. Written and read only by `patients.claim_patients`. */
export const patientSource = patients
  .table(
    'patient_source',
    {
      institutionId: uuid('institution_id').notNull(),
      sourceId: text('source_id').notNull(),
      patientId: uuid('patient_id').notNull(),
      /** Keyed hash of the national identifier that last came under the key: where it is corrected, what it joined is parted. */
      nationalHash: text('national_hash'),
    },
    (t) => [
      primaryKey({ columns: [t.institutionId, t.sourceId] }),
      index('patient_source_by_patient').on(t.patientId),
    ],
  )
  .enableRLS();

/**
 * Identifiers (keyed hash of `system|value`) a sender gave for a patient beside its key. One that came
 * with two patients names neither. Written and read only by `patients.claim_patients`.
 */
export const patientAlias = patients
  .table(
    'patient_alias',
    {
      institutionId: uuid('institution_id').notNull(),
      alias: text('alias').notNull(),
      patientId: uuid('patient_id').notNull(),
    },
    (t) => [primaryKey({ columns: [t.institutionId, t.alias, t.patientId] })],
  )
  .enableRLS();

/** Which patient a national identifier (keyed hash, with the date of birth) means. As above. */
export const nationalIdentity = patients
  .table('national_identity', {
    identityHash: text('identity_hash').primaryKey(),
    patientId: uuid('patient_id').notNull(),
  })
  .enableRLS();

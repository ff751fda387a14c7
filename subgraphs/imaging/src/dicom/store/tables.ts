import { applicationRole, bytea, inCare, ownInstitution } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import {
  bigint,
  date,
  index,
  integer,
  pgPolicy,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { imaging } from '../../schema.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** An institution's own studies, whoever they are of, and those of patients in care. */
const ownOrInCare = sql`(((select current_setting('nodp.identified', true)) = 'on' or (select current_setting('nodp.writes', true)) = 'on') and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)) or (${inCare('dicom_study')})`;

const written = [
  pgPolicy('insert_own', { for: 'insert', to: applicationRole, withCheck: ownInstitution }),
  pgPolicy('update_own', {
    for: 'update',
    to: applicationRole,
    using: ownInstitution,
    withCheck: ownInstitution,
  }),
];

/** What is read of a study is read of its series and instances. */
const ofStudy = (table: string) =>
  sql.raw(
    `exists (select 1 from imaging.dicom_study s where s.institution_id = "${table}".institution_id and s.study_uid = "${table}".study_uid)`,
  );

/** A study whose images an institution sent. It may wait for its patient: it is joined by the institution's number, never by a name. */
export const dicomStudy = imaging.table(
  'dicom_study',
  {
    institutionId: uuid('institution_id').notNull(),
    studyUid: text('study_uid').notNull(),
    id: uuid('id').notNull(),
    /** Null while nobody knows whose it is. */
    patientId: uuid('patient_id'),
    /** Keyed hash of Patient ID; empty where the files have none. */
    patientHash: text('patient_hash').notNull(),
    bornOn: date('born_on', { mode: 'string' }),
    /** Of the words of the patient's name and their beginnings, in every group. */
    nameHashes: text('name_hashes').array().notNull(),
    /** Study Date as it stands, YYYYMMDD; empty where there is none. */
    studyDay: text('study_day').notNull(),
    startedAt: instant('started_at'),
    description: text('description'),
    modalities: text('modalities').array().notNull(),
    seriesCount: integer('series_count').notNull().default(0),
    instanceCount: integer('instance_count').notNull().default(0),
    /** Attributes of patient and study, DICOM JSON, sealed. */
    attributes: bytea('attributes').notNull(),
    receivedAt: instant('received_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.studyUid] }),
    index('dicom_study_of_patient').on(t.patientId),
    index('dicom_study_waiting').on(t.institutionId, t.patientHash).where(sql`patient_id is null`),
    index('dicom_study_by_day').on(t.institutionId, t.studyDay, t.studyUid),
    index('dicom_study_by_uid').on(t.studyUid),
    // The name by which rows follow an institution's patient when two become one.
    pgPolicy('read_entered', { for: 'select', to: applicationRole, using: ownOrInCare }),
    ...written,
    pgPolicy('delete_own', { for: 'delete', to: applicationRole, using: ownInstitution }),
  ],
);

export const dicomSeries = imaging.table(
  'dicom_series',
  {
    institutionId: uuid('institution_id').notNull(),
    studyUid: text('study_uid').notNull(),
    seriesUid: text('series_uid').notNull(),
    number: integer('number'),
    modality: text('modality').notNull(),
    description: text('description'),
    bodyPart: text('body_part'),
    instanceCount: integer('instance_count').notNull().default(0),
    /** Raised whenever an instance comes or is replaced. */
    version: integer('version').notNull().default(0),
    /** DICOM JSON, sealed. */
    attributes: bytea('attributes').notNull(),
    /** Metadata of all instances, gzip, sealed, as they were at `metadata_version`; null until they are asked for. */
    metadata: bytea('metadata'),
    metadataVersion: integer('metadata_version'),
    /** The platform's address that the metadata name. */
    metadataBase: text('metadata_base'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.studyUid, t.seriesUid] }),
    pgPolicy('read_of_study', {
      for: 'select',
      to: applicationRole,
      using: ofStudy('dicom_series'),
    }),
    ...written,
  ],
);

export const dicomInstance = imaging.table(
  'dicom_instance',
  {
    institutionId: uuid('institution_id').notNull(),
    sopUid: text('sop_uid').notNull(),
    studyUid: text('study_uid').notNull(),
    seriesUid: text('series_uid').notNull(),
    sopClass: text('sop_class').notNull(),
    transferSyntax: text('transfer_syntax').notNull(),
    number: integer('number'),
    frames: integer('frames').notNull(),
    /** Whether it has pixels that are drawn. */
    drawn: integer('drawn').notNull(),
    sha256: text('sha256').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    /** DICOM JSON, gzip, sealed: made when it came, so that the file is not read for it again. */
    metadata: bytea('metadata').notNull(),
    accountId: text('account_id').notNull(),
    receivedAt: instant('received_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.sopUid] }),
    index('dicom_instance_of_series').on(
      t.institutionId,
      t.studyUid,
      t.seriesUid,
      t.number,
      t.sopUid,
    ),
    pgPolicy('read_of_study', {
      for: 'select',
      to: applicationRole,
      using: ofStudy('dicom_instance'),
    }),
    ...written,
  ],
);

/** What came and was not taken: a file that is none, or one that contradicts what is there. Its bytes are retained. */
export const dicomSetAside = imaging.table(
  'dicom_set_aside',
  {
    institutionId: uuid('institution_id').notNull(),
    id: uuid('id').notNull(),
    fault: text('fault').notNull(),
    /** In words that name no person. */
    reason: text('reason').notNull(),
    studyUid: text('study_uid'),
    seriesUid: text('series_uid'),
    sopClass: text('sop_class'),
    sopUid: text('sop_uid'),
    sha256: text('sha256').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    /** Of a conflict: what is stored under the same UID. */
    storedSha256: text('stored_sha256'),
    accountId: text('account_id').notNull(),
    receivedAt: instant('received_at').notNull().defaultNow(),
    state: text('state', { enum: ['WAITING', 'DISMISSED', 'REPLACED'] })
      .notNull()
      .default('WAITING'),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.id] }),
    index('dicom_set_aside_latest').on(t.institutionId, t.state, t.receivedAt),
    pgPolicy('read_own', { for: 'select', to: applicationRole, using: ownInstitution }),
    ...written,
  ],
);

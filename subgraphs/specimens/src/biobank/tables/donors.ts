import { sql } from 'drizzle-orm';
import { date, index, integer, text, unique, uuid } from 'drizzle-orm/pg-core';
import { specimens } from '../../schema.ts';
import { instant, ofBiobank } from './policies.ts';

/** Who gave specimens to an institution's biobank, by a code: the biobank reads no name. */
export const bankDonor = specimens.table(
  'bank_donor',
  {
    id: uuid('id').primaryKey(),
    institutionId: uuid('institution_id').notNull(),
    code: text('code').notNull(),
    /** Known where the donor was found by the accession of a specimen that the hospital sent. No field of the graph shows it. */
    patientId: uuid('patient_id'),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    unique('bank_donor_once').on(t.institutionId, t.code),
    index('bank_donor_of_patient').on(t.patientId),
    ...ofBiobank(),
  ],
);

/** What a donor agreed to. The one signed last counts; a withdrawal ends all of them. */
export const bankConsent = specimens.table(
  'bank_consent',
  {
    id: uuid('id').primaryKey(),
    institutionId: uuid('institution_id').notNull(),
    donorId: uuid('donor_id')
      .notNull()
      .references(() => bankDonor.id),
    /** Of the form that was signed. */
    version: text('version').notNull(),
    /** Uses of `rules/terms.ts`. */
    scope: text('scope').array().notNull(),
    signedOn: date('signed_on', { mode: 'string' }).notNull(),
    recordedBy: text('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull().default(sql`clock_timestamp()`),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
    reason: text('reason'),
  },
  (t) => [
    index('bank_consent_of_donor').on(t.donorId, t.signedOn.desc(), t.recordedAt.desc()),
    ...ofBiobank(),
  ],
);

/** One occasion on which specimens were collected from a donor. */
export const collectionEvent = specimens.table(
  'collection_event',
  {
    id: uuid('id').primaryKey(),
    institutionId: uuid('institution_id').notNull(),
    donorId: uuid('donor_id')
      .notNull()
      .references(() => bankDonor.id),
    collectedAt: instant('collected_at').notNull(),
    procedure: text('procedure').notNull(),
    /** ICD-O-3. */
    topography: text('topography'),
    /** ICD-10. */
    diagnosis: text('diagnosis'),
    siteGroup: text('site_group'),
    /** Minutes. */
    warmIschaemia: integer('warm_ischaemia'),
    coldIschaemia: integer('cold_ischaemia'),
  },
  (t) => [index('collection_event_of_donor').on(t.donorId, t.collectedAt), ...ofBiobank()],
);

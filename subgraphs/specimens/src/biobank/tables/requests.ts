import { sql } from 'drizzle-orm';
import {
  doublePrecision,
  index,
  integer,
  jsonb,
  numeric,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { specimens } from '../../schema.ts';
import { ASKED_BY_SESSION, instant, ofBiobank, ofRequest } from './policies.ts';
import { bankSpecimen } from './specimens.ts';

interface WordsColumn {
  readonly en: string;
  readonly zh: string;
}

interface PackedColumn {
  readonly barcode: string;
  readonly type: string;
  readonly preservation: string;
  readonly amount: number;
  readonly unit: string;
}

/** What a researcher asks an institution's biobank for, and how far it is. */
export const specimenRequest = specimens.table(
  'specimen_request',
  {
    id: uuid('id').primaryKey(),
    /** Whose biobank is asked. */
    institutionId: uuid('institution_id').notNull(),
    requestedBy: text('requested_by').notNull(),
    requesterName: jsonb('requester_name').$type<WordsColumn>().notNull(),
    title: text('title').notNull(),
    purpose: text('purpose').notNull(),
    /** The cohort that it was asked from: its digest, its words, and what was told of its number of persons. */
    cohortHash: text('cohort_hash'),
    cohortWords: jsonb('cohort_words').$type<WordsColumn>(),
    siteGroup: text('site_group'),
    type: text('type').notNull(),
    preservation: text('preservation'),
    minAmount: numeric('min_amount', { precision: 14, scale: 3 }),
    unit: text('unit'),
    wanted: integer('wanted').notNull(),
    /** Uses that the donors' consent has to cover. */
    uses: text('uses').array().notNull(),
    state: text('state', {
      enum: ['SUBMITTED', 'APPROVED', 'REFUSED', 'SHIPPED', 'DELIVERED', 'ENDED'],
    })
      .notNull()
      .default('SUBMITTED'),
    requestedAt: instant('requested_at').notNull().default(sql`clock_timestamp()`),
    decidedAt: instant('decided_at'),
    decidedBy: text('decided_by'),
    /** Who sat on the committee, as the minutes name them. */
    members: text('members'),
    reason: text('reason'),
    /** The shipment, with its manifest's number. */
    shipment: text('shipment'),
    courier: text('courier'),
    /** What was in it, as it was packed. */
    manifest: jsonb('manifest').$type<PackedColumn[]>(),
    shippedAt: instant('shipped_at'),
    shippedBy: text('shipped_by'),
    deliveredAt: instant('delivered_at'),
    deliveredBy: text('delivered_by'),
    condition: text('condition'),
  },
  (t) => [
    index('specimen_request_of_biobank').on(t.institutionId, t.requestedAt.desc(), t.id.desc()),
    index('specimen_request_of_account').on(t.requestedBy, t.requestedAt.desc(), t.id.desc()),
    uniqueIndex('specimen_request_shipment').on(t.institutionId, t.shipment),
    ...ofRequest(ASKED_BY_SESSION),
  ],
);

/** An aliquot that a request has or had. One lies aside for one request at most. */
export const requestLine = specimens.table(
  'request_line',
  {
    requestId: uuid('request_id')
      .notNull()
      .references(() => specimenRequest.id),
    specimenId: uuid('specimen_id')
      .notNull()
      .references(() => bankSpecimen.id),
    institutionId: uuid('institution_id').notNull(),
    state: text('state', { enum: ['RESERVED', 'SHIPPED', 'DELIVERED', 'RELEASED', 'WITHDRAWN'] })
      .notNull()
      .default('RESERVED'),
  },
  (t) => [
    primaryKey({ columns: [t.requestId, t.specimenId] }),
    uniqueIndex('request_line_reserved').on(t.specimenId).where(sql`state = 'RESERVED'`),
    index('request_line_of').on(t.specimenId),
    ...ofBiobank(),
  ],
);

/** What a researcher found with a specimen, brought back to it. */
export const specimenResult = specimens.table(
  'specimen_result',
  {
    id: uuid('id').primaryKey(),
    institutionId: uuid('institution_id').notNull(),
    specimenId: uuid('specimen_id').notNull(),
    requestId: uuid('request_id').notNull(),
    what: text('what').notNull(),
    value: text('value').notNull(),
    number: doublePrecision('number'),
    unit: text('unit'),
    broughtBy: text('brought_by').notNull(),
    broughtAt: instant('brought_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [index('specimen_result_of').on(t.specimenId, t.broughtAt), ...ofBiobank()],
);

import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  doublePrecision,
  index,
  numeric,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { specimens } from '../../schema.ts';
import { bankDonor, collectionEvent } from './donors.ts';
import { instant, ofBiobank } from './policies.ts';
import { container } from './storage.ts';

/** To the thousandth of its unit, exact. */
const amount = (name: string) => numeric(name, { precision: 14, scale: 3 });

/** A specimen in the biobank's hands: a primary one, what was derived of it, an aliquot, or a pool of several. */
export const bankSpecimen = specimens.table(
  'bank_specimen',
  {
    id: uuid('id').primaryKey(),
    institutionId: uuid('institution_id').notNull(),
    barcode: text('barcode').notNull(),
    level: text('level', { enum: ['PRIMARY', 'DERIVED', 'ALIQUOT', 'POOL'] }).notNull(),
    /** Null of a pool, and of what was derived of one: who gave to it is found by its parts. */
    donorId: uuid('donor_id').references(() => bankDonor.id),
    eventId: uuid('event_id').references(() => collectionEvent.id),
    parentId: uuid('parent_id').references((): AnyPgColumn => bankSpecimen.id),
    /** A sample type of MIABIS. */
    type: text('type').notNull(),
    preservation: text('preservation').notNull(),
    /** Seven elements, as the site wrote them. */
    sprec: text('sprec'),
    unit: text('unit').notNull(),
    initialAmount: amount('initial_amount').notNull(),
    amount: amount('amount').notNull(),
    concentration: doublePrecision('concentration'),
    concentrationUnit: text('concentration_unit'),
    /** Percent of nuclei. */
    tumourContent: doublePrecision('tumour_content'),
    /** RNA integrity number, 1 to 10. */
    rin: doublePrecision('rin'),
    /** The storage temperature that it needs, with its bounds. */
    temperature: text('temperature'),
    minCelsius: doublePrecision('min_celsius'),
    maxCelsius: doublePrecision('max_celsius'),
    state: text('state', {
      enum: ['COLLECTED', 'STORED', 'OUT', 'SHIPPED', 'RECEIVED', 'USED_UP', 'DISPOSED'],
    })
      .notNull()
      .default('COLLECTED'),
    stateSince: instant('state_since').notNull().default(sql`clock_timestamp()`),
    thaws: smallint('thaws').notNull().default(0),
    containerId: uuid('container_id').references(() => container.id),
    row: smallint('row'),
    column: smallint('column'),
  },
  (t) => [
    unique('bank_specimen_once').on(t.institutionId, t.barcode),
    // Two people who store at once: the second finds the position taken.
    uniqueIndex('bank_specimen_position')
      .on(t.containerId, t.row, t.column)
      .where(sql`"row" is not null`),
    check('bank_specimen_amount', sql`amount >= 0 and amount <= initial_amount`),
    check(
      'bank_specimen_placed',
      sql`("row" is null) = ("column" is null) and (state = 'STORED') = (container_id is not null)`,
    ),
    index('bank_specimen_of_donor').on(t.donorId),
    index('bank_specimen_of_parent').on(t.parentId),
    index('bank_specimen_in').on(t.containerId),
    index('bank_specimen_asked').on(t.institutionId, t.type, t.state, t.barcode),
    index('bank_specimen_waiting')
      .on(t.institutionId, t.stateSince)
      .where(sql`state in ('COLLECTED', 'OUT', 'SHIPPED')`),
    ...ofBiobank(),
  ],
);

/** What went into a pool. */
export const bankPoolPart = specimens.table(
  'bank_pool_part',
  {
    poolId: uuid('pool_id')
      .notNull()
      .references(() => bankSpecimen.id),
    sourceId: uuid('source_id')
      .notNull()
      .references(() => bankSpecimen.id),
    institutionId: uuid('institution_id').notNull(),
    amount: amount('amount').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.poolId, t.sourceId] }),
    index('bank_pool_part_of').on(t.sourceId),
    ...ofBiobank(),
  ],
);

/** What was done with a specimen, by whom and how warm it was. Added to; a trigger refuses every change. */
export const custodyEvent = specimens.table(
  'custody_event',
  {
    number: bigint('number', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    institutionId: uuid('institution_id').notNull(),
    specimenId: uuid('specimen_id').notNull(),
    kind: text('kind', {
      enum: [
        ...(['COLLECTED', 'RECEIVED', 'PROCESSED', 'STORED', 'MOVED', 'TAKEN', 'THAWED'] as const),
        ...(['SHIPPED', 'DELIVERED', 'RETURNED', 'USED_UP', 'DISPOSED', 'WITHDRAWN'] as const),
      ],
    }).notNull(),
    at: instant('at').notNull().default(sql`clock_timestamp()`),
    by: text('by').notNull(),
    celsius: doublePrecision('celsius'),
    /** Beyond the bounds that the specimen needs. */
    excursion: boolean('excursion').notNull().default(false),
    /** Where it lay or went, as it was called then; the amount taken; the number of the thaw. */
    place: text('place'),
    amount: amount('amount'),
    thaw: smallint('thaw'),
    requestId: uuid('request_id'),
    note: text('note'),
  },
  (t) => [
    index('custody_event_of').on(t.specimenId, t.number),
    index('custody_event_excursions').on(t.institutionId, t.number.desc()).where(sql`excursion`),
    ...ofBiobank(),
  ],
);

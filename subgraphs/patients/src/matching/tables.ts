import type { FieldScore } from '@nodp/linkage';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  primaryKey,
  serial,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { patients } from '../schema.ts';
import type { LearntModel } from './basis.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const hash = (name: string) => bigint(name, { mode: 'number' });

/**
 * Keyed hashes of the keys under which records of one person are likely to meet (`personKeys`), and of the name as written and as it sounds.
 * Written and read only by functions of the owner and by the owner's job, like all tables of this file.
 */
export const matchKey = patients
  .table(
    'match_key',
    {
      patientId: uuid('patient_id').notNull(),
      institutionId: uuid('institution_id').notNull(),
      keys: hash('keys').array().notNull(),
      written: hash('written'),
      sound: hash('sound'),
      /** Of the identity that these are of: another one has others. */
      identityHash: text('identity_hash').notNull(),
      version: smallint('version').notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.patientId, t.institutionId] }),
      index('match_key_by_key').using('gin', t.keys),
    ],
  )
  .enableRLS();

/** Two patients who may be one person. A join links them for research and statistics; it moves no row and opens no record. */
export const matchPair = patients
  .table(
    'match_pair',
    {
      /** The lower of the two ids. */
      lowId: uuid('low_id').notNull(),
      highId: uuid('high_id').notNull(),
      /** In bits. */
      weight: doublePrecision('weight').notNull(),
      probability: doublePrecision('probability').notNull(),
      scores: jsonb('scores').$type<readonly FieldScore[]>().notNull(),
      /** LINKED above the upper threshold; REVIEW between; PROPOSED by the first of two; JOINED and APART by data managers. */
      state: text('state', { enum: ['REVIEW', 'LINKED', 'PROPOSED', 'JOINED', 'APART'] }).notNull(),
      /** Why what is joined is not one person yet: others would be joined through it (CHAIN), far too many (CROWD); the national numbers differ (NUMBERS). */
      held: text('held', { enum: ['CHAIN', 'CROWD', 'NUMBERS'] }),
      foundAt: instant('found_at').notNull().default(sql`clock_timestamp()`),
      checkedAt: instant('checked_at').notNull().default(sql`clock_timestamp()`),
      /** Who proposed, where two have to decide. */
      proposedBy: text('proposed_by'),
      decidedBy: text('decided_by'),
      decidedAt: instant('decided_at'),
      reason: text('reason'),
    },
    (t) => [
      primaryKey({ columns: [t.lowId, t.highId] }),
      index('match_pair_by_high').on(t.highId),
      index('match_pair_waiting').on(t.state, t.weight.desc(), t.lowId, t.highId),
    ],
  )
  .enableRLS();

/** Which patients are one person for research and statistics: every two of them are a joined pair. */
export const personLink = patients
  .table(
    'person_link',
    { patientId: uuid('patient_id').primaryKey(), personId: uuid('person_id').notNull() },
    (t) => [index('person_link_by_person').on(t.personId)],
  )
  .enableRLS();

/** What the pool taught: the latest counts. */
export const matchModel = patients
  .table('match_model', {
    id: serial('id').primaryKey(),
    model: jsonb('model').$type<LearntModel>().notNull(),
    /** Of how many records. */
    records: integer('records').notNull(),
    learntAt: instant('learnt_at').notNull().default(sql`clock_timestamp()`),
  })
  .enableRLS();

/** How many records share a name as written, or as it sounds: two at least. */
export const matchTerm = patients
  .table('match_term', {
    term: hash('term').primaryKey(),
    records: integer('records').notNull(),
  })
  .enableRLS();

/** Keys that at least two patients share, and few enough that they say something: made anew by each run over the pool. Unlogged. */
export const matchBlock = patients
  .table('match_block', { key: hash('key').notNull(), patientId: uuid('patient_id').notNull() })
  .enableRLS();

/** Pairs of patients who share a key, made anew by each run over the pool. Unlogged. */
export const matchCandidate = patients
  .table(
    'match_candidate',
    { lowId: uuid('low_id').notNull(), highId: uuid('high_id').notNull() },
    (t) => [primaryKey({ columns: [t.lowId, t.highId] })],
  )
  .enableRLS();

/** One row: how far the matching of the whole pool came, and whether joins across institutions need two data managers. */
export const matching = patients
  .table('matching', {
    id: smallint('id').primaryKey(),
    fourEyes: boolean('four_eyes').notNull().default(false),
    startedAt: instant('started_at'),
    /** Null once the pairs were made anew: the pair last compared. */
    afterLow: uuid('after_low'),
    afterHigh: uuid('after_high'),
    candidates: bigint('candidates', { mode: 'number' }),
    finishedAt: instant('finished_at'),
    /** Of the keys (`MATCH_VERSION`) of the last run that ended. */
    version: smallint('version'),
  })
  .enableRLS();

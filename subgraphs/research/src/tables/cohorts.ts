import type { CohortDefinition } from '@nodp/cohorts';
import { applicationRole } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  jsonb,
  pgPolicy,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { project } from './projects.ts';
import { type NamedColumn, OWN, research } from './schema.ts';

/** Of rows that are read through others: row-level security of those decides. */
const shownCohort = sql.raw(
  `exists (select 1 from research.saved_cohort c where c.id = cohort_id)`,
);

/** Nobody puts a cohort before the members of a project that is not the writer's too. */
const OWN_AND_OF_PROJECT = `owner_id = ${OWN} and (project_id is null or exists (select 1 from research.project p where p.id = project_id))`;

/** A cohort that stays. What it asks stands in its versions; one that is removed is retained, since papers may cite it. */
export const savedCohort = research.table(
  'saved_cohort',
  {
    id: uuid('id').primaryKey(),
    ownerId: text('owner_id').notNull(),
    ownerName: jsonb('owner_name').$type<NamedColumn>().notNull(),
    projectId: uuid('project_id').references(() => project.id),
    name: text('name').notNull(),
    description: text('description').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    removedAt: timestamp('removed_at', { withTimezone: true, mode: 'string' }),
  },
  (t) => [
    index('saved_cohort_of_owner').on(t.ownerId),
    index('saved_cohort_of_project').on(t.projectId),
    pgPolicy('read', {
      for: 'select',
      to: applicationRole,
      // A project is found by its members alone.
      using: sql.raw(
        `owner_id = ${OWN} or exists (select 1 from research.project p where p.id = project_id)`,
      ),
    }),
    pgPolicy('save', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(OWN_AND_OF_PROJECT),
    }),
    pgPolicy('change', {
      for: 'update',
      to: applicationRole,
      using: sql.raw(`owner_id = ${OWN}`),
      withCheck: sql.raw(OWN_AND_OF_PROJECT),
    }),
  ],
);

/** What a saved cohort asks of which release. There is no policy to change or delete one: a version is never overwritten. */
export const savedCohortVersion = research.table(
  'saved_cohort_version',
  {
    cohortId: uuid('cohort_id')
      .notNull()
      .references(() => savedCohort.id),
    number: integer('number').notNull(),
    /** As it was asked. */
    definition: jsonb('definition').$type<CohortDefinition>().notNull(),
    releaseNumber: integer('release_number').notNull(),
    /** Digest of definition and release: what is cited. */
    hash: text('hash').notNull(),
    note: text('note').notNull(),
    savedById: text('saved_by_id').notNull(),
    savedByName: jsonb('saved_by_name').$type<NamedColumn>().notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.cohortId, t.number] }),
    index('saved_cohort_version_by_hash').on(t.hash),
    pgPolicy('read', { for: 'select', to: applicationRole, using: shownCohort }),
    pgPolicy('add', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(
        `saved_by_id = ${OWN} and exists (select 1 from research.saved_cohort c where c.id = cohort_id and c.removed_at is null)`,
      ),
    }),
  ],
);

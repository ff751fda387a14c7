import type { StudyContent } from '@nodp/cohorts';
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

/** Nobody puts a study before the members of a project that is not the writer's too. */
const OWN_AND_OF_PROJECT = `owner_id = ${OWN} and (project_id is null or exists (select 1 from research.project p where p.id = project_id))`;
/** Of rows that are read through a study: row-level security of that decides. */
export const ofShownStudy = `exists (select 1 from research.study s where s.id = study_id)`;

/** A study as a document. What it says stands in its versions; one that is removed is retained, since papers may cite it. */
export const study = research.table(
  'study',
  {
    id: uuid('id').primaryKey(),
    ownerId: text('owner_id').notNull(),
    ownerName: jsonb('owner_name').$type<NamedColumn>().notNull(),
    projectId: uuid('project_id').references(() => project.id),
    name: text('name').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    removedAt: timestamp('removed_at', { withTimezone: true, mode: 'string' }),
  },
  (t) => [
    index('study_of_owner').on(t.ownerId),
    index('study_of_project').on(t.projectId),
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

/** What a study says, of which release. There is no policy to change or delete one: a version is never overwritten. */
export const studyVersion = research.table(
  'study_version',
  {
    studyId: uuid('study_id')
      .notNull()
      .references(() => study.id),
    number: integer('number').notNull(),
    content: jsonb('content').$type<StudyContent>().notNull(),
    releaseNumber: integer('release_number').notNull(),
    /** Digest of content and release: what is cited. */
    hash: text('hash').notNull(),
    note: text('note').notNull(),
    savedById: text('saved_by_id').notNull(),
    savedByName: jsonb('saved_by_name').$type<NamedColumn>().notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.studyId, t.number] }),
    index('study_version_by_hash').on(t.hash),
    pgPolicy('read', { for: 'select', to: applicationRole, using: sql.raw(ofShownStudy) }),
    pgPolicy('add', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(
        `saved_by_id = ${OWN} and exists (select 1 from research.study s where s.id = study_id and s.removed_at is null)`,
      ),
    }),
  ],
);

import { applicationRole } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgPolicy,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type {
  Application,
  GrantedElement,
  Pending,
  ProjectState,
  ProjectStepKind,
  StepDetail,
} from '../projects/project.ts';
import { COMMITTEE, type NamedColumn, OWN, ofShownProject, research } from './schema.ts';

/**
 * Accounts that work on something together: they see the cohorts that are shared with it. With an application it is put before
 * the data access committee, which sees it once it was submitted.
 */
export const project = research.table(
  'project',
  {
    id: uuid('id').primaryKey(),
    title: text('title').notNull(),
    /** The account that made it, and that alone changes it. */
    ownerId: text('owner_id').notNull(),
    ownerName: jsonb('owner_name').$type<NamedColumn>().notNull(),
    /** Accounts beside the owner's. */
    members: text('members').array().notNull(),
    madeAt: timestamp('made_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    state: text('state').$type<ProjectState>().notNull().default('DRAFT'),
    /** What is applied for; null of accounts that only share cohorts. */
    application: jsonb('application').$type<Application>(),
    /** A renewal or an amendment that waits for a decision. */
    pending: jsonb('pending').$type<Pending>(),
    /** Counts what the committee was asked to decide: votes are of a round. */
    round: integer('round').notNull().default(0),
  },
  (t) => [
    index('project_of_owner').on(t.ownerId),
    pgPolicy('read', {
      for: 'select',
      to: applicationRole,
      using: sql.raw(
        `owner_id = ${OWN} or ${OWN} = any (members) or (${COMMITTEE} and state <> 'DRAFT')`,
      ),
    }),
    pgPolicy('make', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(`owner_id = ${OWN}`),
    }),
    pgPolicy('change', {
      for: 'update',
      to: applicationRole,
      using: sql.raw(`owner_id = ${OWN} or (${COMMITTEE} and state <> 'DRAFT')`),
      withCheck: sql.raw(`owner_id = ${OWN} or (${COMMITTEE} and state <> 'DRAFT')`),
    }),
  ],
);

/** What happened to a project. There is no policy to change or delete a step; votes and conflicts are the committee's own to read. */
export const projectStep = research.table(
  'project_step',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    number: integer('number').notNull(),
    kind: text('kind').$type<ProjectStepKind>().notNull(),
    round: integer('round').notNull(),
    byId: text('by_id').notNull(),
    byName: jsonb('by_name').$type<NamedColumn>().notNull(),
    at: timestamp('at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    /** A question, an answer, a reason, a report. */
    words: text('words').notNull(),
    detail: jsonb('detail').$type<StepDetail>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.number] }),
    pgPolicy('read', {
      for: 'select',
      to: applicationRole,
      using: sql.raw(`${ofShownProject} and (kind not in ('VOTE', 'CONFLICT') or ${COMMITTEE})`),
    }),
    pgPolicy('take', {
      for: 'insert',
      to: applicationRole,
      withCheck: sql.raw(`by_id = ${OWN} and ${ofShownProject}`),
    }),
  ],
);

/** What the committee granted a project, for its term: nobody else writes it. */
export const projectGrant = research.table(
  'project_grant',
  {
    projectId: uuid('project_id')
      .primaryKey()
      .references(() => project.id),
    elements: jsonb('elements').$type<readonly GrantedElement[]>().notNull(),
    releases: integer('releases').array().notNull(),
    sites: text('sites').array().notNull(),
    conditions: text('conditions').notNull(),
    countsPerDay: integer('counts_per_day').notNull(),
    until: date('until', { mode: 'string' }).notNull(),
    /** Suspended or ended: nothing is granted meanwhile. */
    closed: boolean('closed').notNull().default(false),
    decidedAt: timestamp('decided_at', { withTimezone: true, mode: 'string' })
      .notNull()
      .defaultNow(),
  },
  () => [
    pgPolicy('read', { for: 'select', to: applicationRole, using: sql.raw(ofShownProject) }),
    pgPolicy('grant', {
      for: 'all',
      to: applicationRole,
      using: sql.raw(COMMITTEE),
      withCheck: sql.raw(COMMITTEE),
    }),
  ],
);

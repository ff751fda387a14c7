import type { CohortDefinition } from '@nodp/cohorts';
import { type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import type { Application, Pending, ProjectState } from '../projects/project.ts';

const p = sql.placeholder;

interface Named {
  readonly en: string;
  readonly zh: string;
}

export interface VersionRow {
  readonly cohortId: string;
  readonly number: number;
  readonly definition: CohortDefinition;
  readonly releaseNumber: number;
  readonly hash: string;
  readonly note: string;
  readonly savedByName: Named;
  readonly savedAt: string;
}

export interface ProjectRow {
  readonly id: string;
  readonly title: string;
  readonly ownerId: string;
  readonly ownerName: Named;
  readonly members: readonly string[];
  readonly state: ProjectState;
  readonly application: Application | null;
  readonly pending: Pending | null;
  readonly round: number;
}

export interface SavedCohortRow {
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: Named;
  readonly name: string;
  readonly description: string;
  readonly removedAt: string | null;
  readonly project: ProjectRow | null;
}

/** Saved cohorts that one account keeps, and that a list gives. */
export const MOST_COHORTS = 500;
export const MOST_VERSIONS = 500;
export const MOST_PROJECTS = 100;
const MOST_LISTED = 1000;

const projectOf = sql`(select jsonb_build_object('id', j.id, 'title', j.title, 'ownerId', j.owner_id, 'ownerName', j.owner_name,
    'members', j.members, 'state', j.state, 'application', j.application, 'pending', j.pending, 'round', j.round) from research.project j where j.id = c.project_id)`;
const cohort = sql`c.id, c.owner_id, c.owner_name, c.name, c.description, c.removed_at, ${projectOf} as project`;

const list = sqlStatement<SavedCohortRow>(sql`
  select ${cohort} from research.saved_cohort c
  where (c.removed_at is null or ${p('removed')}::boolean)
  order by (select max(v.saved_at) from research.saved_cohort_version v where v.cohort_id = c.id) desc, c.id
  limit ${sql.raw(String(MOST_COHORTS))}`);

/** Those that the reader sees, the one saved last first; removed ones are its owner's to see in the list. */
export const savedCohorts = (session: Session, removed: boolean): Promise<SavedCohortRow[]> =>
  session.run(list, { removed });

const byId = sqlStatement<SavedCohortRow>(
  sql`select ${cohort} from research.saved_cohort c where c.id = ${p('id')}::uuid`,
);

/** Null where there is none that the reader sees. */
export const savedCohort = async (session: Session, id: string): Promise<SavedCohortRow | null> =>
  (await session.run(byId, { id }))[0] ?? null;

const byHash = sqlStatement<SavedCohortRow>(sql`
  select ${cohort} from research.saved_cohort c
  where c.id = (select v.cohort_id from research.saved_cohort_version v where v.hash = ${p('hash')} order by v.saved_at limit 1)`);

/** The saved cohort of which a version has the hash. */
export const citedCohort = async (session: Session, hash: string): Promise<SavedCohortRow | null> =>
  (await session.run(byHash, { hash }))[0] ?? null;

const ofCohorts = sqlStatement<VersionRow>(sql`
  select v.cohort_id, v.number, v.definition, v.release_number, v.hash, v.note, v.saved_by_name, v.saved_at
  from research.saved_cohort_version v where v.cohort_id = any(${p('ids')}::uuid[]) order by v.cohort_id, v.number desc`);

/** Versions by cohort, latest first: one statement for all that are asked for. */
export const versionsOf = async (
  session: Session,
  ids: readonly string[],
): Promise<readonly (readonly VersionRow[])[]> => {
  const rows = await session.run(ofCohorts, { ids: `{${ids.join(',')}}` });
  const byCohort = Map.groupBy(rows, ({ cohortId }) => cohortId);
  return ids.map((id) => byCohort.get(id) ?? []);
};

const version = sqlStatement<VersionRow>(sql`
  select v.cohort_id, v.number, v.definition, v.release_number, v.hash, v.note, v.saved_by_name, v.saved_at
  from research.saved_cohort_version v where v.hash = ${p('hash')} order by v.saved_at limit 1`);

/** The version that has a hash; null where the reader sees none. */
export const versionByHash = async (session: Session, hash: string): Promise<VersionRow | null> =>
  (await session.run(version, { hash }))[0] ?? null;

const projects = sqlStatement<ProjectRow>(sql`
  select j.id, j.title, j.owner_id, j.owner_name, j.members, j.state, j.application, j.pending, j.round from research.project j
  order by (j.state in ('SUBMITTED', 'REPORTED') or j.pending is not null) desc, j.title, j.id
  limit ${sql.raw(String(MOST_LISTED))}`);

/** Projects that the reader is of, and those that the committee was asked about: what waits for it comes first. */
export const projectsOf = (session: Session): Promise<ProjectRow[]> => session.run(projects);

import { type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import type { ProjectRow } from '../saved/saved-rows.ts';
import type { GrantedElement, StepRow } from './project.ts';

const p = sql.placeholder;

/** What was granted, as its row says. */
export interface GrantRow {
  readonly projectId: string;
  readonly elements: readonly GrantedElement[];
  readonly releases: readonly number[];
  readonly sites: readonly string[];
  readonly conditions: string;
  readonly countsPerDay: number;
  readonly until: string;
  readonly closed: boolean;
}

const one = sqlStatement<ProjectRow>(sql`
  select j.id, j.title, j.owner_id, j.owner_name, j.members, j.state, j.application, j.pending, j.round
  from research.project j where j.id = ${p('id')}::uuid`);

/** Null where there is none that the reader sees. */
export const projectOf = async (session: Session, id: string): Promise<ProjectRow | null> =>
  (await session.run(one, { id }))[0] ?? null;

const ids = sql`any(${p('ids')}::uuid[])`;
const listed = (all: readonly string[]) => ({ ids: `{${all.join(',')}}` });

const some = sqlStatement<ProjectRow>(sql`
  select j.id, j.title, j.owner_id, j.owner_name, j.members, j.state, j.application, j.pending, j.round
  from research.project j where j.id = ${ids}`);

/** Projects by id; null where there is none that the reader sees. */
export const projectsById = async (
  session: Session,
  projects: readonly string[],
): Promise<(ProjectRow | null)[]> => {
  const by = new Map((await session.run(some, listed(projects))).map((row) => [row.id, row]));
  return projects.map((id) => by.get(id) ?? null);
};

const steps = sqlStatement<StepRow>(sql`
  select s.project_id, s.number, s.kind, s.round, s.by_id, s.by_name, s.at, s.words, s.detail
  from research.project_step s where s.project_id = ${ids} order by s.project_id, s.number`);

/** Steps by project, first things first: one statement for all that are asked for. */
export const stepsOf = async (
  session: Session,
  projects: readonly string[],
): Promise<(readonly StepRow[])[]> => {
  const rows = await session.run(steps, listed(projects));
  const by = Map.groupBy(rows, ({ projectId }) => projectId);
  return projects.map((id) => by.get(id) ?? []);
};

const grants = sqlStatement<GrantRow>(sql`
  select g.project_id, g.elements, g.releases, g.sites, g.conditions, g.counts_per_day, g.until, g.closed
  from research.project_grant g where g.project_id = ${ids}`);

/** What was granted by project; null where nothing was. */
export const grantsOf = async (
  session: Session,
  projects: readonly string[],
): Promise<(GrantRow | null)[]> => {
  const rows = await session.run(grants, listed(projects));
  const by = new Map(rows.map((row) => [row.projectId, row]));
  return projects.map((id) => by.get(id) ?? null);
};

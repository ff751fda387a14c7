import { type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';

/** A project that is over, as everybody may read of it. */
export interface CompletedProject {
  readonly title: string;
  readonly institutions: readonly string[];
  readonly releases: readonly number[];
  /** YYYY-MM-DD. */
  readonly approved: string;
  readonly ended: string;
}

const MOST = 500;

const completed = sqlStatement<CompletedProject>(sql`
  select title, institutions, releases, approved::text as approved, ended::text as ended from research.completed_projects(${sql.raw(String(MOST))})`);

/** Projects that are over, the last to end first. */
export const completedProjects = (session: Session): Promise<CompletedProject[]> =>
  session.run(completed);

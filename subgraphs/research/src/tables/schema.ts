import { pgSchema } from 'drizzle-orm/pg-core';

/** De-identified releases, cohorts, literature. */
export const research = pgSchema('research');

export const OWN = `(select current_setting('nodp.account', true))`;
/** Of the network: its data managers are the data access committee. */
export const COMMITTEE = `(select current_setting('nodp.national', true)) = 'on'`;
/** Of rows that are read through a project: row-level security of that decides. */
export const ofShownProject = `exists (select 1 from research.project p where p.id = project_id)`;

/** Who an account is, as it was called when it did something. */
export interface NamedColumn {
  readonly en: string;
  readonly zh: string;
}

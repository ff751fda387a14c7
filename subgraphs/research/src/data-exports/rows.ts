import { type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import type { DataExportRow, DataExportStepRow, ExportElement } from './data-export.ts';
import type { FormatId } from './formats/registry.ts';
import type { DataExportState } from './rule.ts';

const p = sql.placeholder;

/** Exports of one project that a page shows. */
const MOST_OF_PROJECT = 200;

const columns = sql`e.id, e.project_id, e.release_number, e.cohort_hash, e.format, e.elements, e.sites, e.recipient, e.state, e.share, e.problem,
  e.proposal, e.requested_by_id, e.requested_by_name, e.requested_at, e.sha256, e.bytes::float8 as bytes, e.expires_on, e.deleted_at`;

const one = sqlStatement<DataExportRow>(
  sql`select ${columns} from research.data_export e where e.id = ${p('id')}::uuid`,
);

/** Null where there is none that the reader sees. */
export const dataExportOf = async (session: Session, id: string): Promise<DataExportRow | null> =>
  (await session.run(one, { id }))[0] ?? null;

const listed = (all: readonly string[]) => ({ ids: `{${all.join(',')}}` });

const ofProjects = sqlStatement<DataExportRow>(sql`
  select l.* from unnest(${p('ids')}::uuid[]) i(id) cross join lateral (
    select ${columns} from research.data_export e where e.project_id = i.id
    order by e.requested_at desc, e.id desc limit ${sql.raw(String(MOST_OF_PROJECT))}) l`);

/** Exports by project, the one requested last first. */
export const exportsOfProjects = async (
  session: Session,
  projects: readonly string[],
): Promise<(readonly DataExportRow[])[]> => {
  const by = Map.groupBy(
    await session.run(ofProjects, listed(projects)),
    ({ projectId }) => projectId,
  );
  return projects.map((id) => by.get(id) ?? []);
};

const steps = sqlStatement<DataExportStepRow>(sql`
  select s.export_id, s.number, s.kind, s.by_id, s.by_name, s.at, s.words from research.data_export_step s
  where s.export_id = any(${p('ids')}::uuid[]) order by s.export_id, s.number`);

/** Steps by export, first things first. */
export const stepsOfExports = async (
  session: Session,
  exports: readonly string[],
): Promise<(readonly DataExportStepRow[])[]> => {
  const by = Map.groupBy(await session.run(steps, listed(exports)), ({ exportId }) => exportId);
  return exports.map((id) => by.get(id) ?? []);
};

/** An export that was released, as the register tells it. */
export interface RegisteredRow {
  readonly id: string;
  readonly projectTitle: string;
  readonly institution: string;
  readonly releaseNumber: number;
  readonly cohortHash: string | null;
  readonly format: FormatId;
  readonly elements: readonly ExportElement[];
  readonly sites: readonly string[];
  readonly state: DataExportState;
  readonly releasedAt: string;
  readonly expiresOn: string | null;
  readonly deletedAt: string | null;
  readonly certified: boolean;
  readonly sha256: string;
}

const register = sqlStatement<RegisteredRow>(sql`
  select * from research.export_register(${p('most')}::int, ${p('at')}::timestamptz, ${p('id')}::uuid)`);

/** Released exports, newest first, from after a place in the list. */
export const registeredExports = (
  session: Session,
  most: number,
  after: { readonly at: string; readonly id: string } | null,
): Promise<RegisteredRow[]> =>
  session.run(register, { most, at: after?.at ?? null, id: after?.id ?? null });

import type { StudyContent } from '@nodp/cohorts';
import { type Session, sqlStatement } from '@nodp/database';
import type { Label } from '@nodp/terminology';
import { sql } from 'drizzle-orm';
import type { ProjectRow } from '../saved/saved-rows.ts';

const p = sql.placeholder;

export interface StudyRow {
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: Label;
  readonly name: string;
  readonly removedAt: string | null;
  readonly project: ProjectRow | null;
}

export interface StudyVersionRow {
  readonly studyId: string;
  readonly number: number;
  readonly content: StudyContent;
  readonly releaseNumber: number;
  readonly hash: string;
  readonly note: string;
  readonly savedByName: Label;
  readonly savedAt: string;
}

/** Studies that one account keeps, and that a list gives. */
export const MOST_STUDIES = 500;
export const MOST_VERSIONS = 500;

const projectOf = sql`(select jsonb_build_object('id', j.id, 'title', j.title, 'ownerId', j.owner_id, 'ownerName', j.owner_name,
    'members', j.members, 'state', j.state, 'application', j.application, 'pending', j.pending, 'round', j.round) from research.project j where j.id = s.project_id)`;
const study = sql`s.id, s.owner_id, s.owner_name, s.name, s.removed_at, ${projectOf} as project`;

const list = sqlStatement<StudyRow>(sql`
  select ${study} from research.study s
  where (s.removed_at is null or ${p('removed')}::boolean)
  order by (select max(v.saved_at) from research.study_version v where v.study_id = s.id) desc, s.id
  limit ${sql.raw(String(MOST_STUDIES))}`);

/** Those that the reader sees, the one saved last first. */
export const studyRows = (session: Session, removed: boolean): Promise<StudyRow[]> =>
  session.run(list, { removed });

const byId = sqlStatement<StudyRow>(
  sql`select ${study} from research.study s where s.id = ${p('id')}::uuid`,
);

/** Null where there is none that the reader sees. */
export const studyRow = async (session: Session, id: string): Promise<StudyRow | null> =>
  (await session.run(byId, { id }))[0] ?? null;

const ofStudies = sqlStatement<StudyVersionRow>(sql`
  select v.study_id, v.number, v.content, v.release_number, v.hash, v.note, v.saved_by_name, v.saved_at
  from research.study_version v where v.study_id = any(${p('ids')}::uuid[]) order by v.study_id, v.number desc`);

/** Versions by study, latest first: one statement for all that are asked for. */
export const studyVersionsOf = async (
  session: Session,
  ids: readonly string[],
): Promise<readonly (readonly StudyVersionRow[])[]> => {
  const rows = await session.run(ofStudies, { ids: `{${ids.join(',')}}` });
  const byStudy = Map.groupBy(rows, ({ studyId }) => studyId);
  return ids.map((id) => byStudy.get(id) ?? []);
};

/** The latest version of a study that the reader sees. */
export const latestOf = async (session: Session, id: string): Promise<StudyVersionRow> => {
  const [versions = []] = await studyVersionsOf(session, [id]);
  const [latest] = versions;
  if (latest === undefined) throw new Error('A study has no version.');
  return latest;
};

import { createHash } from 'node:crypto';
import type { StudyContent } from '@nodp/cohorts';
import { parseStudy } from '@nodp/cohorts/engine';
import { type Session, sqlStatement } from '@nodp/database';
import { badInput, decodeOne } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { SaveResearchStudyInput } from '../generated/resolvers.ts';
import { releaseOf } from '../release/release-rows.ts';
import { refusal, textWithin } from '../saved/refusal.ts';
import { projectsOf } from '../saved/saved-rows.ts';
import { latestOf, MOST_STUDIES, MOST_VERSIONS, type StudyRow, studyRow } from './study-rows.ts';

const p = sql.placeholder;
const NAME = { en: 'The name', zh: '名称' };
const NOTE = { en: 'The note', zh: '备注' };
const LONGEST = { name: 120, note: 500, content: 1_000_000 } as const;

const insert = sqlStatement<{ readonly id: string }>(sql`
  insert into research.study (id, owner_id, owner_name, project_id, name)
  select ${p('id')}::uuid, ${p('account')}::text, ${p('who')}::text::jsonb, ${p('project')}::uuid, ${p('name')}::text
  where (select count(*) from research.study where owner_id = ${p('account')}::text) < ${sql.raw(String(MOST_STUDIES))}
  returning id`);

const insertVersion = sqlStatement<{ readonly number: number }>(sql`
  insert into research.study_version (study_id, number, content, release_number, hash, note, saved_by_id, saved_by_name)
  select ${p('id')}::uuid, coalesce(max(v.number), 0) + 1, ${p('content')}::text::jsonb, ${p('release')}::int, ${p('hash')}::text,
    ${p('note')}::text, ${p('account')}::text, ${p('who')}::text::jsonb
  from research.study_version v where v.study_id = ${p('id')}::uuid
  having count(*) < ${sql.raw(String(MOST_VERSIONS))}
  returning number`);

const describe = sqlStatement<{ readonly id: string }>(sql`
  update research.study set name = ${p('name')}, project_id = ${p('project')}::uuid
  where id = ${p('id')}::uuid and owner_id = ${p('account')} returning id`);

const setRemoved = sqlStatement<{ readonly id: string }>(sql`
  update research.study set removed_at = case when ${p('removed')}::boolean then now() end
  where id = ${p('id')}::uuid and owner_id = ${p('account')} and (removed_at is null) = ${p('removed')}::boolean returning id`);

const who = ({ principal }: Session) => ({
  account: principal.accountId,
  who: JSON.stringify(principal.name),
});

const notThere = () =>
  refusal({
    en: 'There is no such study, or it is not yours to change.',
    zh: '没有此研究文档，或您无权更改。',
  });

/** A study that the reader sees. @throws BAD_USER_INPUT */
export const seenStudy = async (session: Session, id: string): Promise<StudyRow> => {
  const row = await studyRow(session, decodeOne('ResearchStudy', id));
  if (row === null) throw notThere();
  return row;
};

/** What is written of a study that came as JSON. @throws BAD_USER_INPUT */
const readContent = (text: string): StudyContent => {
  if (text.length > LONGEST.content)
    throw refusal({ en: 'The study is too long.', zh: '研究文档过长。' });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw refusal({ en: 'The study is no JSON.', zh: '研究文档不是JSON。' });
  }
  const { content, problem } = parseStudy(json);
  if (content === null) throw refusal(problem);
  return content;
};

const projectId = async (session: Session, id: string | null | undefined) => {
  if (id == null) return null;
  const project = decodeOne('ResearchProject', id);
  if (!(await projectsOf(session)).some((one) => one.id === project))
    throw refusal({
      en: 'There is no such project, or you are not of it.',
      zh: '没有此课题，或您不是其成员。',
    });
  return project;
};

/**
 * Saves a study, or a further version of one that the reader sees; its owner renames and shares it so too. What would be
 * the same version again is none.
 * @throws BAD_USER_INPUT
 */
export const saveStudy = async (
  session: Session,
  { id, name, projectId: shared, content: text, release, note }: SaveResearchStudyInput,
): Promise<StudyRow> => {
  const content = readContent(text);
  const called = textWithin(name, LONGEST.name, NAME);
  const said = textWithin(note, LONGEST.note, NOTE, 0);
  if ((await releaseOf(session, release)) === null)
    throw badInput(`There is no release ${release}. / 没有第${release}版数据。`);
  const project = await projectId(session, shared);
  const former = id == null ? null : await seenStudy(session, id);
  if (former !== null && former.removedAt !== null) throw notThere();
  const study = former?.id ?? uuidv7();
  const written = JSON.stringify(content);
  const hash = createHash('sha256').update(`${release} ${written}`).digest('hex').slice(0, 32);
  await session.transaction(async () => {
    const values = { ...who(session), ...{ id: study, name: called, project } };
    if (former === null) {
      if ((await session.run(insert, values)).length === 0)
        throw refusal({
          en: `${MOST_STUDIES} studies are saved already, removed ones counted.`,
          zh: `已保存${MOST_STUDIES}个研究文档（含已删除的）。`,
        });
    } else {
      if (former.ownerId === session.principal.accountId) await session.run(describe, values);
      if ((await latestOf(session, study)).hash === hash) return;
    }
    const version = { ...who(session), ...{ id: study, content: written, release, hash } };
    if ((await session.run(insertVersion, { ...version, note: said })).length === 0)
      throw refusal({
        en: `A study has ${MOST_VERSIONS} versions at most. Save it as another one.`,
        zh: `每个研究文档最多${MOST_VERSIONS}个版本，请另存。`,
      });
  });
  const row = await studyRow(session, study);
  if (row === null) throw new Error('The study that was saved has no row.');
  return row;
};

/** Takes it out of the lists, or puts it back: its versions stay, since somebody may cite them. */
export const setStudyRemoved = async (
  session: Session,
  id: string,
  removed: boolean,
): Promise<boolean> =>
  (
    await session.run(setRemoved, {
      ...who(session),
      ...{ id: decodeOne('ResearchStudy', id), removed },
    })
  ).length > 0;

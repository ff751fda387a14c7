import type { CohortDefinition } from '@nodp/cohorts';
import { cohortId } from '@nodp/cohorts/engine';
import { type Session, sqlStatement } from '@nodp/database';
import { badInput, decodeOne } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { parseInput, type ReadDefinition } from '../cohorts/definition-input.ts';
import type {
  CohortDefinitionInput,
  DescribeCohortInput,
  SaveCohortInput,
  SaveCohortVersionInput,
} from '../generated/resolvers.ts';
import { releaseOf } from '../release/release-rows.ts';
import { refusal, textWithin } from './refusal.ts';
import {
  MOST_COHORTS,
  MOST_VERSIONS,
  projectsOf,
  type SavedCohortRow,
  savedCohort,
  versionsOf,
} from './saved-rows.ts';

const p = sql.placeholder;
const NAME = { en: 'The name', zh: '名称' };
const DESCRIPTION = { en: 'The description', zh: '说明' };
const NOTE = { en: 'The note', zh: '备注' };
const LONGEST = { name: 120, description: 2000, note: 500 } as const;

const insert = sqlStatement<{ readonly id: string }>(sql`
  insert into research.saved_cohort (id, owner_id, owner_name, project_id, name, description)
  select ${p('id')}::uuid, ${p('account')}::text, ${p('who')}::text::jsonb, ${p('project')}::uuid, ${p('name')}::text, ${p('description')}::text
  where (select count(*) from research.saved_cohort where owner_id = ${p('account')}::text) < ${sql.raw(String(MOST_COHORTS))}
  returning id`);

const insertVersion = sqlStatement<{ readonly number: number }>(sql`
  insert into research.saved_cohort_version (cohort_id, number, definition, release_number, hash, note, saved_by_id, saved_by_name)
  select ${p('id')}::uuid, coalesce(max(v.number), 0) + 1, ${p('definition')}::text::jsonb, ${p('release')}::int, ${p('hash')}::text,
    ${p('note')}::text, ${p('account')}::text, ${p('who')}::text::jsonb
  from research.saved_cohort_version v where v.cohort_id = ${p('id')}::uuid
  having count(*) < ${sql.raw(String(MOST_VERSIONS))}
  returning number`);

const describe = sqlStatement<{ readonly id: string }>(sql`
  update research.saved_cohort set name = ${p('name')}, description = ${p('description')}, project_id = ${p('project')}::uuid
  where id = ${p('id')}::uuid and owner_id = ${p('account')} returning id`);

const setRemoved = sqlStatement<{ readonly id: string }>(sql`
  update research.saved_cohort set removed_at = case when ${p('removed')}::boolean then now() end
  where id = ${p('id')}::uuid and owner_id = ${p('account')} and (removed_at is null) = ${p('removed')}::boolean returning id`);

const who = ({ principal }: Session) => ({
  account: principal.accountId,
  who: JSON.stringify(principal.name),
});

const notThere = () =>
  refusal({
    en: 'There is no such saved cohort, or it is not yours to change.',
    zh: '没有此保存的队列，或您无权更改。',
  });

/** A saved cohort that the reader sees. @throws BAD_USER_INPUT */
const seen = async (session: Session, id: string): Promise<SavedCohortRow> => {
  const row = await savedCohort(session, decodeOne('SavedCohort', id));
  if (row === null) throw notThere();
  return row;
};

/** The project that a cohort is shared with, one that the reader is of. @throws BAD_USER_INPUT */
const projectId = async (
  session: Session,
  id: string | null | undefined,
): Promise<string | null> => {
  if (id == null) return null;
  const project = decodeOne('ResearchProject', id);
  if (!(await projectsOf(session)).some((one) => one.id === project))
    throw refusal({
      en: 'There is no such project, or you are not of it.',
      zh: '没有此课题，或您不是其成员。',
    });
  return project;
};

/** A definition that can be run: what stays has to be answered again. @throws BAD_USER_INPUT */
const runnable = (input: CohortDefinitionInput): ReadDefinition => {
  const read = parseInput(input);
  const problem = read.problems.find(({ severity }) => severity === 'error');
  if (problem !== undefined) throw refusal(problem.message);
  return read;
};

const checkRelease = async (session: Session, number: number): Promise<void> => {
  if ((await releaseOf(session, number)) === null)
    throw badInput(`There is no release ${number}. / 没有第${number}版数据。`);
};

interface Version {
  readonly asked: CohortDefinition;
  readonly definition: CohortDefinition;
  readonly release: number;
  readonly note: string;
}

const addVersion = async (
  session: Session,
  id: string,
  { asked, definition, release, note }: Version,
): Promise<void> => {
  const [row] = await session.run(insertVersion, {
    ...who(session),
    ...{ id, release, note, definition: JSON.stringify(asked) },
    hash: cohortId(definition, release),
  });
  if (row === undefined)
    throw refusal({
      en: `A saved cohort has ${MOST_VERSIONS} versions at most. Save it as another one.`,
      zh: `每个保存的队列最多${MOST_VERSIONS}个版本，请另存。`,
    });
};

/** @throws BAD_USER_INPUT */
export const saveCohort = async (
  session: Session,
  { name, description, definition, release, projectId: project }: SaveCohortInput,
): Promise<SavedCohortRow> => {
  const read = runnable(definition);
  const words = {
    name: textWithin(name, LONGEST.name, NAME),
    description: textWithin(description, LONGEST.description, DESCRIPTION, 0),
  };
  await checkRelease(session, release);
  const id = uuidv7();
  const shared = await projectId(session, project);
  await session.transaction(async () => {
    const [row] = await session.run(insert, {
      ...who(session),
      ...words,
      ...{ id, project: shared },
    });
    if (row === undefined)
      throw refusal({
        en: `${MOST_COHORTS} cohorts are saved already, removed ones counted.`,
        zh: `已保存${MOST_COHORTS}个队列（含已删除的）。`,
      });
    await addVersion(session, id, { ...read, release, note: '' });
  });
  const row = await savedCohort(session, id);
  if (row === null) throw new Error('The cohort that was saved has no row.');
  return row;
};

/** @throws BAD_USER_INPUT */
export const saveCohortVersion = async (
  session: Session,
  { id, definition, release, note }: SaveCohortVersionInput,
): Promise<SavedCohortRow> => {
  const row = await seen(session, id);
  if (row.removedAt !== null) throw notThere();
  await checkRelease(session, release);
  const [versions = []] = await versionsOf(session, [row.id]);
  const [latest] = versions;
  if (latest === undefined) throw new Error('A saved cohort has no version.');
  const read = runnable(definition ?? latest.definition);
  if (latest.hash === cohortId(read.definition, release))
    throw refusal({
      en: `Version ${latest.number} asks exactly this of release ${release}.`,
      zh: `版本${latest.number}与此完全相同（第${release}版数据）。`,
    });
  await addVersion(session, row.id, {
    ...read,
    release,
    note: textWithin(note, LONGEST.note, NOTE, 0),
  });
  return row;
};

/** Renames it, or shares it with another project. @throws BAD_USER_INPUT */
export const describeCohort = async (
  session: Session,
  { id, name, description, projectId: project }: DescribeCohortInput,
): Promise<SavedCohortRow> => {
  const [changed] = await session.run(describe, {
    ...who(session),
    ...{ id: decodeOne('SavedCohort', id), project: await projectId(session, project) },
    name: textWithin(name, LONGEST.name, NAME),
    description: textWithin(description, LONGEST.description, DESCRIPTION, 0),
  });
  if (changed === undefined) throw notThere();
  return seen(session, id);
};

/** Takes it out of the lists, or puts it back: its versions stay, since somebody may cite them. */
export const setCohortRemoved = async (
  session: Session,
  id: string,
  removed: boolean,
): Promise<boolean> =>
  (
    await session.run(setRemoved, {
      ...who(session),
      ...{ id: decodeOne('SavedCohort', id), removed },
    })
  ).length > 0;

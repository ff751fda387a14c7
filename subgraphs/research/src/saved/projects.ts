import { type Session, sqlStatement } from '@nodp/database';
import { decodeOne, nationalDay } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { ResearchProjectInput } from '../generated/resolvers.ts';
import { readApplication } from '../projects/application.ts';
import { refusal, textWithin } from './refusal.ts';
import { MOST_PROJECTS, type ProjectRow } from './saved-rows.ts';

const p = sql.placeholder;
const MOST_MEMBERS = 50;
const LONGEST_ACCOUNT = 200;
const TITLE = { en: 'The title', zh: '课题名称' };
const returned = sql`returning id, title, owner_id, owner_name, members, state, application, pending, round`;
const members = sql`array(select jsonb_array_elements_text(${p('members')}::text::jsonb))`;

const make = sqlStatement<ProjectRow>(sql`
  insert into research.project (id, title, owner_id, owner_name, members, application)
  select ${p('id')}::uuid, ${p('title')}::text, ${p('account')}::text, ${p('who')}::text::jsonb, ${members},
    ${p('application')}::text::jsonb
  where (select count(*) from research.project where owner_id = ${p('account')}::text) < ${sql.raw(String(MOST_PROJECTS))}
  ${returned}`);

const change = sqlStatement<ProjectRow>(sql`
  update research.project set title = ${p('title')}, members = ${members},
    application = coalesce(${p('application')}::text::jsonb, application)
  where id = ${p('id')}::uuid and owner_id = ${p('account')} and state in ('DRAFT', 'QUESTIONS') ${returned}`);

/** Makes a project, or changes one of the reader's own. @throws BAD_USER_INPUT */
export const putProject = async (
  session: Session,
  { id, title, members: given, application: asked }: ResearchProjectInput,
): Promise<ProjectRow> => {
  const { accountId: account, name } = session.principal;
  const application = asked == null ? null : readApplication(asked, nationalDay(new Date()));
  const team = application?.team.map((one) => one.account) ?? [];
  const accounts = [...new Set([...given.map((one) => one.trim()), ...team])].filter(
    (one) => one !== '' && one !== account,
  );
  if (accounts.length > MOST_MEMBERS || accounts.some((one) => one.length > LONGEST_ACCOUNT))
    throw refusal({
      en: `A project has ${MOST_MEMBERS} members at most, each an account's name.`,
      zh: `每个课题最多${MOST_MEMBERS}名成员，每名为一个账号名。`,
    });
  const values = {
    ...{ account, members: JSON.stringify(accounts), who: JSON.stringify(name) },
    title: textWithin(title, 120, TITLE),
    application: application === null ? null : JSON.stringify(application),
  };
  const [row] =
    id == null
      ? await session.run(make, { ...values, id: uuidv7() })
      : await session.run(change, { ...values, id: decodeOne('ResearchProject', id) });
  if (row === undefined)
    throw refusal({
      en: `There is no such project of yours that can be changed, or you have ${MOST_PROJECTS} already. What was submitted is changed by an amendment.`,
      zh: `没有可修改的此课题，或您的课题已达${MOST_PROJECTS}个；已提交的课题须通过变更申请修改。`,
    });
  return row;
};

import { type Session, sqlStatement } from '@nodp/database';
import { nationalDay } from '@nodp/graph';
import type { Label } from '@nodp/terminology';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Context } from '../context.ts';
import { seenStudy } from '../documents/save.ts';
import { latestOf, type StudyRow } from '../documents/study-rows.ts';
import { inForce } from '../projects/permissions.ts';
import { grantsOf } from '../projects/project-rows.ts';
import { refusal, textWithin } from '../saved/refusal.ts';
import { type Answer, answerSchema } from './answer.ts';
import { keyOf } from './partner-rows.ts';
import { hashOf, sign, TYPES, verified } from './signature.ts';

const p = sql.placeholder;
const PURPOSE = { en: 'The purpose', zh: '用途' };

const NOT_SIGNABLE = {
  notMine: {
    en: 'Only its owner hands a study to partners.',
    zh: '仅创建者可将研究交予合作方。',
  },
  noProject: {
    en: 'A study is handed to partners for a project that the data access committee granted: share it with one that is in force.',
    zh: '须为数据访问委员会已批准的课题才可交予合作方：请先与有效课题共享。',
  },
} as const satisfies Record<string, Label>;

/** Why a study cannot be signed for partners; null where it can. */
export const notSignable = async (
  session: Session,
  { ownerId, project }: StudyRow,
): Promise<Label | null> => {
  if (ownerId !== session.principal.accountId) return NOT_SIGNABLE.notMine;
  if (project?.state !== 'ACTIVE') return NOT_SIGNABLE.noProject;
  const [grant] = await grantsOf(session, [project.id]);
  return grant != null && inForce(grant, nationalDay(new Date())) ? null : NOT_SIGNABLE.noProject;
};

const insertSigned = sqlStatement<{ readonly hash: string }>(sql`
  insert into research.signed_study (hash, study_id, number, signed_by_id, signed_by_name)
  values (${p('hash')}, ${p('id')}::uuid, ${p('number')}::int, ${p('account')}, ${p('who')}::text::jsonb)
  on conflict (hash) do nothing returning hash`);

/** The latest version, signed for whichever partner it is handed to. @throws BAD_USER_INPUT */
export const signStudy = async (
  { session, resources }: Context,
  id: string,
  purpose: string,
): Promise<{ readonly signed: string; readonly hash: string }> => {
  const row = await seenStudy(session, id);
  const why = await notSignable(session, row);
  if (why !== null) throw refusal(why);
  const { number, content } = await latestOf(session, row.id);
  const { accountId: account, name } = session.principal;
  const signed = await sign(resources.releases.folder, TYPES.study, {
    ...{ name: row.name, purpose: textWithin(purpose, 1000, PURPOSE) },
    ...{ project: row.project?.title, signedAt: new Date().toISOString(), study: content },
  });
  const hash = hashOf(signed);
  await session.run(insertSigned, {
    ...{ hash, id: row.id, number, account, who: JSON.stringify(name) },
  });
  await session.audit('export', [], { study: row.id, version: number, signed: hash });
  return { signed, hash };
};

const signedAs = sqlStatement<{ readonly number: number }>(sql`
  select number from research.signed_study where hash = ${p('hash')} and study_id = ${p('id')}::uuid`);

const putAnswer = sqlStatement<{ readonly number: number }>(sql`
  insert into research.partner_answer (study_id, number, partner_id, answer, signed, received_by_name)
  values (${p('id')}::uuid, ${p('number')}::int, ${p('partner')}, ${p('answer')}::text::jsonb, ${p('signed')}, ${p('who')}::text::jsonb)
  on conflict (study_id, number, partner_id) do update set answer = excluded.answer, signed = excluded.signed,
    received_by_name = excluded.received_by_name, received_at = now()
  returning number`);

const payloadSchema = v.object({ study: v.string(), answer: answerSchema });

/** Takes a partner's answer in. @throws BAD_USER_INPUT where nobody known signed it, or it answers something else */
export const receiveAnswer = async (
  session: Session,
  id: string,
  signed: string,
): Promise<StudyRow> => {
  const row = await seenStudy(session, id);
  const { partner, payload } = await verified(signed, TYPES.answer, keyOf(session));
  const read = v.safeParse(payloadSchema, payload);
  if (!read.success)
    throw refusal({
      en: 'The signature holds, but this is no answer to a study.',
      zh: '签名有效，但内容不是研究结果。',
    });
  const { study: hash, answer } = read.output;
  const [found] = await session.run(signedAs, { hash, id: row.id });
  if (found === undefined)
    throw refusal({
      en: 'This answers another study, or one that was not signed here.',
      zh: '该结果对应其他研究，或对应的研究并非由本平台签名。',
    });
  await session.run(putAnswer, {
    ...{ id: row.id, number: found.number, partner, signed: signed.trim() },
    ...{ answer: JSON.stringify(answer), who: JSON.stringify(session.principal.name) },
  });
  await session.audit('change', [], { study: row.id, partner, step: 'ANSWER' });
  return row;
};

export interface PartnerAnswerRow {
  readonly studyId: string;
  readonly number: number;
  readonly partnerId: string;
  readonly answer: Answer;
  readonly receivedByName: Label;
  readonly receivedAt: string;
}

const answers = sqlStatement<PartnerAnswerRow>(sql`
  select study_id, number, partner_id, answer, received_by_name, received_at
  from research.partner_answer where study_id = any(${p('ids')}::uuid[]) order by received_at, partner_id`);

/** Answers by study: one statement for all that are asked for. */
export const answersOf = async (
  session: Session,
  ids: readonly string[],
): Promise<readonly (readonly PartnerAnswerRow[])[]> => {
  const rows = await session.run(answers, { ids: `{${ids.join(',')}}` });
  const by = Map.groupBy(rows, ({ studyId }) => studyId);
  return ids.map((id) => by.get(id) ?? []);
};

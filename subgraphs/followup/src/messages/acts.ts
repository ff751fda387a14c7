import { createHash } from 'node:crypto';
import { sqlStatement } from '@nodp/database';
import {
  badInput,
  dayBegins,
  decodeOne,
  decodePair,
  type Label,
  nationalDay,
  type SubgraphContext,
} from '@nodp/graph';
import { partialDate } from '@nodp/record';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { MutationActOnMessageArgs, MutationPlanMessageArgs } from '../generated/resolvers.ts';
import type { MessageModel } from '../models.ts';
import { messageOf } from './rows.ts';
import { sourceOf } from './source.ts';

const p = sql.placeholder;
const LONGEST_WAIT = 366;
const DAY = 86_400_000;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

const plan = sqlStatement<{ state: 'PLANNED' | keyof typeof PROBLEMS }>(sql`
  select followup.plan_message(${p('patient')}::uuid, ${p('id')}::uuid, ${p('occasion')}, ${p('subject')}, ${p('template')}::uuid,
    ${p('language')}, ${p('day')}::date, ${p('starts')}::timestamptz, ${p('hash')}, decode(${p('sealed')}, 'base64')) as state`);
const act = sqlStatement<{ done: boolean }>(sql`
  select followup.act_on_message(${p('patient')}::uuid, ${p('id')}::uuid, ${p('act')}) as done`);

const PROBLEMS = {
  UNKNOWN: {
    en: 'No such patient is in your institution’s care.',
    zh: '本机构照护的患者中没有该患者。',
  },
  DEAD: {
    en: 'The patient has died; nothing is sent.',
    zh: '患者已去世，不再发送信息。',
  },
  REFUSED: {
    en: 'The patient refuses further contacts; nothing is sent.',
    zh: '患者已拒绝继续联系，不再发送信息。',
  },
  MOOT: {
    en: 'There is nothing left to write about: it took place, was called off or has ended.',
    zh: '该事项已完成、取消或结束，无需发送信息。',
  },
  NO_TEMPLATE: {
    en: 'The template is retired, or not made for this.',
    zh: '模板已停用，或不适用于该事项。',
  },
  NO_TOKEN: {
    en: 'The link of a questionnaire is known only when it is made: make a new one and send it then.',
    zh: '问卷链接仅在生成时可见，请重新生成并随即发送。',
  },
  ALREADY: {
    en: 'Such a message waits already.',
    zh: '已有同类信息等待发送。',
  },
  TOO_MANY: {
    en: 'Twenty messages to the patient wait; cancel one first.',
    zh: '该患者已有20条信息等待发送，请先取消一条。',
  },
} as const satisfies Record<string, Label>;

const NOTHING_DONE: Label = {
  en: 'Nothing was changed: the message is sent or ended already, or may not be sent any more.',
  zh: '未作更改：该信息已发送或已结束，或不得再发送。',
};

interface Changed {
  readonly message: MessageModel | null;
  readonly problem: Label | null;
}

const dayOf = (given: string | null | undefined, today: string): string => {
  const day = given ?? today;
  const last = nationalDay(new Date(Date.now() + LONGEST_WAIT * DAY));
  if (day.length !== 10 || partialDate(day)?.precision !== 'day' || day < today || day > last)
    throw badInput(
      '`sendOn` is a day from today on, within a year. / 发送日期须为今天起一年内的日期。',
    );
  return day;
};

/** Puts a message into the outbox of the institution, or says why not. @throws BAD_USER_INPUT */
export const planMessage = async (
  { about, template, language, sendOn, token }: MutationPlanMessageArgs,
  context: SubgraphContext,
): Promise<Changed> => {
  const { session, cipher } = context;
  const source = sourceOf(about);
  const templateId = decodeOne('MessageTemplate', template);
  const day = dayOf(sendOn, nationalDay(new Date()));
  if (token != null && !TOKEN.test(token)) throw badInput('`token` is no token of a link.');
  const linked = source.occasion === 'QUESTIONNAIRE' && token != null;
  const id = uuidv7();
  await session.audit('change', [source.patientId], { message: id, occasion: source.occasion });
  const [planned] = await session.run(plan, {
    ...{ patient: source.patientId, id, occasion: source.occasion, subject: source.subject },
    ...{ template: templateId, language, day, starts: dayBegins(day) },
    hash: linked ? createHash('sha256').update(token).digest('hex') : null,
    sealed: linked ? Buffer.from(cipher.seal(token)).toString('base64') : null,
  });
  const state = planned?.state ?? 'UNKNOWN';
  if (state !== 'PLANNED') return { message: null, problem: PROBLEMS[state] };
  return { message: await messageOf(context, source.patientId, id), problem: null };
};

/** Cancels a message, tries it again, or says that it was sent by hand. */
export const actOnMessage = async (
  { id: given, act: what }: MutationActOnMessageArgs,
  context: SubgraphContext,
): Promise<Changed> => {
  const { patientId, id } = decodePair('Message', given);
  await context.session.audit('change', [patientId], { message: id, act: what });
  const [done] = await context.session.run(act, { patient: patientId, id, act: what });
  if (done?.done !== true) return { message: null, problem: NOTHING_DONE };
  return { message: await messageOf(context, patientId, id), problem: null };
};

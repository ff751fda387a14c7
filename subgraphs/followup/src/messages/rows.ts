import { sqlStatement } from '@nodp/database';
import {
  connection,
  decodeCursor,
  encodeId,
  pageSize,
  rowsByPatient,
  type SubgraphContext,
} from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { MessageResolvers, QueryMessagesArgs } from '../generated/resolvers.ts';
import type { MessageConnectionModel, MessageModel } from '../models.ts';

const p = sql.placeholder;
/** Counted to here: a number beside a page, not a statistic. */
const MOST = 10_000;

const columns = sql`m.patient_id, m.id, m.institution_id, m.occasion, m.channel, m.language, m.template_version, m.send_on, m.state,
  m.reason, m.problem, m.attempts, m.next_at, m.planned_by, m.planned_at, m.sent_at, m.sent_by, m.delivered_at, m.ended_at,
  (select t.name from followup.message_template t where t.institution_id = m.institution_id and t.id = m.template_id
    and t.version = m.template_version) as template`;
const filter = sql`m.institution_id = ${p('institution')}::uuid
  and (${p('states')}::text[] is null or m.state = any(${p('states')}::text[]))
  and (${p('channel')}::text is null or m.channel = ${p('channel')})
  and (${p('occasion')}::text is null or m.occasion = ${p('occasion')})`;

const page = sqlStatement<MessageModel & { readonly sortKey: string }>(sql`
  select ${columns}, m.planned_at::text as sort_key from followup.message m where ${filter}
    and (${p('afterAt')}::timestamptz is null or (m.planned_at, m.id) < (${p('afterAt')}::timestamptz, ${p('afterId')}::uuid))
  order by m.planned_at desc, m.id desc limit ${p('limit')}::int`);
const number = sqlStatement<{ n: number }>(sql`
  select count(*)::int as n from (select 1 from followup.message m where ${filter} limit ${sql.raw(String(MOST))}) c`);
const one = sqlStatement<MessageModel>(sql`
  select ${columns} from followup.message m where m.patient_id = ${p('patient')}::uuid and m.id = ${p('id')}::uuid`);

/** Latest first, 100 of a patient at most. */
export const messageRows = rowsByPatient(
  sqlStatement<MessageModel>(sql`
    select m.* from unnest(${p('ids')}::uuid[]) as k (patient_id) cross join lateral (
      select ${columns} from followup.message m where m.patient_id = k.patient_id
      order by m.planned_at desc, m.id limit 100) m`),
);

export const messageOf = async (
  { session }: SubgraphContext,
  patient: string,
  id: string,
): Promise<MessageModel | null> => (await session.run(one, { patient, id }))[0] ?? null;

/** Messages of the reader's institution, a page at a time; every patient shown is audited. @throws BAD_USER_INPUT */
export const listMessages = async (
  { states, channel, occasion, first, after }: QueryMessagesArgs,
  context: SubgraphContext,
): Promise<MessageConnectionModel> => {
  const size = pageSize(first, 50, 200);
  const [afterAt, afterId] = after ? decodeCursor(after, ['instant', 'uuid']) : [null, null];
  const asked = {
    institution: context.principal.institutionId,
    states: states ? [...new Set(states)] : null,
    channel: channel ?? null,
    occasion: occasion ?? null,
  };
  const rows = await context.session.run(page, { ...asked, afterAt, afterId, limit: size + 1 });
  await context.audit(rows.slice(0, size).map(({ patientId }) => patientId));
  return {
    ...connection(rows, size, (row) => [row.sortKey, row.id]),
    totalCount: async () => (await context.session.run(number, asked))[0]?.n ?? 0,
  };
};

export const Message: MessageResolvers = {
  id: ({ patientId, id }) => encodeId('Message', patientId, id),
  patient: ({ patientId }) => ({ patientId }),
};

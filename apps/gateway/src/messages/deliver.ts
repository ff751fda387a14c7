import { auditRecord, type Database, type IdentityCipher } from '@nodp/database';
import {
  type MessageParts,
  type OutgoingMessage,
  outgoing,
  PARTS,
} from '@nodp/subgraph-followup/messages';
import type postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import type { Outbound } from '../outbound.ts';
import { signedHeaders } from '../services/signature.ts';
import type { MessageGateway } from './gateway.ts';

/** After each failed attempt, minutes until the next; then it is given up: two days after the first. */
const BACKOFF = [1, 5, 30, 120, 360, 720, 1440];
/** Answers that another attempt would not change. */
const FINAL = [400, 404, 405, 410, 413, 415, 422];
const LONGEST_PROBLEM = 200;

interface Delivery {
  readonly sql: postgres.Sql;
  readonly database: Database;
  readonly cipher: IdentityCipher;
  readonly gateway: MessageGateway;
  readonly send: Outbound;
  /** The platform's address for people. */
  readonly site: string;
}

interface Due extends MessageParts {
  readonly patientId: string;
  readonly institutionId: string;
  readonly attempts: number;
  readonly died: boolean;
  readonly cared: boolean;
  readonly refuses: boolean;
  /** Whether the time it speaks of was to come when it was planned, and has passed. */
  readonly late: boolean;
}

type Became =
  | { readonly state: 'SENT' | 'DELIVERED' }
  | { readonly state: 'CANCELLED' | 'FAILED'; readonly reason: string; readonly problem?: string }
  | { readonly state: 'WAITING'; readonly problem: string };

const endedBy = ({ died, cared, refuses, facts, late }: Due): string | null => {
  if (died) return 'DEATH';
  if (!cared) return 'CARE_ENDED';
  if (refuses) return 'REFUSED';
  return facts === null || late ? 'MOOT' : null;
};

/** Of a letter the name, the address and the words; of a text message the number and the words alone. */
const bodyOf = (id: string, due: Due, { title, text, name, address, phone }: OutgoingMessage) =>
  JSON.stringify(
    due.channel === 'LETTER'
      ? {
          ...{ type: 'message.letter', timestamp: new Date().toISOString() },
          data: { id, language: due.language, name, address, title, text },
        }
      : {
          ...{ type: 'message.sms', timestamp: new Date().toISOString() },
          data: { id, language: due.language, phone, text },
        },
  );

/** What the gateway answers, where it answers JSON. */
const said = (text: string): { readonly state?: unknown; readonly reason?: unknown } => {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    return {};
  }
};

const sendOne = async (id: string, due: Due, delivery: Delivery): Promise<Became> => {
  const { cipher, gateway, send, site, database } = delivery;
  const message = outgoing(due, cipher, site);
  if (due.channel === 'SMS' && message.phone === null)
    return { state: 'FAILED', reason: 'NO_NUMBER' };
  if (due.channel === 'LETTER' && (message.address === null || message.name === null))
    return { state: 'FAILED', reason: 'NO_ADDRESS' };
  // On record before anything leaves.
  await database.record(
    auditRecord(
      { accountId: 'message-delivery', role: 'SYSTEM', institutionId: due.institutionId },
      { requestId: uuidv7(), operation: 'deliver messages' },
      'read',
      [due.patientId],
      { message: id, channel: due.channel },
    ),
  );
  const body = bodyOf(id, due, message);
  let problem: string;
  try {
    const headers = signedHeaders(gateway.secret, id, body);
    const { status, text } = await send(gateway.url, { method: 'POST', headers, body });
    const { state, reason } = said(text);
    if (status >= 200 && status < 300)
      return { state: state === 'delivered' ? 'DELIVERED' : 'SENT' };
    problem =
      typeof reason === 'string'
        ? reason.slice(0, LONGEST_PROBLEM)
        : `It was answered with ${status}.`;
    if (FINAL.includes(status)) return { state: 'FAILED', reason: 'GATEWAY', problem };
  } catch (error) {
    problem = (error as Error).message.slice(0, LONGEST_PROBLEM);
  }
  return due.attempts < BACKOFF.length
    ? { state: 'WAITING', problem }
    : { state: 'FAILED', reason: 'GATEWAY', problem };
};

const store = async (
  transaction: postgres.TransactionSql,
  id: string,
  { attempts }: Due,
  became: Became,
): Promise<void> => {
  const { state } = became;
  const reason = 'reason' in became ? became.reason : state === 'WAITING' ? 'GATEWAY' : null;
  const problem = 'problem' in became ? (became.problem ?? null) : null;
  const tried = state !== 'CANCELLED' && reason !== 'NO_NUMBER' && reason !== 'NO_ADDRESS';
  const wait = state === 'WAITING' ? BACKOFF[attempts] : undefined;
  const now = transaction`clock_timestamp()`;
  await transaction`
    update followup.message set state = ${state}, reason = ${reason}, problem = ${problem},
      attempts = attempts + ${tried ? 1 : 0},
      next_at = ${wait === undefined ? null : transaction`clock_timestamp() + ${wait}::int * interval '1 minute'`},
      sent_at = ${state === 'SENT' || state === 'DELIVERED' ? now : null},
      delivered_at = ${state === 'DELIVERED' ? now : null},
      ended_at = ${state === 'CANCELLED' || state === 'FAILED' ? now : null},
      sealed_token = case when ${state === 'WAITING' || state === 'FAILED'} then sealed_token end
    where id = ${id}`;
};

/**
 * Sends one message, unless it was sent, cancelled or put off meanwhile, or another job has it. The row is held until the gateway
 * answered: who notes a death waits for that, and whatever is noted before is seen here. So nothing leaves after a death is on record.
 * @returns how it stands then; null where it was not this one's to send
 */
export const deliverOne = (id: string, delivery: Delivery): Promise<Became['state'] | null> =>
  delivery.sql.begin(async (transaction) => {
    const held = await transaction`
      select 1 from followup.message where id = ${id} and state = 'WAITING' and next_at <= clock_timestamp()
      for update skip locked`;
    if (held.length === 0) return null;
    const [due] = await transaction<Due[]>`
      select ${transaction.unsafe(PARTS)}, encode(m.sealed_token, 'base64') as sealed_token, m.patient_id, m.institution_id, m.attempts,
        exists (select 1 from basic.death d where d.patient_id = m.patient_id) as died,
        exists (select 1 from basic.care_relationship c where c.patient_id = m.patient_id
          and c.institution_id = m.institution_id) as cared,
        followup.refuses_contact(m.patient_id, m.institution_id) as refuses,
        m.occasion = 'APPOINTMENT' and coalesce((select c.at between m.planned_at and now() from followup.contact c
          where c.patient_id = m.patient_id and c.id::text = m.subject), false) as late
      from followup.message m
      join followup.message_template t on t.institution_id = m.institution_id and t.id = m.template_id and t.version = m.template_version
      join basic.institution i on i.id = m.institution_id
      where m.id = ${id}`;
    if (due === undefined) return null;
    const over = endedBy(due);
    const became: Became =
      over === null ? await sendOne(id, due, delivery) : { state: 'CANCELLED', reason: over };
    await store(transaction, id, due, became);
    return became.state;
  });

import { type IdentityCipher, identityCipher } from '@nodp/database';
import { ensureJobAsOwner, type Job } from '@nodp/database/jobs';
import { encodeId } from '@nodp/graph';
import postgres from 'postgres';
import type { Outbound } from '../outbound.ts';
import { signedHeaders } from './signature.ts';

const KIND = 'webhooks';

/** After each failed attempt, minutes until the next; then it is given up: two days after the first. */
const BACKOFF = [1, 5, 30, 120, 360, 720, 1440];
/** Sent in one job; what is left is another's. */
const MOST = 500;
const AT_ONCE = 8;

interface Due {
  readonly id: string;
  readonly webhookId: string;
  readonly event: string;
  readonly about: Readonly<Record<string, string>>;
  readonly occurredAt: Date;
  readonly attempts: number;
  readonly url: string;
  readonly secret: string;
  readonly ended: boolean;
}

/** Ids as the graph has them. */
const idsOf = ({ event, about }: Due): Readonly<Record<string, string>> => {
  const patient = about.patient ?? '';
  if (event === 'record.held')
    return {
      heldRecord: about.heldRecord ?? '',
      submission: encodeId('Submission', about.submission ?? ''),
    };
  if (event === 'alert.opened')
    return {
      patient: encodeId('Patient', patient),
      alert: encodeId('RecurrenceAlert', patient, about.alert ?? ''),
    };
  return { from: encodeId('Patient', about.from ?? ''), patient: encodeId('Patient', patient) };
};

const sendOne = async (
  due: Due,
  cipher: IdentityCipher,
  send: Outbound,
): Promise<string | null> => {
  if (due.ended) return 'The webhook was ended.';
  const secret = cipher.open(Buffer.from(due.secret, 'base64')).toString('utf8');
  const body = JSON.stringify({
    type: due.event,
    timestamp: due.occurredAt.toISOString(),
    data: idsOf(due),
  });
  try {
    const { status } = await send(due.url, {
      method: 'POST',
      headers: signedHeaders(secret, due.id, body),
      body,
    });
    return status >= 200 && status < 300 ? null : `It was answered with ${status}.`;
  } catch (error) {
    return (error as Error).message;
  }
};

/** Sends messages to webhooks that are due; what is not taken is sent again later, in the end given up. */
export const webhooksJob = (ownerUrl: string, identityKey: Uint8Array, send: Outbound): Job => {
  const cipher = identityCipher({ identityKey });
  return {
    kind: KIND,
    run: async ({ signal, progress }) => {
      const sql = postgres(ownerUrl, {
        max: AT_ONCE,
        onnotice: () => {},
        transform: { column: { from: postgres.toCamel } },
      });
      let [sent, failed] = [0, 0];
      try {
        await progress('SENDING', 0);
        const due = await sql<
          Due[]
        >`select d.id, d.webhook_id, d.event, d.about, d.occurred_at, d.attempts, w.url, w.secret,
            w.disabled_at is not null as ended
          from basic.webhook_delivery d join basic.webhook w on w.id = d.webhook_id
          where d.next_at <= now() order by d.next_at limit ${MOST}`;
        const queue = [...due];
        const work = async () => {
          for (let one = queue.shift(); one !== undefined && !signal.aborted; one = queue.shift()) {
            const problem = await sendOne(one, cipher, send);
            const wait = one.ended ? undefined : BACKOFF[one.attempts];
            if (problem === null) {
              sent++;
              await sql`update basic.webhook_delivery set attempts = attempts + 1, delivered_at = now(), next_at = null, problem = null
                where id = ${one.id}`;
            } else {
              failed++;
              await sql`update basic.webhook_delivery set attempts = attempts + 1, problem = ${problem},
                  next_at = ${wait === undefined ? null : sql`now() + ${wait}::int * interval '1 minute'`},
                  dead_at = ${wait === undefined ? sql`now()` : null}
                where id = ${one.id}`;
            }
            await progress('SENDING', (due.length - queue.length) / due.length);
          }
        };
        await Promise.all(Array.from({ length: AT_ONCE }, work));
        signal.throwIfAborted();
        return { sent, failed };
      } finally {
        await sql.end();
      }
    },
  };
};

/** Requests the job whenever a message is due. */
export const requestTelling = (ownerUrl: string) => async (sql: postgres.Sql) => {
  const [row] =
    await sql`select exists (select 1 from basic.webhook_delivery where next_at <= now()) as due`;
  if (row?.due === true) await ensureJobAsOwner(ownerUrl, KIND);
};

import { type Database, identityCipher } from '@nodp/database';
import { ensureJobAsOwner, type Job } from '@nodp/database/jobs';
import postgres from 'postgres';
import type { Outbound } from '../outbound.ts';
import { deliverOne } from './deliver.ts';
import type { MessageGateway } from './gateway.ts';

const KIND = 'deliver-messages';

/** Sent in one job; what is left is another's. */
const MOST = 500;
const AT_ONCE = 4;

interface Options {
  readonly ownerUrl: string;
  readonly database: Database;
  readonly identityKey: Uint8Array;
  readonly gateway: MessageGateway | null;
  readonly send: Outbound;
  /** The platform's address for people. */
  readonly site: string;
}

/** Hands letters and text messages that are due to the operator's gateway; what it does not take is tried again later, in the end given up. */
export const deliverMessagesJob = ({ ownerUrl, identityKey, gateway, ...more }: Options): Job => ({
  kind: KIND,
  run: async ({ signal, progress }) => {
    const counts = { SENT: 0, DELIVERED: 0, FAILED: 0, CANCELLED: 0, WAITING: 0 };
    if (gateway === null) return { sent: 0, failed: 0, cancelled: 0, waiting: 0 };
    const cipher = identityCipher({ identityKey });
    const sql = postgres(ownerUrl, {
      max: AT_ONCE,
      onnotice: () => {},
      transform: { column: { from: postgres.toCamel } },
    });
    try {
      await progress('SENDING', 0);
      const due = await sql<{ id: string }[]>`
        select id from followup.message where state = 'WAITING' and next_at <= now() order by next_at limit ${MOST}`;
      const queue = [...due];
      const work = async () => {
        for (let one = queue.shift(); one !== undefined && !signal.aborted; one = queue.shift()) {
          const state = await deliverOne(one.id, { ...more, sql, cipher, gateway });
          if (state !== null) counts[state]++;
          await progress('SENDING', (due.length - queue.length) / due.length);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      signal.throwIfAborted();
      return {
        sent: counts.SENT + counts.DELIVERED,
        failed: counts.FAILED,
        cancelled: counts.CANCELLED,
        waiting: counts.WAITING,
      };
    } finally {
      await sql.end();
    }
  },
});

/** Requests the job whenever a message is due and there is a gateway. */
export const requestDelivery =
  (ownerUrl: string, gateway: MessageGateway | null) => async (sql: postgres.Sql) => {
    if (gateway === null) return;
    const [row] = await sql`
      select exists (select 1 from followup.message where state = 'WAITING' and next_at <= now()) as due`;
    if (row?.due === true) await ensureJobAsOwner(ownerUrl, KIND);
  };

import type { Database } from '@nodp/database';
import { auditRecord } from '@nodp/database';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import postgres from 'postgres';
import * as v from 'valibot';
import { isSigned } from '../services/signature.ts';
import type { MessageGateway } from './gateway.ts';

/** Bytes of a report. */
const LARGEST = 4 * 1024;

const Report = v.object({
  id: v.pipe(v.string(), v.uuid()),
  state: v.picklist(['delivered', 'failed']),
  reason: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200))), null),
});

interface Services {
  readonly ownerUrl: string;
  readonly database: Database;
  readonly gateway: MessageGateway | null;
}

/**
 * What the operator's gateway says became of a message that it took, signed as what is sent to it. A report that comes twice changes
 * nothing; one of a message that was not handed over is not known.
 */
export const messageReports = ({ ownerUrl, database, gateway }: Services) => {
  const app = new Hono<{ Variables: { readonly requestId: string } }>();
  app.use('*', bodyLimit({ maxSize: LARGEST, onError: (c) => c.json({ code: 'TOO_LARGE' }, 413) }));
  app.post('/', async (c) => {
    const body = await c.req.text();
    if (gateway === null || !isSigned(gateway.secret, c.req.raw.headers, body))
      return c.json({ code: 'UNSIGNED' }, 401);
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), Report), body);
    if (!read.success) return c.json({ code: 'UNREADABLE' }, 400);
    const { id, state, reason } = read.output;
    const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
    try {
      const [row] = await sql`
        update followup.message set
          state = ${state === 'delivered' ? 'DELIVERED' : 'FAILED'},
          reason = ${state === 'delivered' ? null : 'GATEWAY'}, problem = ${reason}, next_at = null,
          delivered_at = ${state === 'delivered' ? sql`clock_timestamp()` : null},
          ended_at = ${state === 'delivered' ? null : sql`clock_timestamp()`}
        where id = ${id} and state = 'SENT' and sent_by is null returning patient_id, institution_id`;
      if (row !== undefined) {
        await database.record(
          auditRecord(
            { accountId: 'message-delivery', role: 'SYSTEM', institutionId: row.institution_id },
            { requestId: c.get('requestId'), operation: 'POST /message-reports' },
            'change',
            [row.patient_id],
            { message: id, reported: state },
          ),
        );
        return c.json({ state }, 200);
      }
      const known =
        await sql`select 1 from followup.message where id = ${id} and state in ('DELIVERED', 'FAILED')`;
      return known.length > 0 ? c.json({ state }, 200) : c.json({ code: 'UNKNOWN' }, 404);
    } finally {
      await sql.end();
    }
  });
  return app;
};

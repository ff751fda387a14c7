import postgres from 'postgres';
import { type AuditAction, type AuditRecord, auditTrail } from './audit-trail.ts';
import { hasScope, type Principal } from './principal.ts';
import { ownRequest, type RequestOrigin } from './request-origin.ts';
import type { Statement } from './statement.ts';
import { isUnavailable } from './unavailable.ts';

/** Work on the database as one principal: row-level security sees who it is. */
export interface Session {
  readonly principal: Principal;
  readonly origin: RequestOrigin;
  run<Row>(statement: Statement<Row>, values?: Readonly<Record<string, unknown>>): Promise<Row[]>;
  /** All or nothing. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Records what this principal did to these patients; durable when it resolves, and independent of transactions.
   * @param origin of what was done, where the session does the work of several requests
   */
  audit(
    action: AuditAction,
    patientIds: readonly string[],
    detail?: AuditRecord['detail'],
    origin?: RequestOrigin,
  ): Promise<void>;
  /** Bulk input through COPY's text format. */
  copy(into: string, lines: AsyncIterable<string> | Iterable<string>): Promise<void>;
  /** Gives the connection back; the session must not be used after. */
  close(): Promise<void>;
}

/** The application's connections. No code gets at them but through a session. */
export interface Database {
  open(principal: Principal, origin?: RequestOrigin): Session;
  session<T>(
    principal: Principal,
    work: (session: Session) => Promise<T>,
    origin?: RequestOrigin,
  ): Promise<T>;
  /** Records an event that no session is part of: a sign-in, a refusal. */
  record(event: AuditRecord): Promise<void>;
  /** Connections that sessions have, and sessions that wait for one. */
  readonly connections: { readonly inUse: number; readonly waiting: number; readonly most: number };
  /** Statements sent since the start: tests hold queries to a number of them. */
  readonly statementsSent: number;
  end(): Promise<void>;
}

const identify = `select set_config('nodp.account', $1, false), set_config('nodp.institution', $2, false),
  set_config('nodp.identified', $3, false), set_config('nodp.writes', $4, false), set_config('nodp.national', $5, false),
  set_config('nodp.jobs', $6, false), set_config('nodp.audit', $7, false),
  set_config('nodp.emergency', $8, false), set_config('nodp.review', $9, false),
  set_config('nodp.accounts', $10, false),
  set_config('nodp.clients', $11, false),
  set_config('nodp.codes', $12, false),
  set_config('nodp.tasks', $13, false),
  set_config('nodp.link', $14, false),
  set_config('nodp.biobank', $15, false),
  set_config('nodp.research', $16, false)`;
/** The settings of nobody: under them row-level security shows no row. */
const NOBODY: readonly string[] = Array<string>(16).fill('');

const flag = (on: boolean): string => (on ? 'on' : 'off');

/**
 * National data managers see every institution's submissions; nobody else without an institution does. National
 * administrators manage accounts: who could give a role of the whole network has to be of the network. Of the access audit
 * an institution's readers see what concerns it, those without one everything.
 */
const settings = (p: Principal): string[] => [
  p.accountId,
  p.institutionId ?? '',
  flag(hasScope(p, 'patient:read') && p.institutionId !== null),
  flag(hasScope(p, 'record:write') && p.institutionId !== null),
  flag(hasScope(p, 'submission:read') && p.institutionId === null),
  flag(hasScope(p, 'job:manage') && p.institutionId === null),
  flag(hasScope(p, 'audit:read')),
  flag(hasScope(p, 'patient:emergency') && p.institutionId !== null),
  flag(hasScope(p, 'audit:review') && p.institutionId !== null),
  flag(hasScope(p, 'account:manage') && p.institutionId === null),
  flag(hasScope(p, 'client:manage')),
  flag(hasScope(p, 'code:map')),
  // Whose worklist it is.
  hasScope(p, 'task:act') && p.institutionId !== null ? p.role : '',
  p.link ?? '',
  flag(hasScope(p, 'biobank:manage') && p.institutionId !== null),
  flag(hasScope(p, 'research:read')),
];

/** An event of a principal's, as the access audit keeps it. */
export const auditRecord = (
  { accountId, role, institutionId }: Pick<AuditRecord, 'accountId' | 'role' | 'institutionId'>,
  { requestId, callerRequestId = null, operation = 'platform' }: RequestOrigin,
  action: AuditAction,
  patientIds: readonly string[] = [],
  detail: AuditRecord['detail'] = null,
): AuditRecord => ({
  accountId,
  role,
  institutionId,
  action,
  operation,
  patientIds,
  requestId,
  callerRequestId,
  detail,
});

const asText = { serialize: (value: unknown) => value, parse: (value: string) => value };

/** @param url of a role that owns no table and is held to row-level security */
export const connect = (url: string, options: { max?: number } = {}): Database => {
  const settingsOf = (max: number) => ({
    max,
    onnotice: () => {},
    // Seconds before a lost connection is made again. By default three times as many after each of all connections that
    // were lost: with sixteen lost at once, who asked next waited for 20.
    backoff: (lost: number) => Math.min(0.05 * 2 ** lost, 1),
    transform: { column: { from: postgres.toCamel } },
    types: {
      // Dates and instants stay text: a JavaScript Date would move a day across time zones.
      date: { to: 1184, from: [1082, 1114, 1184], ...asText },
      bigint: { to: 20, from: [20], serialize: String, parse: Number },
    },
    connection: {
      application_name: 'nodp',
      TimeZone: 'UTC',
      // Statements go by key or by institution, so one plan fits every value; by default the server would
      // plan most of them anew each time, which costs several times what running them does.
      plan_cache_mode: 'force_generic_plan',
    },
  });
  const most = options.max ?? 16;
  const pool = postgres(url, settingsOf(most));
  let inUse = 0;
  let waiting = 0;
  const reserve = async (): Promise<postgres.ReservedSql> => {
    waiting++;
    try {
      const reserved = await pool.reserve();
      inUse++;
      return reserved;
    } finally {
      waiting--;
    }
  };
  // Of its own: sessions that wait for it may hold every connection of the pool.
  const trail = postgres(url, settingsOf(1));
  let statementsSent = 0;
  const audits = auditTrail((text, params) => {
    statementsSent++;
    return trail.unsafe(text, params as never[], { prepare: true });
  });

  const open = (principal: Principal, origin: RequestOrigin = ownRequest()): Session => {
    let reserved: Promise<postgres.ReservedSql> | undefined;
    let identified: Promise<unknown> = Promise.resolve();
    let closed = false;
    const connection = (): Promise<postgres.ReservedSql> => {
      if (closed) throw new Error('This session is closed.');
      reserved ??= reserve().then((r) => {
        statementsSent++;
        identified = r.unsafe(identify, settings(principal), { prepare: true });
        // Heard by every statement of the session; this keeps it from being unheard until the first.
        identified.catch(() => {});
        return r;
      });
      return reserved;
    };
    const send = async (text: string, params: unknown[] = []) => {
      const r = await connection();
      statementsSent++;
      // Sent together, one round trip; no answer counts unless the identity it was read under was set.
      const [rows] = await Promise.all([
        r.unsafe(text, params as never[], { prepare: true }),
        identified,
      ]);
      return rows;
    };
    const session: Session = {
      principal,
      origin,
      run: async <Row>(s: Statement<Row>, values: Readonly<Record<string, unknown>> = {}) =>
        (await send(s.text, s.bind(values))) as unknown as Row[],
      transaction: async (work) => {
        await send('begin');
        try {
          const result = await work();
          await send('commit');
          return result;
        } catch (error) {
          // A lost connection has rolled back by being lost; the reason to be told is the first one.
          await send('rollback').catch((second) => {
            if (!isUnavailable(second)) throw second;
          });
          throw error;
        }
      },
      audit: async (action, patientIds, detail = null, from = origin) => {
        // A search is recorded for its count, though it find nobody.
        if (patientIds.length === 0 && detail === null) return;
        if (closed) throw new Error('This session is closed.');
        const who = { ...principal, role: principal.ownRole ?? principal.role };
        await audits.write(auditRecord(who, from, action, patientIds, detail));
      },
      copy: async (into, lines) => {
        const r = await connection();
        await identified;
        statementsSent++;
        const sink = await r.unsafe(`copy ${into} from stdin`).writable();
        const { Readable } = await import('node:stream');
        const { pipeline } = await import('node:stream/promises');
        await pipeline(Readable.from(lines), sink);
      },
      close: async () => {
        if (closed) return;
        closed = true;
        if (reserved === undefined) return;
        // A connection that was never had is not given back.
        const r = await reserved.catch(() => null);
        if (r === null) return;
        try {
          // By the statement that identifies: one without parameters would be parsed and planned anew every time.
          await r.unsafe(identify, [...NOBODY], { prepare: true });
        } catch (error) {
          // A lost connection has nothing to forget: the next is a new one.
          if (!isUnavailable(error)) throw error;
        } finally {
          inUse--;
          r.release();
        }
      },
    };
    return session;
  };

  return {
    open,
    record: (event) => audits.write(event),
    session: async (principal, work, origin) => {
      const session = open(principal, origin);
      try {
        return await work(session);
      } finally {
        await session.close();
      }
    },
    get connections() {
      return { inUse, waiting, most };
    },
    get statementsSent() {
      return statementsSent;
    },
    end: async () => {
      await pool.end({ timeout: 5 });
      await trail.end({ timeout: 5 });
    },
  };
};

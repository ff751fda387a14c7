import { v7 as uuidv7 } from 'uuid';

/** What can happen to patients' records, to an account, or to the audit itself. */
export const AUDIT_ACTIONS = [
  'read',
  'search',
  'write',
  /** A mutation of the graph or an operator's command. */
  'change',
  'refused',
  'sign-in',
  'sign-in-refused',
  'sign-out',
  /** A look at the access audit. */
  'audit-read',
  /** Rows of the access audit that left as a file. */
  'export',
  /** Access in an emergency was asked for, or given. */
  'break-glass',
  /** Another institution's record was opened to a sender, or a data manager decided on that. */
  'claim',
  /** What one institution holds of a person was parted from what others hold, by a data manager or a corrected number. */
  'unlink',
  /** A data manager joined two patients, or confirmed that they are one. */
  'relink',
  /** A patient was referred to another institution, or a referral was accepted, declined, answered or withdrawn. */
  'referral',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** One event: who did what to which patients, by which operation. */
export interface AuditRecord {
  readonly accountId: string;
  readonly role: string;
  readonly institutionId: string | null;
  readonly action: AuditAction;
  /** The web app's document or the endpoint, by name. */
  readonly operation: string;
  readonly patientIds: readonly string[];
  readonly requestId: string;
  readonly callerRequestId: string | null;
  /** More of the event; nothing that names a patient. */
  readonly detail?: Readonly<Record<string, unknown>> | null;
}

export interface AuditTrail {
  /** Resolves when the record is durable: nothing may be shown before. */
  write(record: AuditRecord): Promise<void>;
}

/** Takes the rows as one JSON array. */
export const insertAudit = `insert into basic.audit
    (id, account_id, role, institution_id, action, operation, patient_ids, request_id, caller_request_id, detail)
  select r.id, r."accountId", r.role, r."institutionId", r.action, r.operation, r."patientIds", r."requestId",
    r."callerRequestId", r.detail
  from jsonb_to_recordset($1::text::jsonb) as r(id uuid, "accountId" text, role text, "institutionId" uuid, action text,
    operation text, "patientIds" uuid[], "requestId" text, "callerRequestId" text, detail jsonb)`;

interface Batch {
  readonly rows: (AuditRecord & { readonly id: string })[];
  readonly done: PromiseWithResolvers<void>;
}

const newBatch = (): Batch => ({ rows: [], done: Promise.withResolvers<void>() });

/**
 * Writes the records that arrive during a commit together in the next commit: a page asks several subgraphs and
 * many people read at once, but a disk confirms one write at a time. A record fails with its batch.
 * @param send runs one statement in a transaction of its own
 */
export const auditTrail = (
  send: (text: string, params: readonly unknown[]) => PromiseLike<unknown>,
): AuditTrail => {
  let waiting = newBatch();
  let writing = false;

  const writeWaiting = async (): Promise<void> => {
    writing = true;
    while (waiting.rows.length > 0) {
      const batch = waiting;
      waiting = newBatch();
      try {
        await send(insertAudit, [JSON.stringify(batch.rows)]);
        batch.done.resolve();
      } catch (error) {
        batch.done.reject(error);
      }
    }
    writing = false;
  };

  return {
    write: (record) => {
      waiting.rows.push({ id: uuidv7(), ...record });
      const { promise } = waiting.done;
      // The delay of a tick lets the records of the other subgraphs join the batch.
      if (!writing) {
        writing = true;
        setImmediate(() => void writeWaiting());
      }
      return promise;
    },
  };
};

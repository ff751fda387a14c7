import { v7 as uuidv7 } from 'uuid';
import { storableJson } from './storable-json.ts';
import { isUnavailable } from './unavailable.ts';

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

/** What access is for: codes of HL7 v3 PurposeOfUse, found by the database (`basic.audit_purpose`). */
export type PurposeOfUse =
  | 'TREAT'
  | 'ETREAT'
  | 'CAREMGT'
  | 'HOPERAT'
  | 'HCOMPL'
  | 'HSYSADMIN'
  | 'HRESCH'
  | 'BIORCH'
  | 'PUBHLTH'
  | 'PATRQT';

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

interface Waiting extends PromiseWithResolvers<void> {
  readonly row: AuditRecord & { readonly id: string };
}

/**
 * Writes the records that arrive during a commit together in the next commit: a page asks several subgraphs and
 * many people read at once, but a disk confirms one write at a time. One that the database refuses fails alone.
 * @param send runs one statement in a transaction of its own
 */
export const auditTrail = (
  send: (text: string, params: readonly unknown[]) => PromiseLike<unknown>,
): AuditTrail => {
  let waiting: Waiting[] = [];
  let writing = false;

  const write = async (rows: readonly Waiting[]): Promise<void> => {
    try {
      await send(insertAudit, [storableJson(rows.map(({ row }) => row))]);
      for (const { resolve } of rows) resolve();
    } catch (error) {
      // Whose record it is that cannot be written, the statement does not say; nobody else waits for it.
      if (rows.length > 1 && !isUnavailable(error)) for (const one of rows) await write([one]);
      else for (const { reject } of rows) reject(error);
    }
  };

  const writeWaiting = async (): Promise<void> => {
    writing = true;
    while (waiting.length > 0) {
      const rows = waiting;
      waiting = [];
      await write(rows);
    }
    writing = false;
  };

  return {
    write: (record) => {
      const one = { row: { id: uuidv7(), ...record }, ...Promise.withResolvers<void>() };
      waiting.push(one);
      // The delay of a tick lets the records of the other subgraphs join the batch.
      if (!writing) {
        writing = true;
        setImmediate(() => void writeWaiting());
      }
      return one.promise;
    },
  };
};

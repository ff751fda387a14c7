import { v7 as uuidv7 } from 'uuid';

/** Who looked at which patients, through what. */
export interface Sighting {
  readonly accountId: string;
  readonly role: string;
  readonly institutionId: string | null;
  readonly action: string;
  readonly patientIds: readonly string[];
  readonly requestId: string;
}

export interface AuditTrail {
  /** Resolves when the sighting is durable: nothing may be shown before. */
  write(sighting: Sighting): Promise<void>;
}

const insert = `insert into basic.audit (id, account_id, role, institution_id, action, patient_ids, request_id)
  select r.id, r."accountId", r.role, r."institutionId", r.action, r."patientIds", r."requestId"
  from jsonb_to_recordset($1::text::jsonb) as r(id uuid, "accountId" text, role text, "institutionId" uuid,
    action text, "patientIds" uuid[], "requestId" text)`;

interface Batch {
  readonly rows: (Sighting & { readonly id: string })[];
  readonly done: PromiseWithResolvers<void>;
}

const newBatch = (): Batch => ({ rows: [], done: Promise.withResolvers<void>() });

/**
 * Writes what is reported while a commit is on its way in the next one, together: a page asks several
 * subgraphs and many people look at once, but a disk confirms one write at a time. A sighting fails with the
 * batch it is in.
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
        await send(insert, [JSON.stringify(batch.rows)]);
        batch.done.resolve();
      } catch (error) {
        batch.done.reject(error);
      }
    }
    writing = false;
  };

  return {
    write: (sighting) => {
      waiting.rows.push({ id: uuidv7(), ...sighting });
      const { promise } = waiting.done;
      // In a while: what the other subgraphs of the same tick look at comes along.
      if (!writing) {
        writing = true;
        setImmediate(() => void writeWaiting());
      }
      return promise;
    },
  };
};

import { sql } from 'drizzle-orm';
import type { AuditAction, PurposeOfUse } from './audit-trail.ts';
import type { Session } from './session.ts';
import { sqlStatement } from './statement.ts';

/** Which rows of the access audit are asked for; null asks nothing. */
export interface AuditFilter {
  readonly account: string | null;
  /** UUID. */
  readonly patient: string | null;
  /** UUID. */
  readonly institution: string | null;
  readonly actions: readonly AuditAction[] | null;
  /** Instants, ISO 8601; from on, and before. */
  readonly from: string | null;
  readonly to: string | null;
}

/** A row of the access audit as its readers see it. */
export interface AuditRow {
  readonly id: string;
  /** As PostgreSQL writes it in UTC, to the microsecond. */
  readonly at: string;
  readonly accountId: string;
  readonly role: string;
  readonly institutionId: string | null;
  readonly action: string;
  readonly operation: string;
  /** A code of HL7 v3 PurposeOfUse; null of rows older than it. */
  readonly purpose: PurposeOfUse | null;
  /** How many it concerned. */
  readonly patients: number;
  /** Those that the reader may ask after, 200 at most. */
  readonly patientIds: readonly string[];
  readonly requestId: string;
  readonly callerRequestId: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

const p = sql.placeholder;
const rows = sqlStatement<AuditRow>(sql`
  select r.id, r.at::text as at, r.account_id, r.role, r.institution_id, r.action, r.operation, r.purpose, r.patients, r.patient_ids,
    r.request_id, r.caller_request_id, r.detail
  from basic.read_audit(${p('asked')}::text::jsonb, ${p('most')}::int) r`);

const given = (values: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

/**
 * Rows of the access audit, newest first, as far as the session's principal may read them. To be audited by who calls.
 * @param after where the former page ended: its last row's `at` and `id`
 */
export const readAudit = (
  session: Session,
  filter: AuditFilter,
  after: { readonly at: string; readonly id: string } | null,
  most: number,
): Promise<AuditRow[]> => {
  const asked = { ...given(filter), ...(after && { afterAt: after.at, afterId: after.id }) };
  return session.run(rows, { asked: JSON.stringify(asked), most });
};

/** What was asked of the audit, as the audit keeps it; the patient stands in its own column. */
export const auditFilterDetail = (filter: AuditFilter): Record<string, unknown> =>
  given({ ...filter, patient: null });

import { userInfo } from 'node:os';
import type postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { type AuditRecord, insertAudit } from './audit-trail.ts';

/** The user of the machine; some have no entry of their own in its list of users. */
const userOfMachine = (): string => {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
};

/**
 * Records an operator's command that works as the owner, under the name that the machine knows its user by.
 * @param operation the command, e.g. `nodp account add`
 */
export const auditOperator = async (
  sql: postgres.Sql,
  operation: string,
  detail: NonNullable<AuditRecord['detail']>,
): Promise<void> => {
  const row: AuditRecord & { readonly id: string } = {
    id: uuidv7(),
    accountId: `operator:${userOfMachine()}`,
    role: 'OPERATOR',
    institutionId: null,
    action: 'change',
    operation,
    patientIds: [],
    requestId: uuidv7(),
    callerRequestId: null,
    detail,
  };
  await sql.unsafe(insertAudit, [JSON.stringify([row])]);
};

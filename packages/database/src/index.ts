export { accountIdFits, needsInstitution, passwordFits } from './account-rules.ts';
export {
  type ChainFault,
  type ChainHead,
  type ChainVerified,
  verifyAudit,
} from './audit-chain.ts';
export { type AuditFilter, type AuditRow, auditFilterDetail, readAudit } from './audit-reading.ts';
export {
  AUDIT_ACTIONS,
  type AuditAction,
  type AuditRecord,
  type PurposeOfUse,
} from './audit-trail.ts';
export { grantOf, isClientScope, narrowed } from './client-scopes.ts';
export type { DimseSender } from './dimse-senders.ts';
export { type EmbeddedServer, startEmbedded } from './embedded.ts';
export { openToAll } from './embedded-programs.ts';
export {
  IDENTITY_HASHES,
  type IdentityCipher,
  type IdentityHashes,
  identityCipher,
  nameWords,
  type PersonIdentity,
} from './identity-cipher.ts';
export { jobLock, LOCKS } from './locks.ts';
export { type Migrations, migrate } from './migrate.ts';
export type { MllpSender } from './mllp-senders.ts';
export { auditOperator } from './operator-audit.ts';
export { derivePassword, hashPassword } from './passwords.ts';
export { type PlatformFigures, SAMPLE_SECONDS } from './platform-figures.ts';
export {
  forSystem,
  type Grant,
  hasScope,
  type Principal,
  type Role,
  roles,
  type Scope,
  scopesOf,
} from './principal.ts';
export { PlatformError } from './problems.ts';
export { originOf, type RequestOrigin } from './request-origin.ts';
export { type RowOfBefore, type RowsOfBefore, rowsOfBefore } from './rows-of-before.ts';
export { runningOwnerUrl } from './running.ts';
export { auditRecord, connect, type Database, type Session } from './session.ts';
export {
  readSettings,
  required,
  type SettingName,
  type Settings,
  wholeNumber,
} from './settings.ts';
export { query, type Statement, sqlStatement, statement } from './statement.ts';
export { storableJson } from './storable-json.ts';
export { isUnavailable, isUnstorable } from './unavailable.ts';
export {
  type ClinicalContent,
  type ClinicalRow,
  contentHash,
  type RecordKey,
  type RowOutcome,
  type Upsert,
  upsertInto,
  type Written,
} from './upsert.ts';

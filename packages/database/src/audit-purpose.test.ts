import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAudit } from './audit-chain.ts';
import type { PurposeOfUse } from './audit-trail.ts';
import { auditOperator } from './operator-audit.ts';
import type { Role } from './principal.ts';
import { auditRecord } from './session.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let db: TestDatabase;
let owner: postgres.Sql;
beforeAll(async () => {
  db = await testDatabase();
  owner = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await owner.end();
  await db.end();
});

const here = '01900000-0000-7000-8000-000000000001';
const patient = '01900000-0000-7000-8000-0000000000aa';
const other = '01900000-0000-7000-8000-0000000000bb';

/** Records an event and says what the database took it to be for. */
const purposeOf = async (
  accountId: string,
  role: string,
  action: 'read' | 'break-glass' | 'sign-in-refused' = 'read',
  patients: readonly string[] = [patient],
): Promise<string | null> => {
  await db.database.record(
    auditRecord({ accountId, role, institutionId: here }, { requestId: 'r' }, action, patients),
  );
  const [row] = await owner`select purpose from basic.audit order by number desc limit 1`;
  return row?.purpose;
};

/** The compiler holds it complete: a new role has a purpose. */
const purposes: Readonly<Record<Role, PurposeOfUse>> = {
  CLINICIAN: 'TREAT',
  SYSTEM: 'TREAT',
  FOLLOWUP_COORDINATOR: 'CAREMGT',
  DATA_MANAGER: 'HOPERAT',
  PRIVACY_OFFICER: 'HCOMPL',
  ADMINISTRATOR: 'HSYSADMIN',
  RESEARCHER: 'HRESCH',
  BIOBANK_MANAGER: 'BIORCH',
  POLICYMAKER: 'PUBHLTH',
};

test.each(Object.entries(purposes))('what a %s does is for %s', async (role, purpose) => {
  expect(await purposeOf('x', role)).toBe(purpose);
});

test('a patient by a link, an operator, and nobody', async () => {
  expect(await purposeOf('patient-link', 'SYSTEM')).toBe('PATRQT');
  expect(await purposeOf('unknown', 'none', 'sign-in-refused', [])).toBeNull();
  await auditOperator(owner, 'nodp account add', { account: 'x' });
  const [row] = await owner`select purpose from basic.audit order by number desc limit 1`;
  expect(row?.purpose).toBe('HSYSADMIN');
});

test('access in an emergency is for that, while it lasts, of that account and patient alone', async () => {
  expect(await purposeOf('doctor', 'CLINICIAN', 'break-glass', [])).toBe('ETREAT');
  await owner`insert into basic.break_glass (id, account_id, institution_id, patient_id, reason, expires_at)
    values (gen_random_uuid(), 'doctor', ${here}, ${patient}, 'bleeding', now() + interval '1 hour')`;
  expect(await purposeOf('doctor', 'CLINICIAN', 'read', [other, patient])).toBe('ETREAT');
  expect(await purposeOf('doctor', 'CLINICIAN', 'read', [other])).toBe('TREAT');
  expect(await purposeOf('another', 'CLINICIAN')).toBe('TREAT');
  await owner`update basic.break_glass set expires_at = now() - interval '1 second'`;
  expect(await purposeOf('doctor', 'CLINICIAN')).toBe('TREAT');
});

test('the purpose is part of the chain, and rows older than it are too', async () => {
  // As a version before wrote them: without a purpose.
  await owner`alter table basic.audit disable trigger chain_audit`;
  await owner`insert into basic.audit (id, account_id, role, action, patient_ids, request_id, number, previous_hash)
    select gen_random_uuid(), 'old', 'CLINICIAN', 'read', '{}', 'r', number + 1, hash from basic.audit_head`;
  await owner`alter table basic.audit enable trigger chain_audit`;
  await owner`update basic.audit a set hash = sha256(convert_to(jsonb_build_array(a.number, encode(a.previous_hash, 'hex'), a.id,
      extract(epoch from a.at), a.account_id, a.role, a.institution_id, a.action, a.operation, a.patient_ids, a.request_id,
      a.caller_request_id, a.detail)::text, 'UTF8')) where a.account_id = 'old'`;
  await owner`update basic.audit_head set (number, hash) = (select number, hash from basic.audit where account_id = 'old')`;
  expect(await purposeOf('new', 'CLINICIAN')).toBe('TREAT');
  expect((await verifyAudit(owner)).fault).toBeNull();
  const [row] = await owner`
    update basic.audit set purpose = 'ETREAT' where account_id = 'new' returning number::int as number`;
  expect((await verifyAudit(owner)).fault).toEqual({ kind: 'changed', number: row?.number });
});

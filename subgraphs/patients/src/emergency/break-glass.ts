import { sqlStatement } from '@nodp/database';
import {
  badInput,
  type Connection,
  connection,
  decodeCursor,
  decodeOne,
  encodeId,
  pageSize,
  rowByPatient,
  type SubgraphContext,
} from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type {
  AccessVerdict,
  BreakGlassAnswer,
  BreakGlassInput,
  BreakGlassState,
  MutationReviewBreakGlassArgs,
  QueryBreakGlassArgs,
} from '../generated/resolvers.ts';
import { isCalendarDay } from '../people/calendar-day.ts';

const LONGEST = 500;
const SHORTEST_REASON = 10;

/** A row of `basic.break_glass`. */
export interface BreakGlassRow {
  readonly id: string;
  readonly accountId: string;
  readonly institutionId: string;
  readonly patientId: string;
  readonly reason: string;
  readonly grantedAt: string;
  readonly expiresAt: string;
  readonly reviewedBy: string | null;
  readonly reviewedAt: string | null;
  readonly verdict: AccessVerdict | null;
  readonly remark: string | null;
}

const p = sql.placeholder;
const open = sqlStatement<{
  state: BreakGlassState;
  patientId: string | null;
  expiresAt: string | null;
}>(sql`
  select state, patient_id, expires_at
  from patients.break_glass(${p('hash')}, ${p('names')}::text[], ${p('reason')})`);
const page = sqlStatement<BreakGlassRow & { sortKey: string }>(sql`
  select b.*, b.granted_at::text as sort_key from basic.read_break_glass(${p('openOnly')}::boolean,
    ${p('afterAt')}::timestamptz, ${p('afterId')}::uuid, ${p('limit')}::int) b`);
const review = sqlStatement<BreakGlassRow>(sql`
  select * from basic.review_break_glass(${p('id')}::uuid, ${p('verdict')}, ${p('remark')})`);

/** Text of a person's, without the spaces around it. @throws BAD_USER_INPUT */
export const readWords = (name: string, text: string, shortest: number): string => {
  const words = text.trim();
  if (words.length < shortest || words.length > LONGEST)
    throw badInput(
      `\`${name}\` has ${shortest} to ${LONGEST} characters. / 需要 ${shortest} 至 ${LONGEST} 个字符。`,
    );
  return words;
};

/**
 * Opens the record of the patient whom number, day of birth and name mean. The question is recorded before anything is
 * looked up, and once more with the patient where the record was opened.
 * @throws BAD_USER_INPUT
 */
export const breakGlass = async (
  input: BreakGlassInput,
  { session, cipher }: SubgraphContext,
): Promise<BreakGlassAnswer> => {
  const reason = readWords('reason', input.reason, SHORTEST_REASON);
  const name = readWords('name', input.name, 2);
  const nationalId = readWords('nationalId', input.nationalId, 4);
  if (!isCalendarDay(input.birthDate))
    throw badInput(
      '`birthDate` is a day of the calendar, YYYY-MM-DD. / 出生日期格式为 YYYY-MM-DD。',
    );
  const hash = cipher.nationalHash(nationalId, input.birthDate);
  const names = cipher.nameSearchHashes(name);
  await session.audit('break-glass', [], { reason, hashes: [hash, ...names] });
  const [answer] = await session.run(open, { hash, names, reason });
  if (answer === undefined) throw new Error('break_glass answers with one row');
  const { state, patientId, expiresAt } = answer;
  if (patientId !== null)
    await session.audit('break-glass', [patientId], { state, until: expiresAt });
  return {
    state,
    patientId: patientId === null ? null : encodeId('Patient', patientId),
    until: expiresAt,
  };
};

export const listBreakGlass = async (
  { openOnly, first, after }: QueryBreakGlassArgs,
  { session }: SubgraphContext,
): Promise<Connection<BreakGlassRow>> => {
  const size = pageSize(first, 50, 200);
  const [afterAt, afterId] = after ? decodeCursor(after, ['instant', 'uuid']) : [null, null];
  await session.audit('audit-read', [], { breakGlass: true });
  const asked = { openOnly: openOnly ?? false, afterAt, afterId, limit: size + 1 };
  const rows = await session.run(page, asked);
  return connection(rows, size, (row) => [row.sortKey, row.id]);
};

/** @throws BAD_USER_INPUT */
export const reviewBreakGlass = async (
  { id, verdict, remark }: MutationReviewBreakGlassArgs,
  { session }: SubgraphContext,
): Promise<BreakGlassRow | null> => {
  const values = {
    id: decodeOne('BreakGlass', id),
    verdict,
    remark: readWords('remark', remark, 0),
  };
  const [row] = await session.run(review, values);
  if (row === undefined) return null;
  await session.audit('change', [row.patientId], { breakGlass: verdict });
  return row;
};

/** Of patients that the account reads because of an emergency alone; row-level security shows an account its own. */
export const emergencyRow = rowByPatient(
  sqlStatement<{ patientId: string; expiresAt: string; reason: string }>(sql`
    select distinct on (b.patient_id) b.patient_id, b.expires_at, b.reason from basic.break_glass b
    where b.patient_id = any(${p('ids')}) and b.expires_at > now()
      and not exists (select 1 from basic.care_relationship c where c.patient_id = b.patient_id)
    order by b.patient_id, b.expires_at desc`),
);

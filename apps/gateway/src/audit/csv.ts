import { type AuditFilter, type AuditRow, readAudit, type Session } from '@nodp/database';
import { encodeId } from '@nodp/graph';

/** Rows that one file holds; a longer one is asked for in parts. */
const MOST_ROWS = 100_000;
const PAGE = 1_000;

const HEADINGS = [
  'at',
  'account',
  'role',
  'institution',
  'action',
  'operation',
  'purpose',
  'patient_count',
  'patients',
  'request',
  'caller_request',
  'detail',
];

/** RFC 4180; a leading = + - @ would be a formula to a spreadsheet, and an account or a request is named by its sender. */
const field = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const line = (fields: readonly string[]): string => `${fields.map(field).join(',')}\r\n`;

const shownDetail = ({ detail }: AuditRow): string => {
  const { hashes: _, ...rest } = detail ?? {};
  return Object.keys(rest).length === 0 ? '' : JSON.stringify(rest);
};

const lineOf = (row: AuditRow, codes: ReadonlyMap<string, string>): string =>
  line([
    new Date(row.at).toISOString(),
    row.accountId,
    row.role,
    row.institutionId === null ? '' : (codes.get(row.institutionId) ?? row.institutionId),
    row.action,
    row.operation,
    row.purpose ?? '',
    String(row.patients),
    row.patientIds.map((id) => encodeId('Patient', id)).join(' '),
    row.requestId,
    row.callerRequestId ?? '',
    shownDetail(row),
  ]);

/**
 * Rows of the access audit as CSV with a byte order mark, page by page, newest first. Ends after `MOST_ROWS` with a line
 * that says so.
 * @param codes of institutions by id
 */
export async function* csvOf(
  session: Session,
  filter: AuditFilter,
  codes: ReadonlyMap<string, string>,
): AsyncGenerator<string> {
  yield `\uFEFF${line(HEADINGS)}`;
  let after: { at: string; id: string } | null = null;
  for (let written = 0; written < MOST_ROWS; ) {
    const rows: AuditRow[] = await readAudit(session, filter, after, PAGE);
    yield rows.map((row) => lineOf(row, codes)).join('');
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = { at: last.at, id: last.id };
    written += rows.length;
  }
  yield line([`Ends after ${MOST_ROWS} rows: export the time before the last one apart.`]);
}

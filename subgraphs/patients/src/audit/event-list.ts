import {
  AUDIT_ACTIONS,
  type AuditAction,
  type AuditFilter,
  type AuditRow,
  auditFilterDetail,
  readAudit,
} from '@nodp/database';
import {
  badInput,
  type Connection,
  connection,
  dayBegins,
  decodeCursor,
  decodeOne,
  pageSize,
  type SubgraphContext,
} from '@nodp/graph';
import type {
  AuditAction as GraphAction,
  AuditFilter as GraphFilter,
  QueryAuditEventsArgs,
} from '../generated/resolvers.ts';
import { readDays } from '../network/days.ts';

const LONGEST_ACCOUNT = 200;

/** `sign-in` is SIGN_IN in the graph; null for what rows said before there were actions. */
export const graphAction = (action: string): GraphAction | null =>
  (AUDIT_ACTIONS as readonly string[]).includes(action)
    ? (action.toUpperCase().replaceAll('-', '_') as GraphAction)
    : null;

const actionOf = (action: GraphAction): AuditAction =>
  action.toLowerCase().replaceAll('_', '-') as AuditAction;

/** @throws BAD_USER_INPUT */
const readFilter = (filter: GraphFilter | null | undefined): AuditFilter => {
  const { account, patient, institution, actions } = filter ?? {};
  if ((account?.length ?? 0) > LONGEST_ACCOUNT)
    throw badInput(`An account's name has at most ${LONGEST_ACCOUNT} characters.`);
  const { fromDay, toDay } = readDays(filter?.fromDay, filter?.toDay);
  return {
    account: account || null,
    patient: patient ? decodeOne('Patient', patient) : null,
    institution: institution ? decodeOne('Institution', institution) : null,
    actions: actions?.length ? [...new Set(actions)].map(actionOf) : null,
    from: fromDay && dayBegins(fromDay),
    to: toDay && dayBegins(toDay, 1),
  };
};

/** The page that is asked for; the question is recorded before it is answered. */
export const listAuditEvents = async (
  { filter, first, after }: QueryAuditEventsArgs,
  { session }: SubgraphContext,
): Promise<Connection<AuditRow>> => {
  const size = pageSize(first, 50, 200);
  const asked = readFilter(filter);
  const [at, id] = after ? (decodeCursor(after, ['instant', 'uuid']) as string[]) : [];
  await session.audit(
    'audit-read',
    asked.patient === null ? [] : [asked.patient],
    auditFilterDetail(asked),
  );
  const from = at === undefined || id === undefined ? null : { at, id };
  const rows = await readAudit(session, asked, from, size + 1);
  return connection(rows, size, (row) => [row.at, row.id]);
};

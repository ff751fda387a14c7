/** What the access audit is asked for, as the address keeps it and as the graph takes it. */
import { listOf, type Search } from '../../address.ts';
import { isDay } from '../../format/date.ts';
import type { AuditAction, AuditFilter } from '../../graph/generated/graphql.ts';

export const actions = [
  'READ',
  'SEARCH',
  'WRITE',
  'CHANGE',
  'REFUSED',
  'SIGN_IN',
  'SIGN_IN_REFUSED',
  'SIGN_OUT',
  'AUDIT_READ',
  'EXPORT',
  'BREAK_GLASS',
  'CLAIM',
] as const satisfies readonly AuditAction[];

/** The days of an address in their order; a day that is none is passed over. */
export function daysOf(search: Search): { from?: string; to?: string } {
  const [from, to] = [search.from, search.to].map((day) => (day && isDay(day) ? day : undefined));
  const turned = from !== undefined && to !== undefined && from > to;
  const [first, last] = turned ? [to, from] : [from, to];
  return { ...(first ? { from: first } : {}), ...(last ? { to: last } : {}) };
}

/** What an address asks of the graph; choices that do not exist are passed over. */
export function auditFilterOf(search: Search): AuditFilter {
  const { from, to } = daysOf(search);
  const action = listOf(search.action, actions);
  return {
    ...(search.account ? { account: search.account } : {}),
    ...(search.patient ? { patient: search.patient } : {}),
    ...(search.institution ? { institution: search.institution } : {}),
    ...(action.length > 0 ? { actions: action } : {}),
    ...(from ? { fromDay: from } : {}),
    ...(to ? { toDay: to } : {}),
  };
}

/** The address of the file of the same rows. */
export function exportAddress(filter: AuditFilter): string {
  const { account, patient, institution, actions: chosen, fromDay, toDay } = filter;
  const pairs = {
    account,
    patient,
    institution,
    action: chosen?.join(','),
    from: fromDay,
    to: toDay,
  };
  const given = Object.entries(pairs).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length === 0
    ? '/audit/events.csv'
    : `/audit/events.csv?${new URLSearchParams(given)}`;
}

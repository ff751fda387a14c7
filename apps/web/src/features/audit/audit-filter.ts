/** What the access audit is asked for, as the address keeps it and as the graph takes it. */
import { daysOf, listOf, type Search } from '../../address.ts';
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

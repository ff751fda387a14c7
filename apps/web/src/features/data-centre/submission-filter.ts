/** What the list of submissions is asked for, as the address keeps it and as the graph takes it. */
import { daysOf, listOf, type Search } from '../../address.ts';
import type { SubmissionFilter } from '../../graph/generated/graphql.ts';

export const statuses = ['accepted', 'partial', 'refused', 'received'] as const;

/** What an address asks of the graph; choices that do not exist are passed over, days in the wrong order turned. */
export function submissionFilterOf(search: Search): SubmissionFilter {
  const filter: SubmissionFilter = {};
  const status = listOf(search.status, statuses);
  if (status.length > 0) filter.status = status;
  if (search.institution) filter.institutions = search.institution.split(',').slice(0, 200);
  const { from, to } = daysOf(search);
  if (from) filter.fromDay = from;
  if (to) filter.toDay = to;
  if (/^[0-9a-f]{4,64}$/i.test(search.sha ?? '')) filter.sha256 = search.sha?.toLowerCase() ?? null;
  return filter;
}

import { badInput, decodeOne } from '@nodp/graph';
import type { SubmissionFilter } from '../generated/resolvers.ts';

const STATUSES = ['received', 'accepted', 'partial', 'refused'];
const MOST_INSTITUTIONS = 200;

/** What a statement is given; null where nothing is asked of a property. */
export interface SubmissionConditions {
  readonly status: readonly string[] | null;
  readonly institutions: readonly string[] | null;
  readonly fromDay: string | null;
  readonly toDay: string | null;
  readonly sha256: string | null;
}

const some = <T>(list: readonly T[] | null | undefined): readonly T[] | null =>
  list?.length ? list : null;

const dayOf = (name: string, day: string | null | undefined): string | null => {
  if (!day) return null;
  const known = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : null;
  if (known === null || Number.isNaN(known.getTime()) || !known.toISOString().startsWith(day))
    throw badInput(`\`${name}\` is a day of the calendar, YYYY-MM-DD, not ${day.slice(0, 20)}.`);
  return day;
};

/** @throws BAD_USER_INPUT that says which condition cannot be read and how it is written */
export const readSubmissionFilter = (
  filter: SubmissionFilter | null | undefined,
): SubmissionConditions => {
  const { status, institutions, fromDay, toDay, sha256 } = filter ?? {};
  for (const one of status ?? [])
    if (!STATUSES.includes(one))
      throw badInput(`There is no status ${one.slice(0, 20)}. Give one of ${STATUSES.join(', ')}.`);
  if ((institutions?.length ?? 0) > MOST_INSTITUTIONS)
    throw badInput(`At most ${MOST_INSTITUTIONS} institutions can be asked for at once.`);
  if (sha256 && !/^[0-9a-f]{4,64}$/i.test(sha256))
    throw badInput('`sha256` is the beginning of a checksum: 4 to 64 hexadecimal digits.');
  const [from, to] = [dayOf('fromDay', fromDay), dayOf('toDay', toDay)];
  if (from !== null && to !== null && from > to)
    throw badInput(`Days run from ${from} to ${to}. Give the earlier as fromDay.`);
  return {
    status: some(status),
    institutions: some(institutions?.map((id) => decodeOne('Institution', id))),
    fromDay: from,
    toDay: to,
    sha256: sha256?.toLowerCase() || null,
  };
};

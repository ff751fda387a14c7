import { badInput, decodeOne } from '@nodp/graph';
import type { SubmissionFilter } from '../generated/resolvers.ts';
import { readDays } from './days.ts';

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
  const days = readDays(fromDay, toDay);
  return {
    status: some(status),
    institutions: some(institutions?.map((id) => decodeOne('Institution', id))),
    ...days,
    sha256: sha256?.toLowerCase() || null,
  };
};

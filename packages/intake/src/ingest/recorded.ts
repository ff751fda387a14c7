import type { RequestOrigin, Session } from '@nodp/database';
import type { ReadSubmission, ReadUnit } from '../units.ts';
import { claimsOf } from './people.ts';
import type { Claimed, Linked } from './pool.ts';

/** What came by one request, among several things that are written together. */
export interface Asked {
  readonly origin: RequestOrigin;
  readonly units: readonly ReadUnit[];
}

/** What is written at once; `asked` where it came by several requests. */
export interface AskedSubmission extends ReadSubmission {
  readonly asked?: readonly Asked[];
}

/** What was done to patients. */
export interface Done {
  readonly claimed: ReadonlyMap<string, Claimed>;
  /** Made one, because their hospital says that they are. */
  readonly joined: readonly Linked[];
  /** Made one with another institution's. */
  readonly opened: readonly Linked[];
  /** Parted, because the number that joined them was corrected. */
  readonly parted: readonly { readonly own: string; readonly from: string }[];
}

export const patientsOf = (claimed: Iterable<Claimed>): string[] => [
  ...new Set([...claimed].flatMap(({ patientId }) => patientId ?? [])),
];

/** What of all that was done is of one request: by the patients whom its units name. */
const doneBy = (units: readonly ReadUnit[], { claimed, ...done }: Done): Done => {
  const own = new Map(
    claimsOf(units).flatMap(({ key }) => {
      const one = claimed.get(key);
      return one === undefined ? [] : [[key, one] as const];
    }),
  );
  const named = new Set(patientsOf(own.values()));
  const concerns = ({ surviving, merged }: Linked) => named.has(surviving) || named.has(merged);
  return {
    claimed: own,
    joined: done.joined.filter(concerns),
    opened: done.opened.filter(concerns),
    parted: done.parted.filter((one) => named.has(one.own)),
  };
};

const record = async (
  session: Session,
  submissionId: string,
  { claimed, joined, opened, parted }: Done,
  origin: RequestOrigin,
): Promise<void> => {
  const linked = [...joined, ...opened].flatMap(({ surviving, merged }) => [surviving, merged]);
  const touched = new Set([...patientsOf(claimed.values()), ...linked]);
  await session.audit('write', [...touched], { submissionId }, origin);
  for (const { own, from } of parted)
    await session.audit('unlink', [own, from], { corrected: true }, origin);
  // Told to the institutions that know the person: they see it of their patient.
  if (opened.length > 0)
    await session.audit(
      'claim',
      opened.map(({ surviving }) => surviving),
      { opened: opened.length },
      origin,
    );
};

/**
 * Records what is written before it is committed, each request's under its own number: nothing is written that is not recorded, and
 * what is rolled back was tried.
 */
export const recordWork = async (
  session: Session,
  submissionId: string,
  { asked }: AskedSubmission,
  done: Done,
): Promise<void> => {
  if (asked === undefined) return record(session, submissionId, done, session.origin);
  await Promise.all(
    asked.map(({ origin, units }) => record(session, submissionId, doneBy(units, done), origin)),
  );
};

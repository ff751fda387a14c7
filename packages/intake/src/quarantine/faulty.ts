import type { Session } from '@nodp/database';
import { nationalDay } from '@nodp/oncology';
import { findingsIn, isHolding } from '../edits/examine.ts';
import type { IntakeServices } from '../ingest/services.ts';
import { recordOf } from '../ingest/stale.ts';
import { heldOfKeys } from './held-rows.ts';

/** A record of the pool that edits hold, and the submission that told of it last. */
export interface Faulty {
  /** The sender's key: `Type key`. */
  readonly record: string;
  readonly submissionId: string;
}

/** What was decided of a content that stands in the pool is not asked again: the sender has sent no other since. */
const withoutDecided = async (
  session: Session,
  faulty: ReadonlyMap<string, Faulty & { readonly key: readonly [string, string] }>,
): Promise<Faulty[]> => {
  if (faulty.size === 0) return [];
  const keys = [...faulty.values()].map(({ key }) => key);
  const columns = [keys.map(([type]) => type), keys.map(([, id]) => id)];
  const decided = new Set(
    (await session.run(heldOfKeys, { columns }))
      .filter(({ state }) => state !== 'HELD')
      .map(recordOf),
  );
  return [...faulty.values()]
    .filter(({ record }) => !decided.has(record))
    .map(({ record, submissionId }) => ({ record, submissionId }));
};

/** Records of patients, sent by the session's institution and stored, that the edits of today hold. */
export const faultyOf = async (
  session: Session,
  { registry }: Pick<IntakeServices, 'registry'>,
  patientIds: readonly string[],
): Promise<readonly Faulty[]> => {
  if (patientIds.length === 0) return [];
  const people = await registry.known(session, patientIds);
  const today = { date: nationalDay(new Date()), precision: 'day' as const };
  const faulty = new Map<string, Faulty & { readonly key: readonly [string, string] }>();
  for (const { patientId, submissionId, record } of await registry.stored(session, patientIds)) {
    const about = { person: people.get(patientId) ?? null, today };
    if (!findingsIn([record], about).some(isHolding)) continue;
    const { type, id } = record.source;
    const name = recordOf({ sourceType: type, sourceId: id });
    const known = faulty.get(name);
    // A part that did not change was told of by an older submission than the record was: ids rise with time.
    if (known === undefined || known.submissionId < submissionId)
      faulty.set(name, { record: name, submissionId, key: [type, id.split('#')[0] ?? id] });
  }
  return withoutDecided(session, faulty);
};

import type { IdentityCipher, RecordKey, RowOutcome, Session } from '@nodp/database';
import type { ReadEntry, ReadSubmission } from '../fhir/read.ts';
import { claimsOf, resolvePatients, seenOf } from './people.ts';
import type { Claimed, ClinicalPool, Resolved, SentRecord, WrittenRecord } from './pool.ts';
import { type EntryResult, isRefused, outcomeOf, resultOf } from './results.ts';
import { keep } from './retained.ts';

/** What intake works with; one for a whole server. */
export interface Intake {
  readonly pool: ClinicalPool;
  readonly cipher: IdentityCipher;
}

/** An entry was refused after the work began: nothing of the transaction stays. */
export class TransactionRefused extends Error {
  readonly entries: readonly ReadEntry[];
  constructor(entries: readonly ReadEntry[]) {
    super('The transaction was refused.');
    this.entries = entries;
  }
}

/** Records of patients known before, whose rows of before may be read no more. */
const sentAgain = (
  entries: readonly ReadEntry[],
  claimed: ReadonlyMap<string, Claimed>,
): SentRecord[] =>
  entries.flatMap(({ patient, key, resourceType, reading }): SentRecord[] => {
    const claim = patient === null ? undefined : claimed.get(patient);
    if (claim?.state !== 'known' || key === null || reading.outcome === 'refused') return [];
    const conditional = reading.outcome === 'read' && reading.records.some((r) => r.createOnly);
    if (resourceType === 'Patient' || conditional) return [];
    const read = reading.outcome === 'read';
    return [{ patientId: claim.patientId, sourceType: resourceType, sourceId: key, read }];
  });

/** The record a row was read from. */
const recordOf = ({ sourceType, sourceId }: RecordKey): string =>
  `${sourceType} ${sourceId.split('#')[0]}`;

const outcomesOf = (
  written: readonly WrittenRecord[],
  gone: readonly RecordKey[],
): ReadonlyMap<string, readonly RowOutcome[]> => {
  const outcomes = new Map<string, RowOutcome[]>();
  const add = (row: RecordKey, outcome: RowOutcome) => {
    const known = outcomes.get(recordOf(row));
    if (known === undefined) outcomes.set(recordOf(row), [outcome]);
    else known.push(outcome);
  };
  for (const row of written) add(row, row.outcome);
  for (const row of gone) add(row, 'updated');
  return outcomes;
};

/** The work of one submission, within one transaction. */
export const work = async (
  session: Session,
  { pool, cipher }: Intake,
  submissionId: string,
  read: ReadSubmission,
): Promise<EntryResult[]> => {
  const claimed = await pool.registry.claim(session, claimsOf(read.entries));
  const entries = resolvePatients(read.entries, claimed);
  if (read.form === 'transaction' && entries.some(isRefused)) throw new TransactionRefused(entries);

  const records = entries.flatMap((entry): Resolved[] => {
    const patientId = entry.patient === null ? null : claimed.get(entry.patient)?.patientId;
    if (entry.reading.outcome !== 'read' || !patientId) return [];
    return entry.reading.records.map((record) => ({ record, patientId }));
  });
  const written: WrittenRecord[] = [];
  for (const writer of pool.writers) {
    const own = records.filter(({ record }) => writer.kinds.includes(record.kind));
    if (own.length > 0) written.push(...(await writer.write(session, submissionId, own)));
  }
  const again = sentAgain(entries, claimed);
  const gone: RecordKey[] = [];
  if (again.length > 0) {
    for (const writer of pool.writers)
      gone.push(...(await writer.withdraw(session, again, written)));
  }
  await keep(session, cipher, submissionId, entries);
  const seen = seenOf(records, claimed, new Date().toISOString().slice(0, 10));
  if (seen.length > 0) await pool.registry.renew(session, seen);

  const outcomes = outcomesOf(written, gone);
  return entries.map((entry) =>
    resultOf(entry, outcomeOf(entry, outcomes.get(`${entry.resourceType} ${entry.key}`) ?? [])),
  );
};

import type { RecordKey, RowOutcome, Session } from '@nodp/database';
import type { Kind, KindModule, KindModules, Resolved, Writing, WrittenRecord } from '@nodp/record';
import type { ReadEntry, ReadSubmission } from '../fhir/read.ts';
import type { Intake } from './intake.ts';
import { claimsOf, resolvePatients, seenOf } from './people.ts';
import type { Claimed, SentRecord } from './pool.ts';
import { type EntryResult, isRefused, outcomeOf, resultOf } from './results.ts';
import { keep } from './retained.ts';
import { mayBeStale } from './stale.ts';

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

/** Writes the records kind by kind, in the order of the kinds: persons first. */
const writeAll = async (
  to: Writing,
  kinds: KindModules,
  records: readonly Resolved[],
): Promise<WrittenRecord[]> => {
  const byKind = Map.groupBy(records, ({ record }) => record.kind);
  const written: WrittenRecord[] = [];
  for (const [kind, { writer }] of Object.entries(kinds) as [Kind, KindModule<Kind>][]) {
    const own = byKind.get(kind);
    if (own !== undefined) written.push(...(await writer.write(to, own)));
    byKind.delete(kind);
  }
  // Answering that such records are there would lose them.
  if (byKind.size > 0)
    throw new Error(`No room writes records of ${[...byKind.keys()].join(', ')}.`);
  return written;
};

/** Takes away rows that were read before from what was sent again and are read from it no more. */
const withdrawAll = async (
  session: Session,
  { kinds, fhir }: Pick<Intake, 'kinds' | 'fhir'>,
  sent: readonly SentRecord[],
  written: readonly WrittenRecord[],
): Promise<RecordKey[]> => {
  const gone: RecordKey[] = [];
  if (sent.length === 0) return gone;
  for (const [kind, { writer }] of Object.entries(kinds) as [Kind, KindModule<Kind>][]) {
    const stale = sent.filter((s) => mayBeStale(s, fhir.kindsOf(s.sourceType), kind));
    const stay = written.filter((row) => row.kind === kind);
    if (stale.length > 0) gone.push(...(await writer.withdraw(session, stale, stay)));
  }
  return gone;
};

/** The work of one submission, within one transaction. */
export const work = async (
  session: Session,
  { registry, kinds, fhir, cipher }: Intake,
  submissionId: string,
  read: ReadSubmission,
): Promise<EntryResult[]> => {
  const claimed = await registry.claim(session, claimsOf(read.entries));
  const entries = resolvePatients(read.entries, claimed);
  if (read.form === 'transaction' && entries.some(isRefused)) throw new TransactionRefused(entries);

  const records = entries.flatMap((entry): Resolved[] => {
    const patientId = entry.patient === null ? null : claimed.get(entry.patient)?.patientId;
    if (entry.reading.outcome !== 'read' || !patientId) return [];
    return entry.reading.records.map((record) => ({ record, patientId }));
  });
  const written = await writeAll({ session, submissionId, cipher }, kinds, records);
  const gone = await withdrawAll(session, { kinds, fhir }, sentAgain(entries, claimed), written);
  await keep(session, cipher, submissionId, entries);
  const seen = seenOf(kinds, records, claimed, new Date().toISOString().slice(0, 10));
  if (seen.length > 0) await registry.renew(session, seen);

  const outcomes = outcomesOf(written, gone);
  return entries.map((entry) =>
    resultOf(entry, outcomeOf(entry, outcomes.get(`${entry.resourceType} ${entry.key}`) ?? [])),
  );
};

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isUnavailable, query, type Session, statement } from '@nodp/database';
import { ruleSwitch } from '@nodp/database/tables';
import { nationalDay, rulesInForce } from '@nodp/oncology';
import type { Issue } from '@nodp/record';
import { asc } from 'drizzle-orm';
import type { Made } from '../formats/made/made.ts';
import { readMade } from '../formats/made/read-made.ts';
import { withRetries } from '../ingest/attempt.ts';
import type { Claimed } from '../ingest/pool.ts';
import {
  type EntryResult,
  finish,
  type IngestResult,
  isRefused,
  refuseAll,
} from '../ingest/results.ts';
import { close, receive } from '../ingest/submission.ts';
import { StillHeld, TransactionRefused, work } from '../ingest/work.ts';
import type { Intake } from '../intake.ts';
import { tallyOf } from '../tally/tally.ts';
import type { ReadSubmission, ReadUnit } from '../units.ts';

const compress = promisify(gzip);
const nextTurn = (): Promise<void> => new Promise((next) => setImmediate(next));

const switches = statement(
  query.select().from(ruleSwitch).orderBy(asc(ruleSwitch.switchedAt), asc(ruleSwitch.id)),
);

/** What a person entered on a page, as FHIR says it: every reference to a patient is to the one. */
export interface Entered {
  readonly patientId: string;
  readonly resources: readonly Made['resource'][];
  /** As it was entered, for keeping. */
  readonly content: unknown;
}

export type EnteredOutcome =
  | { readonly outcome: 'taken'; readonly submissionId: string }
  /** An edit holds it, or a reader refuses it; nothing was stored but that it was tried. */
  | { readonly outcome: 'refused'; readonly issues: readonly Issue[] };

const madeOf = (resource: Made['resource']): Made => ({
  ...{ resource, where: resource.resourceType, places: () => ({}), sent: resource, issues: [] },
});

/** The patient is known by the platform's own key, not by one of the sender's. */
const knownAs = (intake: Intake, patientId: string): Intake => ({
  ...intake,
  registry: {
    ...intake.registry,
    claim: async (session, claims) => {
      const claimed: Claimed = (await intake.registry.hold(session, patientId))
        ? { state: 'known', patientId }
        : { state: 'unknown', patientId: null };
      return new Map(claims.map(({ key }) => [key, claimed]));
    },
  },
});

/**
 * Writes what a person entered as records of the person's institution, by the readers, edits and rules of everything that is sent, in
 * one transaction: all of it or nothing. Whether the institution cares for the patient was asked before.
 * @param session of the institution's system, under the person's own name
 * @param beside what is written with it in the same transaction
 */
export const enterRecords = async (
  session: Session,
  intake: Intake,
  { patientId, resources, content }: Entered,
  beside: (submissionId: string) => Promise<void>,
): Promise<EnteredOutcome> => {
  const bytes = Buffer.from(JSON.stringify(content));
  const format = async (): Promise<ReadSubmission> => ({
    ...(await readMade(resources.map(madeOf), intake.fhir, nextTurn)),
    form: 'transaction',
  });
  const submission = { channel: 'entered', content: bytes, format };
  const sealed = intake.cipher.seal(await compress(bytes, { level: 3 }));
  const submissionId = await receive(session, submission, sealed);
  const read = await format();
  const today = nationalDay(new Date());
  const end = async (result: IngestResult, units: readonly ReadUnit[]): Promise<void> =>
    close(
      session,
      submissionId,
      result,
      tallyOf(intake.kinds, units, units.length === 0 ? [] : result.entries, today),
      today,
    );
  const refuse = async (units: readonly ReadUnit[], issues: readonly Issue[]) => {
    const result = finish(submissionId, read.form, refuseAll(units), issues);
    await end(result, units);
    return { outcome: 'refused' as const, issues: result.issues };
  };
  if (read.units.some(isRefused)) return refuse(read.units, []);
  const rules = rulesInForce(await session.run(switches));
  let entries: readonly EntryResult[];
  try {
    entries = await withRetries(() =>
      session.transaction(() =>
        work(session, knownAs(intake, patientId), submissionId, read, rules, {
          overrule: false,
          close: () => beside(submissionId),
        }),
      ),
    );
  } catch (error) {
    if (error instanceof TransactionRefused) return refuse(error.entries, []);
    if (error instanceof StillHeld && error.unit.reading.outcome === 'held')
      return refuse(read.units, error.unit.reading.warnings);
    // Nothing was stored and who entered it is told so: it waits for nobody, and counts as no fault of the institution's records.
    if (!isUnavailable(error))
      await end(finish(submissionId, read.form, refuseAll(read.units), []), []);
    throw error;
  }
  await end(finish(submissionId, read.form, entries, []), read.units);
  return { outcome: 'taken', submissionId };
};

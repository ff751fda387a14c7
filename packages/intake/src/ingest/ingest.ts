import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { isUnavailable, query, type RequestOrigin, type Session, statement } from '@nodp/database';
import { ruleSwitch } from '@nodp/database/tables';
import { nationalDay, rulesInForce } from '@nodp/oncology';
import { asc } from 'drizzle-orm';
import { contradictingStages } from '../edits/contradicting-stages.ts';
import { faultyOf } from '../quarantine/faulty.ts';
import { tallyOf } from '../tally/tally.ts';
import type { ReadUnit } from '../units.ts';
import { withRetries } from './attempt.ts';
import type { AskedSubmission } from './recorded.ts';
import {
  type EntryResult,
  finish,
  finishParts,
  type IngestResult,
  isRefused,
  type PartResult,
  refuseAll,
} from './results.ts';
import { entriesOfParts, onceEach, type PartUnits, partsIn, runsOf } from './sequence.ts';
import type { IntakeServices } from './services.ts';
import { close, receive, type Submission } from './submission.ts';
import { TransactionRefused, work } from './work.ts';

const compress = promisify(gzip);
const expand = promisify(gunzip);
const nextTurn = (): Promise<void> => new Promise((next) => setImmediate(next));

const switches = statement(
  query.select().from(ruleSwitch).orderBy(asc(ruleSwitch.switchedAt), asc(ruleSwitch.id)),
);

/** Warns of stages by the check that the clinical board has in force, and by none where it has not. */
const stagesChecked = (rules: ReadonlySet<string>, units: readonly ReadUnit[]): ReadUnit[] =>
  rules.has('stage-group') && rules.has('stage-check') ? contradictingStages(units) : [...units];

/** What was sent, read by the code tables of its sender and looked through by the edits; with the clinical rules in force. */
const readIn = async (
  session: Session,
  intake: IntakeServices,
  { content, format }: Pick<Submission, 'content' | 'format'>,
) => {
  const [codes, switched] = await Promise.all([intake.codesOf(session), session.run(switches)]);
  const sent = await format(content, nextTurn, codes);
  const rules = rulesInForce(switched);
  return { read: { ...sent, units: stagesChecked(rules, sent.units) }, rules };
};

/** What became of a submission, with its units as they were read. */
interface Taken {
  readonly result: IngestResult;
  readonly units: readonly ReadUnit[];
  /** Of several things taken in together, what became of each. */
  readonly parts?: readonly PartResult[];
}

/**
 * Writes parts of a submission in one transaction; where that fails for none of the database's reasons, in two, so that at last one
 * part fails alone.
 */
const writeRun = async (
  session: Session,
  run: readonly PartUnits[],
  origins: readonly RequestOrigin[],
  write: (read: AskedSubmission) => Promise<EntryResult[]>,
): Promise<(EntryResult[] | { readonly failed: unknown })[]> => {
  const parts = run.map((part) => ({ units: part.length, issues: [] }));
  const asked = run.map((units, i) => ({ units, origin: origins[i] ?? session.origin }));
  try {
    const entries = await write({ form: 'batch', units: onceEach(run), issues: [], parts, asked });
    return entriesOfParts(run, entries);
  } catch (error) {
    if (isUnavailable(error)) throw error;
    if (run.length === 1) return [{ failed: error }];
    const half = Math.ceil(run.length / 2);
    const first = await writeRun(session, run.slice(0, half), origins.slice(0, half), write);
    const rest = await writeRun(session, run.slice(half), origins.slice(half), write);
    return [...first, ...rest];
  }
};

const takeIn = async (
  session: Session,
  intake: IntakeServices,
  submissionId: string,
  submission: Submission,
  origins: readonly RequestOrigin[] = [],
): Promise<Taken> => {
  const { read, rules } = await readIn(session, intake, submission);
  const taken = (result: IngestResult): Taken => ({ result, units: read.units });
  const write = (part: AskedSubmission): Promise<EntryResult[]> =>
    withRetries(() => session.transaction(() => work(session, intake, submissionId, part, rules)));
  if (read.parts !== undefined) {
    const written: (EntryResult[] | { readonly failed: unknown })[] = [];
    for (const run of runsOf(partsIn(read.units, read.parts))) {
      const from = written.length;
      const own = origins.slice(from, from + run.length);
      written.push(...(await writeRun(session, run, own, write)));
    }
    return { ...finishParts(submissionId, read.parts, written), units: read.units };
  }
  if (read.issues.length > 0) return taken(finish(submissionId, read.form, [], read.issues));
  if (read.form === 'transaction' && read.units.some(isRefused)) {
    return taken(finish(submissionId, read.form, refuseAll(read.units), []));
  }
  try {
    return taken(finish(submissionId, read.form, await write(read), []));
  } catch (error) {
    if (!(error instanceof TransactionRefused)) throw error;
    return taken(finish(submissionId, read.form, refuseAll(error.entries), []));
  }
};

/** Closes a submission with what became of it, and adds it to the tallies of its institution. */
const closed = async (
  session: Session,
  kinds: IntakeServices['kinds'],
  id: string,
  { result, units }: Taken,
): Promise<IngestResult> => {
  const today = nationalDay(new Date());
  await close(session, id, result, tallyOf(kinds, units, result.entries, today), today);
  return result;
};

/** Closes a submission of which all could be taken in. */
const finished = async (
  session: Session,
  { kinds }: IntakeServices,
  id: string,
  { result, units, parts = [] }: Taken,
): Promise<IngestResult> => {
  // It stays `received`, and is taken up again: what was written of it is written once.
  for (const part of parts) if ('failed' in part) throw part.failed;
  return closed(session, kinds, id, { result, units });
};

const begun = async (
  session: Session,
  intake: IntakeServices,
  submission: Submission,
): Promise<string> => {
  const sealed = intake.cipher.seal(await compress(submission.content, { level: 3 }));
  return receive(session, submission, sealed);
};

/**
 * Takes a submission in. The raw content is committed first, then the work in one transaction, then what
 * became of it; after a crash between, the submission stays `received` for the data manager to see.
 */
export const ingest = async (
  session: Session,
  intake: IntakeServices,
  submission: Submission,
): Promise<IngestResult> => {
  const submissionId = await begun(session, intake, submission);
  const taken = await takeIn(session, intake, submissionId, submission);
  return finished(session, intake, submissionId, taken);
};

/**
 * Takes several things in that were sent one after the other, as one submission: each is written after the one before it, most of
 * them in one transaction, and what is wrong with one is told of it alone.
 * @param origins the request of each, under which the audit records what it wrote
 * @returns what became of each, in their order. One that failed beside others that did not is no part of the submission any more, and is to
 * be sent in alone: taken up again with them, what they said would be written a second time, over what newer messages have said since.
 */
export const ingestTogether = async (
  session: Session,
  intake: IntakeServices,
  submission: Submission,
  origins: readonly RequestOrigin[],
): Promise<readonly PartResult[]> => {
  const submissionId = await begun(session, intake, submission);
  const taken = await takeIn(session, intake, submissionId, submission, origins);
  const { parts = [] } = taken;
  if (parts.some((part) => !('failed' in part)))
    await closed(session, intake.kinds, submissionId, taken);
  return parts;
};

/**
 * Takes up a submission that a crash left `received`: what it had written is there and is not written twice.
 * @param sealed the raw content as it was committed
 */
export const takeUpAgain = async (
  session: Session,
  intake: IntakeServices,
  {
    id,
    sealed,
    channel,
    format,
  }: Omit<Submission, 'content'> & { readonly id: string; readonly sealed: Uint8Array },
): Promise<IngestResult> => {
  const content = await expand(intake.cipher.open(sealed));
  const taken = await takeIn(session, intake, id, { content, channel, format });
  return finished(session, intake, id, taken);
};

/** A submission as it is stored: its raw content, sealed. */
export interface StoredSubmission {
  readonly id: string;
  readonly sealed: Uint8Array;
  readonly format: Submission['format'];
}

/** Some records of a stored submission, as units read today. */
const unitsAgain = async (
  session: Session,
  intake: IntakeServices,
  { sealed, format }: StoredSubmission,
  records: ReadonlySet<string>,
) => {
  const content = await expand(intake.cipher.open(sealed));
  const { read, rules } = await readIn(session, intake, { content, format });
  const named = read.units.filter(({ type, key }) => records.has(`${type} ${key}`));
  // Of what several messages of one submission told of, the last stands.
  const units = [...new Map(named.map((unit) => [`${unit.type} ${unit.key}`, unit])).values()];
  return { units, rules };
};

/**
 * Reads records of a submission again, because what their codes mean was said anew: they take the place of what was read of them
 * before. What else the submission holds is left as it is, since newer submissions may have told of it.
 * @param records the sender's keys, `Type key`
 * @returns how many were written
 */
export const readAgain = async (
  session: Session,
  intake: IntakeServices,
  submission: StoredSubmission,
  records: ReadonlySet<string>,
): Promise<number> => {
  const again = await unitsAgain(session, intake, submission, records);
  const { rules } = again;
  // It was compared with what was known when it came.
  const units = again.units.map((unit) =>
    unit.version === null ? unit : { ...unit, version: { ...unit.version, expected: null } },
  );
  if (units.length === 0) return 0;
  const entries = await withRetries(() =>
    session.transaction(() =>
      work(session, intake, submission.id, { form: 'batch', units, issues: [] }, rules),
    ),
  );
  return entries.filter(({ outcome }) => outcome === 'created' || outcome === 'updated').length;
};

/**
 * Holds records of a stored submission that edits find now and did not when they came: their rows go, their content is retained as it was
 * sent. What was decided of them stands, and so does what newer submissions told.
 * @param records the sender's keys, `Type key`
 * @returns how many are held
 */
export const holdStored = async (
  session: Session,
  intake: IntakeServices,
  submission: StoredSubmission,
  records: ReadonlySet<string>,
): Promise<number> => {
  const again = await unitsAgain(session, intake, submission, records);
  const { rules } = again;
  // Whatever its version, it is what is stored.
  const units = again.units.map((unit) => ({ ...unit, version: null }));
  if (units.length === 0) return 0;
  const faulty = async (patientIds: readonly string[]) =>
    new Set(
      (await faultyOf(session, intake, patientIds))
        .filter(({ submissionId }) => submissionId === submission.id)
        .map(({ record }) => record),
    );
  const entries = await withRetries(() =>
    session.transaction(() =>
      work(session, intake, submission.id, { form: 'batch', units, issues: [] }, rules, {
        faulty,
      }),
    ),
  );
  return entries.filter(({ outcome }) => outcome === 'held').length;
};

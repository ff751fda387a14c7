import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { query, type Session, statement } from '@nodp/database';
import { ruleSwitch } from '@nodp/database/tables';
import { rulesInForce } from '@nodp/oncology';
import { asc } from 'drizzle-orm';
import { contradictingStages } from '../edits/contradicting-stages.ts';
import type { ReadUnit } from '../units.ts';
import { withRetries } from './attempt.ts';
import { finish, type IngestResult, isRefused, refuseAll } from './results.ts';
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

const takeIn = async (
  session: Session,
  intake: IntakeServices,
  submissionId: string,
  submission: Submission,
): Promise<IngestResult> => {
  const sent = await submission.format(submission.content, nextTurn);
  const rules = rulesInForce(await session.run(switches));
  const read = { ...sent, units: stagesChecked(rules, sent.units) };
  if (read.issues.length > 0) return finish(submissionId, read.form, [], read.issues);
  if (read.form === 'transaction' && read.units.some(isRefused)) {
    return finish(submissionId, read.form, refuseAll(read.units), []);
  }
  try {
    const entries = await withRetries(() =>
      session.transaction(() => work(session, intake, submissionId, read, rules)),
    );
    return finish(submissionId, read.form, entries, []);
  } catch (error) {
    if (!(error instanceof TransactionRefused)) throw error;
    return finish(submissionId, read.form, refuseAll(error.entries), []);
  }
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
  const sealed = intake.cipher.seal(await compress(submission.content, { level: 3 }));
  const submissionId = await receive(session, submission, sealed);
  const result = await takeIn(session, intake, submissionId, submission);
  await close(session, submissionId, result);
  return result;
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
  const result = await takeIn(session, intake, id, { content, channel, format });
  await close(session, id, result);
  return result;
};

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Session } from '@nodp/database';
import type { SingleRequest } from '../fhir/bundle.ts';
import { readSubmission } from '../fhir/read.ts';
import { structureCheck } from '../fhir/structure.ts';
import { withRetries } from './attempt.ts';
import type { Intake } from './intake.ts';
import { finish, type IngestResult, isRefused, refuseAll } from './results.ts';
import { close, receive } from './submission.ts';
import { TransactionRefused, work } from './work.ts';

/** A submission as it arrived. */
export interface Submission {
  /** How it came: `fhir`, `load`, ... */
  readonly channel: string;
  /** The raw content, uncompressed. */
  readonly content: Uint8Array;
  /** What the address of a single resource says. */
  readonly request?: SingleRequest;
}

const compress = promisify(gzip);
const nextTurn = (): Promise<void> => new Promise((next) => setImmediate(next));

const parse = (content: Uint8Array): { value: unknown } | { problem: string } => {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content)) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
};

const takeIn = async (
  session: Session,
  intake: Intake,
  submissionId: string,
  submission: Submission,
): Promise<IngestResult> => {
  const parsed = parse(submission.content);
  if ('problem' in parsed) {
    const diagnostics = `The content is not JSON in UTF-8: ${parsed.problem}`;
    return finish(
      submissionId,
      'single',
      [],
      [{ severity: 'fatal', code: 'structure', expression: '', diagnostics }],
    );
  }
  const check = await structureCheck();
  const read = await readSubmission(parsed.value, check, intake, submission.request, nextTurn);
  if (read.issues.length > 0) return finish(submissionId, read.form, [], read.issues);
  if (read.form === 'transaction' && read.entries.some(isRefused)) {
    return finish(submissionId, read.form, refuseAll(read.entries), []);
  }
  try {
    const entries = await withRetries(() =>
      session.transaction(() => work(session, intake, submissionId, read)),
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
  intake: Intake,
  submission: Submission,
): Promise<IngestResult> => {
  const sealed = intake.cipher.seal(await compress(submission.content, { level: 3 }));
  const submissionId = await receive(session, submission, sealed);
  const result = await takeIn(session, intake, submissionId, submission);
  await close(session, submissionId, result);
  return result;
};

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { OperationOutcome } from '@medplum/fhirtypes';
import { contentHash, type IdentityCipher, type Session } from '@nodp/database';
import { latestDay } from '../canonical/dates.ts';
import type { ClinicalRecord } from '../canonical/records.ts';
import type { PartialDate } from '../canonical/values.ts';
import type { SingleRequest } from '../fhir/bundle.ts';
import { type Issue, outcomeOf } from '../fhir/issue.ts';
import { type ReadEntry, type ReadSubmission, readSubmission } from '../fhir/read.ts';
import { structureCheck } from '../fhir/structure.ts';
import { countFates, type Fate, type TypeCounts } from './counts.ts';
import { keep } from './kept.ts';
import type {
  Claim,
  Claimed,
  ClinicalPool,
  Resolved,
  Seen,
  SentRecord,
  WrittenRecord,
} from './pool.ts';
import { close, receive } from './submission.ts';

/** A submission as it arrived. */
export interface Submission {
  /** How it came: `fhir`, `load`, ... */
  readonly door: string;
  /** The raw content, uncompressed. */
  readonly content: Uint8Array;
  /** What the address of a single resource says. */
  readonly request?: SingleRequest;
}

/** What intake works with; one for a whole server. */
export interface Intake {
  readonly pool: ClinicalPool;
  readonly cipher: IdentityCipher;
}

/** What became of an entry. */
export interface EntryResult {
  readonly resourceType: string;
  readonly key: string | null;
  /** Of what was sent; null where it was no resource. */
  readonly contentHash: string | null;
  readonly fate: Fate;
  /** Errors of what was refused; for what was kept, that it was and why. */
  readonly issues: readonly Issue[];
}

export interface IngestResult {
  readonly submissionId: string;
  readonly status: 'accepted' | 'partial' | 'refused';
  readonly form: ReadSubmission['form'];
  readonly entries: readonly EntryResult[];
  readonly counts: readonly TypeCounts[];
  /** Null when nothing was refused. */
  readonly outcome: OperationOutcome | null;
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

const claimsOf = (entries: readonly ReadEntry[]): Claim[] => {
  const claims = new Map<string, Claim>();
  for (const { patient, reading } of entries) {
    if (patient === null || reading.fate === 'refused') continue;
    const record =
      reading.fate === 'read' ? reading.records.find((r) => r.kind === 'patient') : undefined;
    if (record !== undefined || !claims.has(patient))
      claims.set(patient, { key: patient, record: record ?? null });
  }
  return [...claims.values()];
};

const unknownPatient = (entry: ReadEntry, claimed: Claimed | undefined): Issue => ({
  severity: 'error',
  code: claimed?.state === 'ambiguous' ? 'multiple-matches' : 'not-found',
  expression: entry.subject,
  diagnostics:
    claimed?.state === 'ambiguous'
      ? `The identifier ${entry.patient} came with several patients. Refer to the Patient by its id.`
      : `The platform knows no Patient ${entry.patient} of this institution. Send the Patient first, or in the same Bundle.`,
});

const dateOf = (record: ClinicalRecord): PartialDate | string | null => {
  switch (record.kind) {
    case 'patient':
    case 'death':
    case 'plan':
      return null;
    case 'tumour':
      return record.diagnosed;
    case 'stage':
    case 'disease-status':
      return record.assessed;
    case 'observation':
    case 'performance':
      return record.at;
    case 'treatment':
      return record.status === 'completed' ? (record.ended ?? record.started) : record.started;
    case 'comorbidity':
      return record.onset;
    case 'encounter':
      return record.ended ?? record.started;
    case 'specimen':
      return record.collected;
    case 'pathology-report':
    case 'imaging-report':
      return record.reported;
    case 'biomarker':
      return record.tested;
    case 'imaging-study':
      return record.startedAt;
    case 'contact':
      return record.status === 'fulfilled' || record.status === 'arrived' ? record.at : null;
  }
};

/** When each patient was last heard of; what is dated after today was not yet. */
const seenOf = (
  records: readonly Resolved[],
  claimed: ReadonlyMap<string, Claimed>,
  today: string,
): Seen[] => {
  const last = new Map<string, string | null>();
  for (const { patientId } of claimed.values()) if (patientId !== null) last.set(patientId, null);
  for (const { record, patientId } of records) {
    const date = dateOf(record);
    const day =
      date === null ? null : typeof date === 'string' ? date.slice(0, 10) : latestDay(date);
    const known = last.get(patientId) ?? null;
    const counts = day !== null && day <= today && (known === null || day > known);
    last.set(patientId, counts ? day : known);
  }
  return [...last].map(([patientId, lastContactOn]) => ({ patientId, lastContactOn }));
};

/** Rows of before that are read no more go; patients seen for the first time have none. */
const withdraw = async (
  session: Session,
  pool: ClinicalPool,
  entries: readonly ReadEntry[],
  claimed: ReadonlyMap<string, Claimed>,
  written: readonly WrittenRecord[],
): Promise<void> => {
  const sent = entries.flatMap((entry): SentRecord[] => {
    const claim = entry.patient === null ? undefined : claimed.get(entry.patient);
    if (claim?.state !== 'known' || entry.key === null || entry.reading.fate === 'refused')
      return [];
    if (entry.resourceType === 'Patient') return [];
    const read = entry.reading.fate === 'read';
    return [
      { patientId: claim.patientId, sourceType: entry.resourceType, sourceId: entry.key, read },
    ];
  });
  for (const writer of pool.writers) await writer.withdraw(session, sent, written);
};

const fateOf = (
  entry: ReadEntry,
  written: ReadonlyMap<string, WrittenRecord['outcome'][]>,
): Fate => {
  if (entry.reading.fate !== 'read') return entry.reading.fate;
  const outcomes = written.get(`${entry.resourceType} ${entry.key}`) ?? [];
  if (outcomes.every((o) => o === 'unchanged')) return 'unchanged';
  return outcomes.every((o) => o === 'created') ? 'created' : 'updated';
};

const resultOf = (entry: ReadEntry, fate: Fate): EntryResult => ({
  resourceType: entry.resourceType,
  key: entry.key,
  contentHash: entry.resource === null || fate === 'refused' ? null : contentHash(entry.resource),
  fate,
  issues:
    entry.reading.fate === 'refused'
      ? entry.reading.issues
      : entry.reading.fate === 'kept'
        ? [
            {
              severity: 'information',
              code: 'informational',
              expression: entry.expression,
              diagnostics: `Kept as sent: ${entry.reading.reason}`,
            },
          ]
        : entry.reading.warnings,
});

/** One refused entry of a transaction refuses them all. */
const refuseAll = (entries: readonly ReadEntry[]): EntryResult[] =>
  entries.map((entry) => ({
    ...resultOf(entry, 'refused'),
    issues: entry.reading.fate === 'refused' ? entry.reading.issues : [],
  }));

class TransactionRefused extends Error {
  readonly entries: readonly ReadEntry[];
  constructor(entries: readonly ReadEntry[]) {
    super('The transaction was refused.');
    this.entries = entries;
  }
}

const resolvePatients = (
  entries: readonly ReadEntry[],
  claimed: ReadonlyMap<string, Claimed>,
): ReadEntry[] =>
  entries.map((entry) => {
    if (entry.patient === null || entry.reading.fate === 'refused') return entry;
    const claim = claimed.get(entry.patient);
    if (claim !== undefined && claim.patientId !== null) return entry;
    return { ...entry, reading: { fate: 'refused', issues: [unknownPatient(entry, claim)] } };
  });

const isRefused = (entry: ReadEntry): boolean => entry.reading.fate === 'refused';

/** The work of one submission, all or nothing. */
const work = async (
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
    if (entry.reading.fate !== 'read' || !patientId) return [];
    return entry.reading.records.map((record) => ({ record, patientId }));
  });
  const written: WrittenRecord[] = [];
  for (const writer of pool.writers) {
    const own = records.filter(({ record }) => writer.kinds.includes(record.kind));
    if (own.length > 0) written.push(...(await writer.write(session, submissionId, own)));
  }
  await withdraw(session, pool, entries, claimed, written);
  await keep(session, cipher, submissionId, entries);
  const seen = seenOf(records, claimed, new Date().toISOString().slice(0, 10));
  if (seen.length > 0) await pool.registry.renew(session, seen);

  const outcomes = new Map<string, WrittenRecord['outcome'][]>();
  for (const { sourceType, sourceId, outcome } of written) {
    const id = `${sourceType} ${sourceId.split('#')[0]}`;
    const known = outcomes.get(id);
    if (known === undefined) outcomes.set(id, [outcome]);
    else known.push(outcome);
  }
  return entries.map((entry) => resultOf(entry, fateOf(entry, outcomes)));
};

const MAY_TRY_AGAIN = new Set(['40001', '40P01']);
const ATTEMPTS = 6;

/** Deadlocks and serialisation failures are no one's fault: tried again after a moment. */
const withRetries = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (tried === ATTEMPTS || !MAY_TRY_AGAIN.has((error as { code?: string }).code ?? ''))
        throw error;
      await new Promise((next) => setTimeout(next, 2 ** tried * 5 * (0.5 + Math.random())));
    }
  }
};

const finish = (
  submissionId: string,
  form: ReadSubmission['form'],
  entries: readonly EntryResult[],
  general: readonly Issue[],
): IngestResult => {
  const errors = [
    ...general,
    ...entries.filter((e) => e.fate === 'refused').flatMap((e) => e.issues),
  ];
  const refused = entries.filter((e) => e.fate === 'refused').length;
  const nothing = general.length > 0 || (refused > 0 && refused === entries.length);
  return {
    submissionId,
    status: nothing ? 'refused' : refused > 0 ? 'partial' : 'accepted',
    form,
    entries,
    counts: countFates(entries),
    outcome: errors.length === 0 ? null : outcomeOf(errors),
  };
};

const process = async (
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
  const read = await readSubmission(parsed.value, check, submission.request, nextTurn);
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
  const result = await process(session, intake, submissionId, submission);
  await close(session, submissionId, result);
  return result;
};

import { hash } from 'node:crypto';
import { type Session, sqlStatement, storableJson } from '@nodp/database';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { closeAndTally } from '../tally/put-tally.ts';
import type { Tally } from '../tally/tally.ts';
import type { Format } from '../units.ts';
import type { IngestResult } from './results.ts';

/** A submission as it arrived. */
export interface Submission {
  /** How it came: `fhir`, `load`, ... */
  readonly channel: string;
  /** The raw content, uncompressed. */
  readonly content: Uint8Array;
  /** The form it came in. */
  readonly format: Format;
  /** What the format was told beside the content: with it a submission that a crash left is read again. */
  readonly request?: object;
}

const p = sql.placeholder;

const received = sqlStatement<never>(sql`
  with raw as (
    insert into basic.payload (sha256, bytes, content)
    values (${p('sha256')}, ${p('bytes')}, ${p('content')}) on conflict do nothing
  )
  insert into basic.submission (id, institution_id, account_id, channel, sha256, bytes, status, request)
  values (${p('id')}, ${p('institution')}, ${p('account')}, ${p('channel')}, ${p('sha256')}, ${p('bytes')}, 'received',
    ${p('request')}::text::jsonb)`);

/** Commits the raw content, sealed, and that it was received. @returns the submission's id */
export const receive = async (
  session: Session,
  { content, channel, request }: Submission,
  sealed: Uint8Array,
): Promise<string> => {
  const id = uuidv7();
  await session.run(received, {
    id,
    institution: session.principal.institutionId,
    account: session.principal.accountId,
    channel,
    sha256: hash('sha256', content),
    bytes: content.byteLength,
    content: sealed,
    request: request === undefined ? null : storableJson(request),
  });
  return id;
};

/** Records what became of a submission. What was said is retained as issues; rows of earlier versions hold it in FHIR's words. */
export const close = async (
  session: Session,
  id: string,
  { status, counts, issues }: IngestResult,
  tally: Tally,
  day: string,
): Promise<void> => {
  await session.run(closeAndTally, {
    ...{ id, status, day },
    counts: storableJson(counts),
    outcome: issues.length === 0 ? null : storableJson(issues),
    tally: storableJson(tally),
  });
};

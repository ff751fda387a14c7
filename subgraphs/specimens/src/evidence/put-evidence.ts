import { createHash, randomUUID } from 'node:crypto';
import { PlatformError } from '@nodp/database';
import { type EvidenceItem, evidenceOf, FileError, shippedEvidence } from '@nodp/oncology';
import type postgres from 'postgres';
import { type Changes, changesOf } from './changes.ts';

/** What became of a file. */
export interface PutEvidence {
  readonly items: number;
  readonly changes: Changes;
  /** Whether the same items are in force already: then nothing is written. */
  readonly unchanged: boolean;
}

const readable = (text: string): EvidenceItem[] => {
  try {
    return evidenceOf(text);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const at = error.line === null ? '' : `line ${error.line}: `;
    throw new PlatformError('usage', `${at}${error.message}`);
  }
};

/**
 * Loads a file of CIViC's evidence; from then on it is in force.
 * @param sql as the owner
 * @param asOf the day of the export, ISO
 * @throws {PlatformError} where the file holds no evidence, or less than half of what is in force: a broken download
 */
export const putEvidence = async (
  sql: postgres.Sql,
  text: string,
  asOf: string,
  loadedBy: string,
): Promise<PutEvidence> => {
  const items = readable(text);
  const [last] = await sql<{ content: string; as_of: string }[]>`
    select content, as_of::text from specimens.evidence_set order by loaded_at desc, id desc limit 1`;
  const before = last ? (JSON.parse(last.content) as EvidenceItem[]) : shippedEvidence();
  if (items.length * 2 < before.length)
    throw new PlatformError(
      'usage',
      `The file holds ${items.length} predictive items that are accepted, less than half of the ${before.length} in force: it is not loaded.`,
    );
  const changes = changesOf(before, items);
  const content = JSON.stringify(items);
  if (content === JSON.stringify(before)) return { items: items.length, changes, unchanged: true };
  await sql`
    insert into specimens.evidence_set (id, as_of, sha256, items, content, loaded_by)
    values (${randomUUID()}, ${asOf}, ${createHash('sha256').update(text).digest('hex')}, ${items.length}, ${content}, ${loadedBy})`;
  return { items: items.length, changes, unchanged: false };
};

import { createHash, randomUUID } from 'node:crypto';
import { PlatformError } from '@nodp/database';
import { FileError } from '@nodp/oncology';
import type postgres from 'postgres';
import { type DrugLabel, readLabels } from './read-labels.ts';

/** What became of a file. */
export interface PutLabels {
  readonly labels: number;
  /** Whether the same labels of the same day are in force already: then nothing is written. */
  readonly unchanged: boolean;
}

const readable = (text: string): DrugLabel[] => {
  try {
    return readLabels(text);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const at = error.line === null ? '' : `line ${error.line}: `;
    throw new PlatformError('usage', `${at}${error.message}`);
  }
};

/**
 * Loads a file of labels whole; from then on it is in force and what was before is retained.
 * @param sql as the owner
 * @param asOf the day to which the operator looked the labels up, ISO
 * @throws {PlatformError} that says which line cannot be read
 */
export const putLabels = async (
  sql: postgres.Sql,
  text: string,
  asOf: string,
  loadedBy: string,
): Promise<PutLabels> => {
  const labels = readable(text);
  const content = JSON.stringify(labels);
  const [last] = await sql<{ content: string; as_of: string }[]>`
    select content, as_of::text from specimens.drug_label_set order by loaded_at desc, id desc limit 1`;
  if (last?.content === content && last.as_of === asOf)
    return { labels: labels.length, unchanged: true };
  await sql`
    insert into specimens.drug_label_set (id, as_of, sha256, labels, content, loaded_by)
    values (${randomUUID()}, ${asOf}, ${createHash('sha256').update(text).digest('hex')}, ${labels.length}, ${content}, ${loadedBy})`;
  return { labels: labels.length, unchanged: false };
};

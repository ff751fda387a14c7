import type { Session } from '@nodp/database';
import { badInput } from '@nodp/graph';
import type { ImportLiteratureInput } from '../generated/resolvers.ts';
import { readLiterature } from './formats/read-file.ts';
import type { Problem } from './formats/tagged.ts';
import { type ImportCounts, importArticles } from './import-articles.ts';

const most = 10 * 1024 * 1024;

/** Imports what of a file can be read, and says what cannot. */
export const importFile = async (
  session: Session,
  { format, content }: ImportLiteratureInput,
): Promise<ImportCounts & { readonly problems: Problem[] }> => {
  if (Buffer.byteLength(content) > most) {
    throw badInput('The file is larger than 10 MB. Export it in several parts.');
  }
  const { articles, problems } = readLiterature(content, format ?? null);
  const counts = await importArticles(session, articles);
  return { ...counts, problems: [...problems] };
};

/** Han characters stand as words of their own in the index, as the migration `search` spaces them there. */
const han = /[\u2e80-\u9fff\uf900-\ufaff]/g;

/**
 * A reader's words as PostgreSQL's `websearch_to_tsquery` takes them: each a phrase, all of which must
 * occur. Null where there is no word to look for.
 */
export const webSearch = (search: string | null | undefined): string | null => {
  const words = (search ?? '').replaceAll('"', ' ').match(/\S+/g) ?? [];
  const phrases = words
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => `"${word.replace(han, ' $& ').trim()}"`);
  return phrases.length === 0 ? null : phrases.join(' ');
};

/**
 * By what an article is linked to a cancer site or a part of one: the MeSH headings of its neoplasms (MeSH tree C04.588,
 * neoplasms by site, and C04.557, by histologic type where the type is of one site), and words of titles
 * in both languages.
 */
export interface NamedWords<Id extends string> {
  readonly site: Id;
  readonly mesh: readonly string[];
  /** Organs: they count beside a word for a neoplasm. Alternatives of a regular expression. */
  readonly organs: string;
  /** Names that count alone. */
  readonly names: string;
  /** A regular expression; empty where nothing in Chinese names it. */
  readonly zh: string;
}

const list = (cell: string | undefined, by: string): string[] =>
  (cell ?? '').split(by).filter((item) => item !== '');

/** Reads rows of `site ~ MeSH headings; ~ organs, ~ names, ~ Chinese`. */
export const wordsOf = <Id extends string>(table: string): NamedWords<Id>[] =>
  table
    .trim()
    .split('\n')
    .map((row) => {
      const [site, mesh, organs, names, zh = ''] = row.split(' ~ ');
      return {
        site: site as Id,
        mesh: list(mesh, ';'),
        organs: list(organs, ',').join('|'),
        names: list(names, ',').join('|'),
        zh,
      };
    });

import { badInput } from '@nodp/graph';
import type { LiteratureFormat } from '../../generated/resolvers.ts';
import { type ArticleRecord, sameArticle } from '../article.ts';
import { medlineArticle, nbibRecords } from './nbib.ts';
import { Unreadable } from './parts.ts';
import { pubmedXmlRecords } from './pubmed-xml.ts';
import { risArticle, risRecords } from './ris.ts';
import type { Problem } from './tagged.ts';

const formats = {
  NBIB: {
    split: nbibRecords,
    read: medlineArticle({ title: '“TI  - The title”', date: 'DP  - 2019 Mar' }),
    start: /^PMID *- /m,
  },
  PUBMED_XML: {
    split: pubmedXmlRecords,
    read: medlineArticle({
      title: '<ArticleTitle>The title</ArticleTitle>',
      date: '<PubDate><Year>2019</Year></PubDate>',
    }),
    start: /<(?:PubmedArticle|PubmedBookArticle|MedlineCitation)(?:Set)?[\s>]/,
  },
  RIS: { split: risRecords, read: risArticle, start: /^TY {1,2}- /m },
} as const satisfies Record<LiteratureFormat, unknown>;

const detect = (text: string): LiteratureFormat => {
  const known = Object.keys(formats) as LiteratureFormat[];
  const found = known
    .map((format) => ({ format, at: text.search(formats[format].start) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)[0];
  if (found) return found.format;
  throw badInput(
    'This is no MEDLINE/PubMed file (records start with “PMID- ”), no PubMed XML (records are <PubmedArticle>) and no RIS file (records start with “TY  - ”).',
  );
};

export interface LiteratureFile {
  readonly articles: readonly ArticleRecord[];
  /** By line. */
  readonly problems: readonly Problem[];
}

/** Finds a record of the same article among those kept, without comparing it to each. */
const keeper = () => {
  const byIdentity = new Map<string, { line: number; article: ArticleRecord }[]>();
  const identities = (article: ArticleRecord): string[] => [
    article.pmid === null ? '' : `pmid ${article.pmid}`,
    article.doi === null ? '' : `doi ${article.doi}`,
    article.pmid === null && article.doi === null ? `title ${article.title.toLowerCase()}` : '',
  ];
  return (line: number, article: ArticleRecord): number | null => {
    const keys = identities(article).filter((key) => key !== '');
    for (const key of keys) {
      const before = byIdentity
        .get(key)
        ?.find((retained) => sameArticle(retained.article, article));
      if (before) return before.line;
    }
    for (const key of keys) {
      byIdentity.set(key, [...(byIdentity.get(key) ?? []), { line, article }]);
    }
    return null;
  };
};

/**
 * Reads a file of references. Each article once; what cannot be read is named with line and remedy.
 * @param given how it is written; told from its content where null
 * @throws BAD_USER_INPUT where the format cannot be told
 */
export const readLiterature = (text: string, given: LiteratureFormat | null): LiteratureFile => {
  const format = formats[given ?? detect(text)];
  const { records, problems } = format.split(text);
  const articles: ArticleRecord[] = [];
  const keep = keeper();
  for (const record of records) {
    try {
      const article = format.read(record);
      const before = keep(record.line, article);
      if (before === null) articles.push(article);
      else {
        problems.push({
          line: record.line,
          message: `The same article stands at line ${before}, which was read. Remove this record.`,
        });
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      problems.push(error.problem);
    }
  }
  if (records.length === 0 && problems.length === 0) {
    problems.push({ line: 1, message: 'The file holds no record. Export the references again.' });
  }
  return { articles, problems: problems.toSorted((a, b) => a.line - b.line) };
};

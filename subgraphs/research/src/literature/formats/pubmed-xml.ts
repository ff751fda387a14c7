import { SaxesParser } from 'saxes';
import { type Field, type Problem, RecordFields } from './tagged.ts';

/** Elements that are one publication: of a search’s result, of a book, and of MEDLINE’s own distribution. */
const RECORDS = new Set(['PubmedArticle', 'PubmedBookArticle', 'MedlineCitation']);
/** Elements that only gather what is of the publication itself. */
const GATHERED = new Set(['MedlineCitation', 'BookDocument', 'PubmedBookData', 'PubmedData']);

/** Where a publication says what; what stands anywhere else (its references, what it comments on) is not of it. */
const TAGS: Readonly<Record<string, string>> = {
  PMID: 'PMID',
  'Article/ArticleTitle': 'TI',
  ArticleTitle: 'TI',
  'Book/BookTitle': 'BTI',
  'Article/VernacularTitle': 'TT',
  VernacularTitle: 'TT',
  'Article/Abstract/AbstractText': 'AB',
  'Abstract/AbstractText': 'AB',
  'Article/Journal/Title': 'JT',
  'MedlineJournalInfo/MedlineTA': 'TA',
  'Article/Journal/JournalIssue/PubDate/Year': 'DP',
  'Article/Journal/JournalIssue/PubDate/MedlineDate': 'DP',
  'Article/ArticleDate/Year': 'DEP',
  'Book/PubDate/Year': 'DP',
  'Book/PubDate/MedlineDate': 'DP',
  'Article/ELocationID': 'LID',
  'ArticleIdList/ArticleId': 'AID',
  'MeshHeadingList/MeshHeading/DescriptorName': 'MH',
  'MeshHeadingList/MeshHeading/QualifierName': 'qualifier',
  'KeywordList/Keyword': 'OT',
  ...Object.fromEntries(
    ['Article/AuthorList/Author', 'AuthorList/Author', 'Book/AuthorList/Author'].flatMap((at) => [
      [`${at}/LastName`, 'AU'],
      [`${at}/Initials`, 'initials'],
      [`${at}/Suffix`, 'suffix'],
      [`${at}/CollectiveName`, 'CN'],
    ]),
  ),
};
/** No path of `TAGS` is longer; what is nested deeper costs nothing. */
const DEEPEST = Math.max(...Object.keys(TAGS).map((path) => path.split('/').length)) + 1;
/** Elements within elements: of a publication there are some twelve, and each that is not ended is held. */
const DEEPEST_AT_ALL = 100;
/** What PubMed writes where an article has no English title. */
const NO_TITLE = /^\[not available\]\.?$/i;

class NotWellFormed extends Error {}

type Attributes = Readonly<Record<string, unknown>>;

/** Adds what an element says to the fields of its publication, under the tag that MEDLINE’s own format has for it. */
const addTo = (fields: Field[], tag: string, line: number, text: string, of: Attributes): void => {
  const value = text.replaceAll(/\s+/g, ' ').trim();
  const last = fields.at(-1);
  const more = (joined: string) => fields.splice(-1, 1, { ...(last as Field), value: joined });
  if (value === '' || (tag === 'TI' && NO_TITLE.test(value))) return;
  if (tag === 'LID' || tag === 'AID') {
    const kind = of.EIdType ?? of.IdType;
    if (kind === 'doi' && of.ValidYN !== 'N') fields.push({ line, tag, value: `${value} [doi]` });
  } else if (tag === 'initials' || tag === 'suffix') {
    if (last?.tag === 'AU') more(`${last.value} ${value}`);
  } else if (tag === 'qualifier') {
    if (last?.tag === 'MH') more(`${last.value}/${value}`);
  } else if (tag === 'AB') {
    const part = of.Label === undefined ? value : `${of.Label}: ${value}`;
    if (last?.tag === 'AB') more(`${last.value} ${part}`);
    else fields.push({ line, tag, value: part });
  } else fields.push({ line, tag, value });
};

/**
 * Publications of PubMed's XML (`PubmedArticleSet` of E-utilities and of “Save as”, `MedlineCitationSet`), with the fields of its tagged
 * format, so that both are read by one reader. Elements after the National Library of Medicine's PubMed DTD. What is well formed before
 * a fault is read.
 */
export const pubmedXmlRecords = (
  text: string,
): { records: RecordFields[]; problems: Problem[] } => {
  const parser = new SaxesParser({ position: true });
  const records: RecordFields[] = [];
  const problems: Problem[] = [];
  let fields: Field[] | null = null;
  /** Elements open within the publication, without those that only gather. */
  let path: string[] = [];
  let recordDepth = 0;
  let depth = 0;
  let said: { tag: string; depth: number; line: number; text: string; of: Attributes } | null =
    null;

  parser.on('opentag', ({ name, attributes }) => {
    depth++;
    if (depth > DEEPEST_AT_ALL)
      throw new NotWellFormed(`Elements lie deeper than ${DEEPEST_AT_ALL} levels.`);
    if (fields === null) {
      if (!RECORDS.has(name)) return;
      [fields, path, recordDepth] = [[], [], depth];
      return;
    }
    if (path.length === 0 && GATHERED.has(name)) return;
    path.push(name);
    if (said !== null || path.length > DEEPEST) return;
    const tag = TAGS[path.join('/')];
    if (tag !== undefined) said = { tag, depth, line: parser.line, text: '', of: attributes };
  });
  const hear = (part: string): void => {
    if (said !== null) said.text += part;
  };
  parser.on('text', hear);
  parser.on('cdata', hear);
  parser.on('closetag', () => {
    if (fields !== null && said?.depth === depth) {
      addTo(fields, said.tag, said.line, said.text, said.of);
      said = null;
    }
    if (fields !== null && depth === recordDepth) {
      // An article that has no date of its issue yet has that of its electronic publication.
      const dated = fields.some(({ tag }) => tag === 'DP');
      records.push(
        new RecordFields(
          fields.map((one) => (one.tag === 'DEP' && !dated ? { ...one, tag: 'DP' } : one)),
        ),
      );
      fields = null;
    }
    path.pop();
    depth--;
  });
  parser.on('error', (error) => {
    throw new NotWellFormed(error.message);
  });
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close();
  } catch (error) {
    if (!(error instanceof NotWellFormed)) throw error;
    problems.push({
      line: parser.line,
      message: `The file is not well-formed XML here: ${error.message.replace(/^\d+:\d+: /, '')} Nothing after it was read; export the file again.`,
    });
  }
  return { records, problems };
};

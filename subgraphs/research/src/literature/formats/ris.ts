import type { ArticleRecord } from '../article.ts';
import { doiOf, headings, pmidOf, titleOf, yearOf } from './parts.ts';
import { type Field, type Problem, RecordFields, readTagged } from './tagged.ts';

const grammar = {
  field: /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/,
  // Long texts are broken anywhere: every line that is no field continues the one before.
  continuation: /^(.*)$/,
  form: 'TI  - The title',
};

const notClosed = (line: number): Problem => ({
  line,
  message:
    'The record that starts here is not closed, so part of it may be missing. End it with “ER  - ”, or export it again.',
});

/** A record runs from `TY` to `ER`. */
export const risRecords = (text: string): { records: RecordFields[]; problems: Problem[] } => {
  const { fields, problems } = readTagged(text, grammar);
  const records: RecordFields[] = [];
  let open: Field[] | null = null;
  for (const field of fields) {
    if (field.tag === 'TY') {
      if (open?.[0]) problems.push(notClosed(open[0].line));
      open = [field];
    } else if (open === null) {
      problems.push({
        line: field.line,
        message: `“${field.tag}” stands outside a record. Start the record with “TY  - JOUR”.`,
      });
    } else if (field.tag === 'ER') {
      records.push(new RecordFields(open));
      open = null;
    } else {
      open.push(field);
    }
  }
  if (open?.[0]) problems.push(notClosed(open[0].line));
  return { records, problems };
};

/** The accession number is PubMed's only where the database says so. */
const pmidField = (record: RecordFields): Field | null => {
  const database = record.text('DB', 'DP') ?? '';
  if (/pubmed|medline/i.test(database)) return record.first('AN');
  const address = record
    .all('UR', 'L2', 'LK')
    .find((f) => f.value.includes('pubmed.ncbi.nlm.nih.gov/'));
  const found = address && /gov\/(\d+)/.exec(address.value)?.[1];
  return address && found ? { ...address, value: found } : null;
};

const doiField = (record: RecordFields): Field | null =>
  record.first('DO') ??
  record.all('UR').find((f) => /^https?:\/\/(dx\.)?doi\.org\//.test(f.value)) ??
  null;

/**
 * One record of a RIS file. Tags after the RIS format's specification (Research Information Systems)
 * and what EndNote, Zotero, Embase and CNKI write.
 * @throws Unreadable
 */
export const risArticle = (record: RecordFields): ArticleRecord => ({
  pmid: pmidOf(pmidField(record)),
  doi: doiOf(doiField(record)),
  title: titleOf(record.first('TI', 'T1', 'CT', 'BT'), record.line, '“TI  - The title”'),
  authors: record.all('AU', 'A1').map((field) => field.value),
  journal: record.text('JO', 'JF', 'T2', 'JA', 'J2'),
  year: yearOf(record.first('PY', 'Y1', 'DA'), 'PY  - 2019'),
  abstract: record.text('AB', 'N2'),
  keywords: headings(record.all('KW')),
});

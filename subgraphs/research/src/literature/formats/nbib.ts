import type { ArticleRecord } from '../article.ts';
import { doiOf, headings, pmidOf, titleOf, yearOf } from './parts.ts';
import { type Field, type Problem, RecordFields, readTagged } from './tagged.ts';

const grammar = {
  field: /^([A-Z][A-Z0-9 ]{3})- ?(.*)$/,
  continuation: /^ {6}(.*)$/,
  form: 'TI  - The title',
};

/** A record starts with its PMID. */
export const nbibRecords = (text: string): { records: RecordFields[]; problems: Problem[] } => {
  const { fields, problems } = readTagged(text, grammar);
  const groups: Field[][] = [];
  for (const field of fields) {
    if (field.tag === 'PMID' || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(field);
  }
  return { records: groups.map((group) => new RecordFields(group)), problems };
};

/** `10.1056/NEJMoa0810699 [doi]`: identifiers name their kind. */
const doiField = (record: RecordFields): Field | null => {
  const found = record.all('LID', 'AID').find((field) => field.value.endsWith('[doi]'));
  return found ? { ...found, value: found.value.slice(0, -'[doi]'.length).trim() } : null;
};

/** How the format writes what a record lacks, for the message. */
export interface MedlineForms {
  readonly title: string;
  readonly date: string;
}

/**
 * Reads one record of MEDLINE's data elements. Tags after the National Library of Medicine's “MEDLINE/PubMed
 * Data Element (Field) Descriptions”.
 * @throws Unreadable
 */
export const medlineArticle =
  ({ title, date }: MedlineForms) =>
  (record: RecordFields): ArticleRecord => ({
    pmid: pmidOf(record.first('PMID')),
    doi: doiOf(doiField(record)),
    title: titleOf(record.first('TI', 'BTI', 'TT'), record.line, title),
    authors: record.all('AU', 'CN').map((field) => field.value),
    journal: record.text('JT', 'TA'),
    year: yearOf(record.first('DP'), date),
    abstract: record.text('AB'),
    keywords: headings([...record.all('MH'), ...record.all('OT')]),
  });

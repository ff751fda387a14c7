import type { Field, Problem } from './tagged.ts';

/** Thrown by a reader of one record: the record is left out, the file is read on. */
export class Unreadable extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** A title without the full stop that MEDLINE ends it with. */
export const titleOf = (field: Field | null, line: number, tags: string): string => {
  if (field !== null) return field.value.replace(/(?<=[^.])\.$/, '');
  throw new Unreadable({ line, message: `The record has no title. Add it as ${tags}.` });
};

export const yearOf = (field: Field | null, form: string): number | null => {
  if (field === null) return null;
  const year = /^\s*(\d{4})(?!\d)/.exec(field.value)?.[1];
  if (year !== undefined) return Number(year);
  throw new Unreadable({
    line: field.line,
    message: `“${field.value}” has no year. Write the date as “${form}”.`,
  });
};

export const pmidOf = (field: Field | null): string | null => {
  if (field === null) return null;
  if (/^[1-9]\d{0,8}$/.test(field.value)) return field.value;
  throw new Unreadable({
    line: field.line,
    message: `“${field.value}” is no PubMed identifier. Write its digits alone.`,
  });
};

const resolver = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i;

export const doiOf = (field: Field | null): string | null => {
  if (field === null) return null;
  const doi = field.value.replace(resolver, '').toLowerCase();
  if (/^10\.\d{4,9}\/\S+$/.test(doi)) return doi;
  throw new Unreadable({
    line: field.line,
    message: `“${field.value}” is no DOI. Write it as 10.1056/…, or remove the line.`,
  });
};

/** Headings without the asterisk of a major topic, each once. */
export const headings = (fields: readonly Field[]): string[] => [
  ...new Set(fields.map((field) => field.value.replaceAll('*', ''))),
];

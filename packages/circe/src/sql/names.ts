import { CirceError } from '../circe-error.ts';

/** Where a statement finds and puts its tables. */
export interface Names {
  /** A table of the Common Data Model. */
  readonly cdm: (table: string) => string;
  /** A table of the vocabulary. */
  readonly vocabulary: (table: string) => string;
  /** A temporary table of this generation. */
  readonly temporary: (table: string) => string;
  readonly codesets: string;
  /** A name for a part of a statement, never given twice. */
  readonly part: (of: string) => string;
}

export interface NameOptions {
  /** Schema of the tables of the Common Data Model; without one they are found where the connection looks. */
  readonly cdmSchema?: string;
  readonly vocabularySchema?: string;
  /** What temporary tables begin with: another for each generation that runs at the same time on one connection. */
  readonly prefix?: string;
}

const identifier = (text: string, what: string): string => {
  if (!/^[a-z_]\w{0,62}$/i.test(text))
    throw new CirceError('', `The ${what} "${text}" is not the name of one.`);
  return text;
};

const within = (schema: string | undefined) => (table: string) =>
  schema === undefined ? table : `${identifier(schema, 'schema')}.${table}`;

export const namesOf = ({ cdmSchema, vocabularySchema, prefix = 'circe_' }: NameOptions): Names => {
  let parts = 0;
  const start = identifier(prefix, 'prefix of tables');
  const temporary = (table: string) => `${start}${table}`;
  return {
    cdm: within(cdmSchema),
    vocabulary: within(vocabularySchema ?? cdmSchema),
    temporary,
    codesets: temporary('codesets'),
    part: (of) => `${of}_${++parts}`,
  };
};

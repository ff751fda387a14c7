import { channel } from 'node:diagnostics_channel';
import { fillPlaceholders, type SQL } from 'drizzle-orm';
import { PgDialect, QueryBuilder } from 'drizzle-orm/pg-core';

/**
 * A statement prepared once on each connection that runs it. Drizzle builds the text at module load;
 * it is not run through Drizzle, whose prepared statements would run on the pool and not on the
 * connection that carries the reader's identity.
 */
export interface Statement<Row> {
  readonly text: string;
  /** Positional parameters from named ones. */
  readonly bind: (values: Readonly<Record<string, unknown>>) => unknown[];
  /** Never set: carries the row's type. */
  readonly row?: Row;
}

interface Built<Row> {
  readonly _: { readonly result: Row[] };
  toSQL(): { sql: string; params: unknown[] };
}

/** Whoever looks at what the product asks of the database hears each text as it is made. */
const made = channel('nodp.statement');

const compiled = (text: string, params: unknown[]) => {
  if (made.hasSubscribers) made.publish(text);
  return {
    text,
    bind: (values: Readonly<Record<string, unknown>>) =>
      fillPlaceholders(params, values as Record<string, unknown>),
  };
};

/** From a Drizzle query whose column names in snake case are the keys of its rows in camel case. */
export const statement = <Row>(query: Built<Row>): Statement<Row> => {
  const { sql: text, params } = query.toSQL();
  return compiled(text, params);
};

const dialect = new PgDialect();

/** From a Drizzle `sql` template; `sql.placeholder('ids')` names a parameter. Columns come in camel case. */
export const sqlStatement = <Row>(query: SQL): Statement<Row> => {
  const { sql: text, params } = dialect.sqlToQuery(query);
  return compiled(text, params);
};

/** Builds queries without a connection. */
export const query = new QueryBuilder();

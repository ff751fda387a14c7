import type { SQL, SQLWrapper } from 'drizzle-orm';
import { type AnyPgColumn, PgDialect } from 'drizzle-orm/pg-core';
import { type InputName, type InputType, RELEASE_INPUTS, type ReleaseExtract } from './inputs.ts';

/** The Drizzle type of the columns that a column of an extract may be read from as it stands. */
interface ColumnOf {
  readonly uuid: 'PgUUID';
  readonly varchar: 'PgText';
  readonly date: 'PgDateString';
  readonly smallint: 'PgSmallInt';
  readonly integer: 'PgInteger' | 'PgSmallInt';
  readonly bigint: 'PgBigInt53' | 'PgInteger';
  readonly double: 'PgDoublePrecision';
}

type ValueOf<T extends InputType> = T extends 'uuid' | 'varchar' | 'date' ? string : number;

/** A column of the extract's type, or an expression of its values. */
type Given<T extends InputType> =
  | (AnyPgColumn & { readonly _: { readonly columnType: ColumnOf[T] } })
  | SQL<ValueOf<T>>
  | SQL<ValueOf<T> | null>;

type Inputs = typeof RELEASE_INPUTS;

/** What each column of an extract is read from. */
export type GivenColumns<N extends InputName> = {
  readonly [C in keyof Inputs[N]]: Given<Extract<Inputs[N][C], InputType>>;
};

const dialect = new PgDialect();

/**
 * An extract over a subgraph's own tables. A column that is renamed, left out or of another type does not compile.
 * @param columns what each column is read from
 * @param select the statement that selects exactly these columns
 */
export const extract = <N extends InputName, C extends GivenColumns<N>>(
  name: N,
  columns: C & GivenColumns<N>,
  select: (columns: C) => SQLWrapper,
): ReleaseExtract<N> => {
  const inOrder = Object.keys(RELEASE_INPUTS[name]).map((column) => [
    column,
    columns[column as keyof C],
  ]);
  // COPY takes no parameters: values stand in the text.
  const text = select(Object.fromEntries(inOrder) as C)
    .getSQL()
    .inlineParams();
  return { name, query: dialect.sqlToQuery(text).sql };
};

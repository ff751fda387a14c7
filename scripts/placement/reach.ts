import { parse, parsePlPgSQL } from 'libpg-query';
import { Reading } from './read.ts';
import { type Node, type Reach, type Relation, walk, widest } from './scope.ts';

/** @param relations of the platform, by `schema.name` */
export const reachOf = async (
  text: string,
  relations: ReadonlyMap<string, Relation>,
): Promise<Reach> => {
  const { stmts = [] } = (await parse(text)) as { stmts?: { stmt: Node }[] };
  return widest(
    stmts.map(({ stmt }) => {
      const reading = new Reading(relations);
      reading.statement(stmt, null);
      return reading.reach();
    }),
  );
};

/** Every text within a function of PL/pgSQL, as one that can be read by itself. */
const textsOf = (tree: Node): string[] => {
  const texts: string[] = [];
  walk(tree, ({ PLpgSQL_expr: one }) => {
    if (one === undefined) return;
    // 0: a statement; 2: an expression; from 3 on: `target := expression`.
    if (one.parseMode === 0) texts.push(one.query);
    else if (one.parseMode === 2) texts.push(`select ${one.query}`);
    else texts.push(`select ${one.query.replace(/^[^=]*?:?=/, '')}`);
  });
  return texts;
};

export interface SqlFunction {
  readonly name: string;
  readonly language: string;
  /** `create function …` */
  readonly definition: string;
  readonly body: string;
}

/** @returns what the widest statement of a function asks; what it is given are its arguments and variables */
export const reachOfFunction = async (
  { language, definition, body }: SqlFunction,
  relations: ReadonlyMap<string, Relation>,
): Promise<Reach> => {
  const tree = language === 'sql' ? null : await parsePlPgSQL(definition);
  const texts = tree === null ? [body] : textsOf(tree);
  // What it puts together itself nobody has read.
  if (/PLpgSQL_stmt_dyn|"dynquery"/.test(JSON.stringify(tree))) return 'across';
  return widest(await Promise.all(texts.map((text) => reachOf(text, relations))));
};

import * as v from 'valibot';
import { CirceError } from './circe-error.ts';
import { type CohortExpression, cohortExpression } from './schema/expression.ts';
import { unreadIn } from './schema/unread.ts';
import { withoutNull } from './schema/without-null.ts';

/** Characters of a definition that is read at all; the longest of the OHDSI phenotype library has a tenth of it. */
const LONGEST = 5_000_000;
/** Objects and lists within one another. */
const DEEPEST = 120;

export interface Parsed {
  readonly expression: CohortExpression;
  /** Places of what was given and circe knows nothing of: named, never passed over in silence. */
  readonly unread: readonly string[];
}

const depthOf = (value: unknown, depth = 0): number => {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return depth;
  return Object.values(value).reduce<number>(
    (deepest, each) => Math.max(deepest, depthOf(each, depth + 1)),
    depth,
  );
};

/**
 * A circe cohort expression from what a JSON text holds.
 * @throws {CirceError} where it has not the form of one, with the first place that has not
 */
export const parseExpression = (json: unknown): Parsed => {
  if (depthOf(json) > DEEPEST) throw new CirceError('', `is nested deeper than ${DEEPEST} levels`);
  const given = withoutNull(json);
  const read = v.safeParse(cohortExpression, given);
  if (!read.success) {
    const [issue] = read.issues;
    throw new CirceError(v.getDotPath(issue) ?? '', issue.message);
  }
  return { expression: read.output, unread: unreadIn(given, read.output) };
};

/** As `parseExpression`, from the text. */
export const parseExpressionText = (text: string): Parsed => {
  if (text.length > LONGEST)
    throw new CirceError('', `is longer than ${LONGEST.toLocaleString('en-US')} characters`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new CirceError('', `is not JSON: ${(error as Error).message}`);
  }
  return parseExpression(json);
};

/** The text of an expression, to be read by ATLAS as by us. */
export const writeExpression = (expression: CohortExpression): string =>
  `${JSON.stringify(expression, null, 2)}\n`;

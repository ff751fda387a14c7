/** circe's cohort expressions: read, checked and printed. How one is run stands in `@nodp/circe/sql`. */

export { checkExpression } from './check/check.ts';
export type { Severity, Warning, WarningId } from './check/warning.ts';
export { CirceError } from './circe-error.ts';
export { type Parsed, parseExpression, parseExpressionText, writeExpression } from './parse.ts';
export { printConceptSets, printExpression } from './print/markdown.ts';
export type { CohortExpression } from './schema/expression.ts';

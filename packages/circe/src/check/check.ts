import type { CohortExpression } from '../schema/expression.ts';
import { checkComparisons } from './comparisons.ts';
import { checkConceptSets, checkCriteriaConcepts } from './concept-sets.ts';
import { checkExits } from './exits.ts';
import { checkValues } from './values.ts';
import type { Warning } from './warning.ts';
import { checkWindows } from './windows.ts';

const ORDER = { critical: 0, warning: 1, info: 2 } as const;

/**
 * What may be wrong about a definition: circe's checks (circe-be `check/checkers`, Apache-2.0), the gravest first.
 * Two of them look further than circe's: a concept set chosen for an attribute is used, and criteria contradict one another
 * wherever they stand among the others.
 */
export const checkExpression = (expression: CohortExpression): Warning[] =>
  [checkExits, checkConceptSets, checkValues, checkCriteriaConcepts, checkComparisons, checkWindows]
    .flatMap((check) => check(expression))
    .toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]);

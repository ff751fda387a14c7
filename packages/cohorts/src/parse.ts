import { safeParse } from 'valibot';
import {
  type CohortDefinition,
  type Criterion,
  criterionOf,
  formOf,
  isKind,
} from './definition.ts';
import { lint } from './lint.ts';
import type { Problem } from './problem.ts';
import { misshapenAt, readTree } from './read-tree.ts';

/** A definition with what is wrong about it; it may be run when `runnable`. */
export interface ParsedDefinition {
  readonly definition: CohortDefinition;
  readonly problems: readonly Problem[];
  readonly runnable: boolean;
}

/** A criterion of a field, or the place within its value that has not the form of it; null where the field is of no criterion. */
const readCriterion = (field: string, value: unknown): Criterion | string | null => {
  if (!isKind(field)) return null;
  const parsed = safeParse(formOf(field).schema, value);
  return parsed.success
    ? criterionOf(field, parsed.output as never)
    : (parsed.issues[0].path?.map(({ key }) => key).join('.') ?? '');
};

/** From the graph's input, of which exactly one field has to be given at every node. */
export const parseDefinition = (input: unknown): ParsedDefinition => {
  const misshapen: Problem[] = [];
  const definition = readTree(input, readCriterion, (code, path) => {
    misshapen.push(misshapenAt(code, path));
  });
  const problems = misshapen.length > 0 ? misshapen : lint(definition);
  return { definition, problems, runnable: problems.every((p) => p.severity !== 'error') };
};

import type { CriterionKind } from './criteria/registry.ts';
import { type CohortDefinition, kindOf } from './definition.ts';
import { branchOf } from './tree.ts';

/** What tables of the overview are divided by. */
const DIVIDED_BY: ReadonlySet<CriterionKind> = new Set<CriterionKind>([
  ...(['site', 'sex', 'age', 'year', 'residence', 'province'] as const),
  ...(['stage', 'tier', 'behaviour', 'basis', 'detection'] as const),
]);
/** Ways of meeting a definition that are followed; further ones are passed over. */
const MOST = 4;
/** Ages of a table are groups of five years. */
const GROUP = 5;

const isDivision = (node: CohortDefinition): boolean => {
  const kind = kindOf(node);
  if (kind === null || !DIVIDED_BY.has(kind)) return false;
  if (!('age' in node)) return true;
  const { from, to } = node.age;
  return (from ?? 0) % GROUP === 0 && (to === undefined || to === null || (to + 1) % GROUP === 0);
};

/** Each way of meeting a definition, by what of it divides tables. */
const waysOf = (node: CohortDefinition): readonly (readonly CohortDefinition[])[] => {
  const branch = branchOf(node);
  if (branch === null) return [isDivision(node) ? [node] : []];
  if (branch.kind === 'any') return branch.of.flatMap(waysOf).slice(0, MOST);
  if (branch.kind !== 'all') return [[]];
  return branch.of.reduce<readonly (readonly CohortDefinition[])[]>(
    (ways, part) =>
      ways.flatMap((way) => waysOf(part).map((more) => [...way, ...more])).slice(0, MOST),
    [[]],
  );
};

/**
 * The cells of tables that a definition takes a part of, or adds to: men with lung cancer of a province, of a definition that leaves
 * out those of an age. Whoever asks it may read their number in a table. None where the definition is such a cell itself.
 */
export const tabulatedAround = (
  definition: CohortDefinition,
): readonly { readonly all: CohortDefinition[] }[] => {
  const branch = branchOf(definition);
  const parts = branch?.kind === 'all' ? branch.of : [definition];
  if (parts.every(isDivision)) return [];
  return waysOf(definition).flatMap((way) => (way.length === 0 ? [] : [{ all: [...way] }]));
};

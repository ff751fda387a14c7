import type { Apart } from './criterion/module.ts';
import {
  type CohortDefinition,
  type Criterion,
  criterionOf,
  kindOf,
  valueIn,
} from './definition.ts';
import { meaningOf } from './meaning.ts';
import { branchOf, leavesOf, nodeOf, type Tree } from './tree.ts';

const apartOf = (criterion: Criterion): Apart<unknown> | null => {
  const kind = kindOf(criterion);
  return kind === null ? null : (meaningOf(kind).apart?.(valueIn(criterion)) ?? null);
};

const made = (criterion: Criterion, { yes, no }: Apart<unknown>, denied: boolean) => {
  const kind = kindOf(criterion);
  if (kind === null) throw new TypeError('Not a criterion.');
  const of = (tree: Tree<{ readonly asks: unknown }>): CohortDefinition => {
    const branch = branchOf(tree);
    return branch === null
      ? criterionOf(kind, (tree as { readonly asks: unknown }).asks as never)
      : nodeOf({ ...branch, of: branch.of.map(of) });
  };
  return of(denied ? no : yes);
};

const read = (node: CohortDefinition, denied: boolean): CohortDefinition => {
  const plain = leavesOf(node).every((leaf) => apartOf(leaf) === null);
  if (plain) return denied ? { not: node } : node;
  const branch = branchOf(node);
  if (branch === null) {
    const criterion = node as Criterion;
    return made(criterion, apartOf(criterion) as Apart<unknown>, denied);
  }
  const { kind, count } = branch;
  const size = branch.of.length;
  const of = (inner: boolean) => branch.of.map((child) => read(child, inner));
  switch (kind) {
    case 'not':
      return read(branch.of[0] as CohortDefinition, !denied);
    case 'all':
      return denied ? { any: of(true) } : { all: of(false) };
    case 'any':
      return denied ? { all: of(true) } : { any: of(false) };
    case 'atLeast':
      return denied
        ? { atLeast: { least: size - count + 1, of: of(true) } }
        : { atLeast: { least: count, of: of(false) } };
    case 'atMost':
      return denied
        ? { atLeast: { least: count + 1, of: of(false) } }
        : { atLeast: { least: size - count, of: of(true) } };
  }
};

/**
 * A definition as every engine reads it: `not` stands before criteria alone of which each case either is or is not, and what may be
 * not known is asked for by what says it. So two values of logic give what three would (Kleene 1952): a gene that was not tested
 * satisfies neither a change of it nor its absence, however deep in a definition either stands.
 */
export const asKnown = (definition: CohortDefinition): CohortDefinition => read(definition, false);

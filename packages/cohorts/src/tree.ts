/**
 * Conditions put together: each, any, none, so many or more, so many or fewer of others, nested. What stands at the leaves is a
 * criterion of a case, or within one of time what happens around an event. Every node has exactly one field.
 */
export type Tree<Leaf> =
  /** Each of them; of none, always true. */
  | { readonly all: Tree<Leaf>[] }
  | { readonly any: Tree<Leaf>[] }
  | { readonly not: Tree<Leaf> }
  | { readonly atLeast: { readonly least: number; readonly of: Tree<Leaf>[] } }
  | { readonly atMost: { readonly most: number; readonly of: Tree<Leaf>[] } }
  | Leaf;

/** A node that puts others together, whatever its field: how, how many where that is said, and what. */
export interface Branch<Leaf> {
  readonly kind: 'all' | 'any' | 'not' | 'atLeast' | 'atMost';
  /** Least or most; 0 where the kind says none. */
  readonly count: number;
  readonly of: readonly Tree<Leaf>[];
}

/** The node's branch; null for a leaf. */
export const branchOf = <Leaf extends object>(node: Tree<Leaf>): Branch<Leaf> | null => {
  const fields = node as {
    all?: Tree<Leaf>[];
    any?: Tree<Leaf>[];
    not?: Tree<Leaf>;
    atLeast?: { least: number; of: Tree<Leaf>[] };
    atMost?: { most: number; of: Tree<Leaf>[] };
  };
  if (fields.all) return { kind: 'all', count: 0, of: fields.all };
  if (fields.any) return { kind: 'any', count: 0, of: fields.any };
  if (fields.not) return { kind: 'not', count: 0, of: [fields.not] };
  if (fields.atLeast)
    return { kind: 'atLeast', count: fields.atLeast.least, of: fields.atLeast.of };
  if (fields.atMost) return { kind: 'atMost', count: fields.atMost.most, of: fields.atMost.of };
  return null;
};

/** The node of a branch: what `branchOf` read. */
export const nodeOf = <Leaf extends object>({ kind, count, of }: Branch<Leaf>): Tree<Leaf> => {
  const children = [...of];
  switch (kind) {
    case 'all':
      return { all: children };
    case 'any':
      return { any: children };
    case 'not':
      return { not: children[0] ?? { all: [] } };
    case 'atLeast':
      return { atLeast: { least: count, of: children } };
    case 'atMost':
      return { atMost: { most: count, of: children } };
  }
};

/** Where a branch's children have their places: `all.2`, `atLeast.of.0`, `not`. */
export const placeIn = <Leaf>({ kind }: Branch<Leaf>, i: number): string =>
  kind === 'not' ? 'not' : kind === 'all' || kind === 'any' ? `${kind}.${i}` : `${kind}.of.${i}`;

/** Every leaf, in order. */
export const leavesOf = <Leaf extends object>(node: Tree<Leaf>): Leaf[] => {
  const branch = branchOf(node);
  return branch === null ? [node as Leaf] : branch.of.flatMap(leavesOf);
};

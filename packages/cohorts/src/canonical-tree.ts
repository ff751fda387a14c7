import { type Branch, branchOf, nodeOf, type Tree } from './tree.ts';

const byText = (a: unknown, b: unknown): number => {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** Children in one order, once each. */
const ordered = <Node>(children: readonly Node[]): Node[] =>
  [...new Map(children.map((child) => [JSON.stringify(child), child])).values()].sort(byText);

/** Trees that say the same in another order or another nesting have one canonical form. */
export const canonicalTree = <Leaf extends object>(
  node: Tree<Leaf>,
  ofLeaf: (leaf: Leaf) => Leaf,
): Tree<Leaf> => {
  const branch = branchOf(node);
  if (branch === null) return ofLeaf(node as Leaf);
  const { kind } = branch;
  const children = branch.of.map((child) => canonicalTree(child, ofLeaf));
  const made = (of: readonly Tree<Leaf>[]): Tree<Leaf> => nodeOf({ ...branch, of });
  if (kind === 'all' || kind === 'any') {
    const of = ordered(
      children.flatMap((child) => {
        const inner: Branch<Leaf> | null = branchOf(child);
        return inner?.kind === kind ? inner.of : [child];
      }),
    );
    const [only] = of;
    return of.length === 1 && only !== undefined ? only : made(of);
  }
  if (kind === 'not') {
    const [inner] = children;
    const within = inner === undefined ? null : branchOf(inner);
    return within?.kind === 'not' ? (within.of[0] as Tree<Leaf>) : made(children);
  }
  // Not made unique: what is said twice counts twice.
  return made(children.sort(byText));
};

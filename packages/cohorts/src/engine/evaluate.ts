import { branchOf, type Tree } from '../tree.ts';
import { and, type Bits, none, or, without } from './bits.ts';
import { any } from './sets.ts';

/** The cases that met so many or more of some sets. */
const metLeast = (least: number, of: readonly Bits[], everyone: Bits): Bits => {
  if (least <= 0) return everyone;
  // met[k]: the cases that met k or more of the sets read so far.
  const met = [everyone, ...Array.from({ length: least }, () => none(everyone.length * 32))];
  for (const child of of)
    for (let k = least; k > 0; k--) met[k] = or(met[k] as Bits, and(met[k - 1] as Bits, child));
  return met[least] as Bits;
};

/**
 * The cases that satisfy a tree, put together from those of its leaves by set operations.
 * Unknown meets no leaf and `not` is the complement, so two values of logic suffice.
 * @param everyone whom it is asked of: those among whom `not` is the complement
 * @param ofLeaf answers for one leaf, from memory where it was asked before
 */
export const evaluate = async <Leaf extends object>(
  tree: Tree<Leaf>,
  everyone: Bits,
  ofLeaf: (leaf: Leaf) => Promise<Bits>,
): Promise<Bits> => {
  const branch = branchOf(tree);
  if (branch === null) return ofLeaf(tree as Leaf);
  const { kind, count } = branch;
  const of = await Promise.all(branch.of.map((child) => evaluate(child, everyone, ofLeaf)));
  switch (kind) {
    case 'all':
      return of.length === 0 ? everyone : of.reduce(and);
    case 'any':
      return any(of, everyone.length * 32);
    case 'not':
      return without(everyone, of[0] as Bits);
    case 'atLeast':
      return metLeast(count, of, everyone);
    case 'atMost':
      return without(everyone, metLeast(count + 1, of, everyone));
  }
};

import type { Label } from '@nodp/terminology';
import { join } from './criterion/words.ts';
import { branchOf, type Tree } from './tree.ts';

/** A tree in plain words. */
export const printTree = <Leaf extends object>(
  node: Tree<Leaf>,
  ofLeaf: (leaf: Leaf) => Label,
  everything: Label,
): Label => {
  const print = (each: Tree<Leaf>): Label => printTree(each, ofLeaf, everything);
  /** Brackets where a part would otherwise be read into what stands around it. */
  const part = (each: Tree<Leaf>): Label => {
    const label = print(each);
    const branch = branchOf(each);
    const several = branch !== null && branch.kind !== 'not' && branch.of.length > 1;
    return several ? { en: `(${label.en})`, zh: `（${label.zh}）` } : label;
  };
  const branch = branchOf(node);
  if (branch === null) return ofLeaf(node as Leaf);
  const { kind, count, of } = branch;
  const parts = of.map(part);
  switch (kind) {
    case 'all':
      return of.length === 0 ? everything : join(parts, ' and ', '，且');
    case 'any':
      return join(parts, ' or ', '，或');
    case 'not': {
      const inner = of[0] as Tree<Leaf>;
      return { en: `not ${part(inner).en}`, zh: `非“${print(inner).zh}”` };
    }
    case 'atLeast': {
      const list = join(parts, '; ', '；');
      return { en: `at least ${count} of: ${list.en}`, zh: `至少满足${count}项：${list.zh}` };
    }
    case 'atMost': {
      const list = join(parts, '; ', '；');
      return count === 0
        ? { en: `none of: ${list.en}`, zh: `均不满足：${list.zh}` }
        : { en: `at most ${count} of: ${list.en}`, zh: `至多满足${count}项：${list.zh}` };
    }
  }
};

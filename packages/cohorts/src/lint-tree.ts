import { type ProblemCode, type Report, within } from './problem.ts';
import { branchOf, placeIn, type Tree } from './tree.ts';

/** How large a tree may be. */
export interface TreeLimits {
  readonly levels: number;
  readonly nodes: number;
}

/** What the linter of a tree is told of its leaves and of the conditions that stand side by side. */
export interface TreeRules<Leaf> {
  readonly leaf: (leaf: Leaf, path: string) => void;
  /** Nodes that all have to be met, with their place. */
  readonly together?: (nodes: readonly Tree<Leaf>[], path: string) => void;
}

/** Everything wrong with how a tree is put together. */
export const lintTree = <Leaf extends object>(
  tree: Tree<Leaf>,
  limits: TreeLimits,
  { leaf, together }: TreeRules<Leaf>,
  report: Report,
): void => {
  let nodes = 0;
  const add = (
    code: ProblemCode,
    path: string,
    en: string,
    zh: string,
    severity: 'error' | 'warning' = 'error',
  ) => report(code, path, { en, zh }, severity);

  const countOf = (path: string, word: 'least' | 'most', count: number, children: number) => {
    const [from, to] = word === 'least' ? [1, children] : [0, children - 1];
    if (Number.isInteger(count) && count >= from && count <= to) return;
    const [en, zh] = word === 'least' ? ['At least', '至少'] : ['At most', '至多'];
    add(
      'least-out-of-range',
      path,
      `“${en}” goes from ${from} to ${to}, by the ${children} criteria below it.`,
      `“${zh}”应为${from}至${to}（其下共${children}个条件）。`,
    );
  };

  const siblings = (of: readonly Tree<Leaf>[], place: (i: number) => string) => {
    const seen = new Set<string>();
    of.forEach((child, i) => {
      const text = JSON.stringify(child);
      if (seen.has(text))
        add('said-twice', place(i), 'Said already.', '与前面的条件重复。', 'warning');
      seen.add(text);
    });
  };

  /** What is asked and excluded at once, or met with its opposite. */
  const contradicting = (of: readonly Tree<Leaf>[], place: (i: number) => string) => {
    const asked = new Set(of.map((child) => JSON.stringify(child)));
    of.forEach((child, i) => {
      const branch = branchOf(child);
      if (branch?.kind === 'not' && asked.has(JSON.stringify(branch.of[0])))
        add(
          'never-true',
          place(i),
          'Excludes what is asked beside it: nobody can meet both.',
          '与并列条件互相矛盾：无人能同时满足。',
          'warning',
        );
    });
  };

  const visit = (node: Tree<Leaf>, path: string, level: number): void => {
    nodes++;
    if (nodes === limits.nodes + 1)
      add('too-large', path, `At most ${limits.nodes} criteria.`, `最多${limits.nodes}个条件。`);
    if (level > limits.levels) {
      add('too-deep', path, `At most ${limits.levels} levels.`, `最多嵌套${limits.levels}层。`);
      return;
    }
    const branch = branchOf(node);
    if (branch === null) {
      leaf(node as Leaf, path);
      return;
    }
    const { kind, count, of } = branch;
    const place = (i: number) => within(path, placeIn(branch, i));
    if (kind !== 'not') siblings(of, place);
    if (of.length === 0 && kind !== 'all')
      add('empty-choice', path, 'Add at least one criterion.', '至少添加一个条件。');
    else if (kind === 'atLeast') countOf(path, 'least', count, of.length);
    else if (kind === 'atMost') countOf(path, 'most', count, of.length);
    if (kind === 'all') {
      contradicting(of, place);
      together?.(of, path);
    }
    of.forEach((child, i) => {
      visit(child, place(i), level + 1);
    });
  };
  visit(tree, '', 1);
};

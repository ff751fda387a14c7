import { onlySexOf } from './criteria/site/meaning.ts';
import { type CohortDefinition, kindOf, valueIn } from './definition.ts';
import { meaningOf } from './meaning.ts';
import { type Problem, type ProblemCode, within } from './problem.ts';

const MOST_LEVELS = 12;
const MOST_NODES = 200;

/** Children of a node with their places; null for a criterion. */
const childrenOf = (
  node: CohortDefinition,
): readonly (readonly [string, CohortDefinition])[] | null => {
  const placed = (field: string, of: readonly CohortDefinition[]) =>
    of.map((child, i) => [`${field}.${i}`, child] as const);
  if ('all' in node) return placed('all', node.all);
  if ('any' in node) return placed('any', node.any);
  if ('atLeast' in node) return placed('atLeast.of', node.atLeast.of);
  if ('not' in node) return [['not', node.not]];
  return null;
};

/** The place of the first criterion of sites that do not occur in the sexes asked for beside it; -1 without. */
const contradicting = (of: readonly CohortDefinition[]): number => {
  const sexes = of.flatMap((child) => ('sex' in child ? [child.sex] : []))[0] ?? [];
  if (sexes.length === 0) return -1;
  return of.findIndex(
    (child) =>
      'site' in child &&
      child.site.length > 0 &&
      child.site.every((id) => {
        const only = onlySexOf(id);
        return only && sexes.every((sex) => sex === (only === 'male' ? 'FEMALE' : 'MALE'));
      }),
  );
};

/** Everything wrong with a definition; it may be run when no problem is an `error`. */
export const lint = (definition: CohortDefinition): readonly Problem[] => {
  const problems: Problem[] = [];
  let nodes = 0;
  const add = (
    code: ProblemCode,
    path: string,
    en: string,
    zh: string,
    severity: Problem['severity'] = 'error',
  ) => problems.push({ code, severity, path, message: { en, zh } });

  const siblings = (children: readonly (readonly [string, CohortDefinition])[], path: string) => {
    const seen = new Set<string>();
    for (const [at, child] of children) {
      const text = JSON.stringify(child);
      if (seen.has(text))
        add('said-twice', within(path, at), 'Said already.', '与前面的条件重复。', 'warning');
      seen.add(text);
    }
  };

  const whole = (node: CohortDefinition, path: string, children: number): void => {
    if (children === 0 && !('all' in node))
      add('empty-choice', path, 'Add at least one criterion.', '至少添加一个条件。');
    if ('atLeast' in node) {
      const { least } = node.atLeast;
      if (!Number.isInteger(least) || least < 1 || least > children)
        add(
          'least-out-of-range',
          path,
          `“At least” goes from 1 to ${children}, the criteria below it.`,
          `“至少”应为1至${children}（其下条件数）。`,
        );
    }
    if ('all' in node) {
      const at = contradicting(node.all);
      if (at >= 0)
        add(
          'never-true',
          within(path, `all.${at}`),
          'These sites do not occur in the sex asked for.',
          '所选部位不见于所选性别。',
          'warning',
        );
    }
  };

  const visit = (node: CohortDefinition, path: string, level: number): void => {
    nodes++;
    if (nodes === MOST_NODES + 1)
      add('too-large', path, `At most ${MOST_NODES} criteria.`, `最多${MOST_NODES}个条件。`);
    if (level > MOST_LEVELS) {
      add('too-deep', path, `At most ${MOST_LEVELS} levels.`, `最多嵌套${MOST_LEVELS}层。`);
      return;
    }
    const children = childrenOf(node);
    if (children === null) {
      const kind = kindOf(node);
      if (kind === null) return;
      const own = within(path, kind);
      meaningOf(kind).lint(valueIn(node as never), (code, at, { en, zh }, severity) =>
        add(code, within(own, at), en, zh, severity),
      );
      return;
    }
    if (!('not' in node)) {
      siblings(children, path);
      whole(node, path, children.length);
    }
    for (const [at, child] of children) visit(child, within(path, at), level + 1);
  };
  visit(definition, '', 1);
  return problems;
};

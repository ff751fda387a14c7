import { onlySexOf } from './criteria/site/meaning.ts';
import { type CohortDefinition, kindOf, valueIn } from './definition.ts';
import { lintTree } from './lint-tree.ts';
import { meaningOf } from './meaning.ts';
import { type Problem, within } from './problem.ts';

const LIMITS = { levels: 12, nodes: 200 } as const;

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
  lintTree(
    definition,
    LIMITS,
    {
      leaf: (criterion, path) => {
        const kind = kindOf(criterion);
        if (kind === null) return;
        const own = within(path, kind);
        meaningOf(kind).lint(valueIn(criterion), (code, at, message, severity = 'error') =>
          problems.push({ code, severity, path: within(own, at), message }),
        );
      },
      together: (of, path) => {
        const at = contradicting(of);
        if (at >= 0)
          problems.push({
            code: 'never-true',
            severity: 'warning',
            path: within(path, `all.${at}`),
            message: {
              en: 'These sites do not occur in the sex asked for.',
              zh: '所选部位不见于所选性别。',
            },
          });
      },
    },
    (code, path, message, severity = 'error') => problems.push({ code, severity, path, message }),
  );
  return problems;
};

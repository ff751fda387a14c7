import {
  type CohortDefinition,
  type Criterion,
  criterionOf,
  formOf,
  kindOf,
  valueIn,
} from './definition.ts';

const byText = (a: CohortDefinition, b: CohortDefinition): number => {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** Children in one order, once each. */
const ordered = (children: readonly CohortDefinition[]): CohortDefinition[] =>
  [...new Map(children.map((child) => [JSON.stringify(child), child])).values()].sort(byText);

export const canonicalCriterion = (criterion: Criterion): Criterion => {
  const kind = kindOf(criterion);
  if (kind === null) throw new TypeError('Not a criterion.');
  return criterionOf(kind, formOf(kind).canonical(valueIn(criterion)) as never);
};

/** Definitions that say the same in another order or another nesting have one canonical form. */
export const canonical = (definition: CohortDefinition): CohortDefinition => {
  if ('all' in definition) {
    const children = definition.all.map(canonical);
    const of = ordered(children.flatMap((child) => ('all' in child ? child.all : [child])));
    const [only] = of;
    return of.length === 1 && only !== undefined ? only : { all: of };
  }
  if ('any' in definition) {
    const children = definition.any.map(canonical);
    const of = ordered(children.flatMap((child) => ('any' in child ? child.any : [child])));
    const [only] = of;
    return of.length === 1 && only !== undefined ? only : { any: of };
  }
  if ('atLeast' in definition) {
    // Not made unique: a criterion said twice counts twice.
    const { least, of } = definition.atLeast;
    return { atLeast: { least, of: of.map(canonical).sort(byText) } };
  }
  if ('not' in definition) {
    const inner = canonical(definition.not);
    return 'not' in inner ? inner.not : { not: inner };
  }
  return canonicalCriterion(definition);
};

import { canonicalTree } from './canonical-tree.ts';
import {
  type CohortDefinition,
  type Criterion,
  criterionOf,
  formOf,
  kindOf,
  valueIn,
} from './definition.ts';

export const canonicalCriterion = (criterion: Criterion): Criterion => {
  const kind = kindOf(criterion);
  if (kind === null) throw new TypeError('Not a criterion.');
  return criterionOf(kind, formOf(kind).canonical(valueIn(criterion)) as never);
};

/** Definitions that say the same in another order or another nesting have one canonical form. */
export const canonical = (definition: CohortDefinition): CohortDefinition =>
  canonicalTree(definition, canonicalCriterion);

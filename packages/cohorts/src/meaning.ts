import { type CriterionKind, meanings } from './criteria/registry.ts';
import type { CriterionMeaning } from './criterion/module.ts';

/** The meaning of a criterion's kind, to be given values of that kind alone. */
export const meaningOf = (kind: CriterionKind): CriterionMeaning<unknown> =>
  meanings[kind] as unknown as CriterionMeaning<unknown>;

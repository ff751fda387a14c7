/** Changes to an arm. */
import { type Criterion, isInverted, kindOf, type Step } from '@nodp/cohorts';
import type { CohortProperty } from '../../../graph/generated/graphql.ts';
import type { Arm } from './asked.ts';

export const replaced = (arm: Arm, at: number, step: Step): Arm =>
  arm.map((s, i) => (i === at ? step : s));

export const removed = (arm: Arm, at: number): Arm => arm.filter((_, i) => i !== at);

/** Last of the age groups, which has no end. */
const lastAgeGroup = 85;

/** The criterion a value of a facet answers; null for a value that is not known. */
export function criterionOfFacet(property: CohortProperty, key: string | null): Criterion | null {
  if (key === null) return null;
  switch (property) {
    case 'SITE_GROUP':
      return { site: [key] };
    case 'PROVINCE':
      return { province: [key] };
    case 'STAGE':
      return { stage: [key as never] };
    case 'SEX':
      return { sex: [key as never] };
    case 'AGE_GROUP': {
      const from = Number(key);
      return { age: from === lastAgeGroup ? { from } : { from, to: from + 4 } };
    }
    case 'DIAGNOSIS_YEAR':
      return { year: { from: Number(key), to: Number(key) } };
  }
}

const same = (a: Step, b: Step): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether an arm asks exactly this. */
export const asks = (arm: Arm, criterion: Criterion): boolean =>
  arm.some((step) => same(step, criterion));

/**
 * Narrows an arm to a criterion, or widens it again where it asks exactly this already: in the place
 * of the criterion of that kind, or at the end where there is none.
 */
export function toggled(arm: Arm, criterion: Criterion): Arm {
  const at = arm.findIndex((step) => same(step, criterion));
  if (at >= 0) return removed(arm, at);
  const ofKind = arm.findIndex((step) => !isInverted(step) && kindOf(step) === kindOf(criterion));
  return ofKind >= 0 ? replaced(arm, ofKind, criterion) : [...arm, criterion];
}

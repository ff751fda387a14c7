export { type CountBudget, defaultBudget } from './budget.ts';
export {
  type Counted,
  counted,
  joined,
  type Keyed,
  movedTogether,
  nobody,
  partOf,
  together,
} from './counted.ts';
export {
  type CurvePoint,
  conditionalCurve,
  type DisclosedPoint,
  discloseCurve,
} from './curve.ts';
export { type Disclosed, disclose, discloseCounted, ofShown } from './disclosed.ts';
export {
  addPerson,
  areNear,
  areSame,
  type Fingerprint,
  type Printed,
  printed,
  SUMS,
} from './fingerprint.ts';
export { type Answered, followed, formerQuestions } from './former-questions.ts';
export { type DisclosedKinds, discloseKinds } from './kinds.ts';
export { type DisclosedQuantiles, discloseQuantiles } from './quantiles.ts';
export { type DisclosedRatio, discloseRatio } from './ratio.ts';
export { RecentSets } from './recent-sets.ts';
export { discloseRelativeCurve, type RelativeCurvePoint } from './relative-curve.ts';
export { type DisclosureRule, defaultRule } from './rule.ts';
export { cellAt, discloseCrossing, discloseTable } from './table.ts';
export { leavesOutFew } from './wider.ts';

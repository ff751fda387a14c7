export {
  type Concordance,
  type ConcordanceInput,
  concordance,
  coxConcordance,
} from './concordance.ts';
export { conditionalSurvival } from './conditional-survival.ts';
export type { Confidence, IntervalType } from './confidence.ts';
export { type CoxInput, coxRegression } from './cox/cox.ts';
export type { CoxData, CoxDesign, Ties } from './cox/design.ts';
export { coxOfFactors, type Factor, type FactorModel } from './cox/factors.ts';
export type { CoxModel } from './cox/model.ts';
export { baselineHazard, type PredictedSurvival, predictSurvival } from './cox/predict.ts';
export { martingaleResiduals } from './cox/residuals.ts';
export { dfbeta } from './cox/robust.ts';
export {
  type ProportionalHazardsTest,
  type Term,
  type TimeTransform,
  testProportionalHazards,
} from './cox/zph.ts';
export { type CurvePoint, type SurvivalCurve, survivalAt } from './curve.ts';
export type { SortedPeople, SurvivalInput } from './data/input.ts';
export type { Rows } from './data/risk-table.ts';
export { sortedOnce } from './data/sorted-people.ts';
export { type KaplanMeierInput, kaplanMeier, kaplanMeierByGroup } from './kaplan-meier.ts';
export {
  type CountsPoint,
  kaplanMeierOfCounts,
  type TimeCounts,
} from './kaplan-meier-of-counts.ts';
export { type LandmarkSet, landmark } from './landmark.ts';
export {
  type ChiSquareTest,
  type LogRank,
  type LogRankInput,
  logRank,
  logRankTrend,
} from './log-rank.ts';
export { type CumulativeHazard, type NelsonAalenInput, nelsonAalen } from './nelson-aalen.ts';
export { numberAtRisk } from './number-at-risk.ts';
export { medianSurvival, type SurvivalQuantile, survivalQuantiles } from './quantiles.ts';
export { type RestrictedMean, restrictedMean } from './restricted-mean.ts';

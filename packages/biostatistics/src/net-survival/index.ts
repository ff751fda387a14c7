export { ageStandardised, brennerWeights } from './age-standardised.ts';
export {
  cohortApproach,
  completeApproach,
  periodApproach,
  type Selection,
} from './approaches.ts';
export { conditionalRelativeSurvival } from './conditional.ts';
export { type RelativeCurve, type RelativePoint, relativeSurvivalAt } from './curve.ts';
export { edererI, edererIExpected } from './ederer-1.ts';
export { edererII } from './ederer-2.ts';
export type { ExcessOptions } from './excess-curve.ts';
export { type HakulinenOptions, hakulinen, hakulinenExpected } from './hakulinen.ts';
export { ICSS_AGE_GROUPS, type IcssStandard, icssWeights } from './icss.ts';
export { type NetLogRank, netLogRank } from './net-log-rank.ts';
export { type Patients, selectPatients } from './patients.ts';
export { poharPerme } from './pohar-perme.ts';
export { type GroupedNetSurvival, poharPermeByGroup } from './pohar-perme-by-group.ts';
export { type PiecewiseCurve, poharPermePiecewise } from './pohar-perme-piecewise.ts';
export type { RatioOptions } from './ratio-curve.ts';

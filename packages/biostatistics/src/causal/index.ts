export type {
  GeneralisedLinearInput,
  GeneralisedLinearModel,
} from './generalised-linear-model.ts';
export { type GroupInput, groupProbabilities } from './group-probabilities.ts';
export {
  effectiveSampleSize,
  groupWeights,
  inverseProbabilityWeights,
  type WeightOptions,
} from './inverse-probability-weights.ts';
export { logisticRegression } from './logistic-regression.ts';
export { type Matching, type MatchOptions, nearestNeighbourMatching } from './matching.ts';
export { poissonRegression } from './poisson-regression.ts';
export { type PropensityScores, propensityScores } from './propensity-score.ts';
export { type StandardisedDifference, standardisedDifference } from './standardised-difference.ts';

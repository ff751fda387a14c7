export { EstimatorPool, type RunOptions } from './estimator-pool.ts';
export type { ProgressListener } from './progress.ts';
export type { EstimatorArguments, EstimatorName, EstimatorResult } from './registry.ts';

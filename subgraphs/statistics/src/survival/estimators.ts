import { EstimatorPool } from '@nodp/biostatistics';

/** Threads for heavy estimators, started when first needed: a question of survival leaves the event loop free. */
export const estimators = new EstimatorPool();

import { EstimatorPool } from '@nodp/biostatistics';

/** Threads for heavy estimators, started when first needed: a regression leaves the event loop free. */
export const estimators = new EstimatorPool();

/** What tests and benchmarks hold the engine to. */
export { testings } from '../criteria/testing.ts';
export { countByHand } from './by-hand.ts';
export { condition } from './condition.ts';
export { criteriaOfKind, definitions } from './definitions.ts';
export {
  analyteCodes,
  biomarkerIds,
  drugIds,
  geneSymbols,
  provinceCodes,
  regimenIds,
  siteIds,
} from './vocabulary.ts';

export { type BrierScore, brierScore } from './brier-score.ts';
export { type CalibrationGroup, calibrationByRisk } from './calibration-by-risk.ts';
export {
  type CalibrationInTheLarge,
  calibrationInTheLarge,
  calibrationSlope,
} from './calibration-model.ts';
export { unoConcordance } from './uno-concordance.ts';

/** Measurements on images: their geometry, rows and reports. */

export { type MeasuredKind, measured, POINTS, type Point, planeOf } from './geometry.ts';
export { type Pixels, regionOf } from './region.ts';
export { measurementReport } from './report.ts';
export {
  addMeasurement,
  isTreated,
  latestOf,
  type MeasurementRow,
  measurementsOf,
} from './rows.ts';

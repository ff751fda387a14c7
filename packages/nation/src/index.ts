export {
  type CopyOptions,
  type CopyProgress,
  type CopyResult,
  copyNation,
} from './copy/copy-nation.ts';
export { tablesOf } from './copy/tables.ts';
export { type Delivery, deliveriesOf } from './deliveries/deliveries.ts';
export { type BundleEntry, bundlesOf, type PatientBundle } from './fhir/bundle.ts';
export { type Nation, type NationOptions, nation } from './nation.ts';
export { type Institution, institutions, type Tier } from './network/institutions.ts';
export type { ClinicalKind, ClinicalRecords, PatientHistory } from './records/records.ts';
export { type NationRegistry, registriesOf } from './registration.ts';

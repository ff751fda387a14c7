export { CONTACT_METHODS, CONTACT_OUTCOMES } from './follow-up.ts';
export { MODALITY_CODES } from './imaging.ts';
export { INSTITUTION_TIERS } from './institutions.ts';
export {
  ECOG,
  type Ecog,
  ecogOf,
  ecogOfKarnofsky,
  ecogOfLoincAnswer,
} from './performance-status.ts';
export { SEXES, type Sex, sexOf, VITAL_STATUSES, type VitalStatus } from './persons.ts';
export { RECIST_RESPONSES, type RecistResponse } from './response.ts';
export { SPECIMEN_FORMS, SPECIMEN_TYPES } from './specimens.ts';

import { terms } from '../label.ts';

/** Administrative sex. Codes: FHIR R4 AdministrativeGender. */
export const SEXES = terms([
  ['male', 'Male', '男'],
  ['female', 'Female', '女'],
  ['other', 'Other', '其他'],
  ['unknown', 'Unknown', '不详'],
]);
export type Sex = 'male' | 'female' | 'other' | 'unknown';

/** Sex from the ways it is coded: FHIR, HL7 v2 table 0001, GB/T 2261.1 (1 male, 2 female, 9 not stated), Chinese words. */
export function sexOf(text: string): Sex {
  switch (text.trim().toLowerCase()) {
    case 'male':
    case 'm':
    case '1':
    case '男':
    case '男性':
      return 'male';
    case 'female':
    case 'f':
    case '2':
    case '女':
    case '女性':
      return 'female';
    case 'other':
    case 'o':
    case 'a':
      return 'other';
    default:
      return 'unknown';
  }
}

/** Vital status at last contact. */
export const VITAL_STATUSES = terms([
  ['alive', 'Alive', '存活'],
  ['dead', 'Dead', '死亡'],
  ['lost', 'Lost to follow-up', '失访'],
  ['unknown', 'Unknown', '不详'],
]);
export type VitalStatus = 'alive' | 'dead' | 'lost' | 'unknown';

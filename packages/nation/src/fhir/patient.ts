import type { IdentityRow, PatientHistory } from '../records/rows.ts';
import { IDENTITY_CARD, LOINC } from '../records/systems.ts';
import { codeable, partial, type Resource } from './elements.ts';

const ID_TYPE = 'http://terminology.hl7.org/CodeSystem/v2-0203';

/** Demographics as one hospital sends them. */
export const patientResource = ({ patient }: PatientHistory, identity: IdentityRow): Resource => {
  const { sex, bornOn, bornPrecision, vitalStatus, diedOn } = patient.content;
  const { person, names, aliases, sourceId } = identity;
  const [name = '', family = '', given = ''] = names;
  return {
    resourceType: 'Patient',
    id: sourceId,
    identifier: [
      {
        type: { coding: [{ system: ID_TYPE, code: 'MR' }] },
        system: aliases[0]?.split('|')[0],
        value: person.medicalRecordNumbers[0],
      },
      {
        type: { coding: [{ system: ID_TYPE, code: 'NI' }] },
        system: IDENTITY_CARD,
        value: person.nationalId,
      },
    ],
    name: [{ use: 'official', text: name, family, given: [given] }],
    telecom: [{ system: 'phone', value: person.phone }],
    address: [{ text: person.address }],
    gender: sex === 'MALE' ? 'male' : 'female',
    birthDate: partial(bornOn, bornPrecision),
    ...(vitalStatus === 'DEAD' ? { deceasedDateTime: diedOn } : { deceasedBoolean: false }),
  };
};

/** Why the patient died, as an Observation beside the demographics. */
export const causeOfDeathResource = (
  { patient }: PatientHistory,
  id: string,
  subject: string,
): Resource => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  code: codeable(LOINC, '69453-9', '死因'),
  subject: { reference: subject },
  effectiveDateTime: patient.content.diedOn,
  valueCodeableConcept: codeable(patient.cause.system, patient.cause.code, patient.cause.display),
});

import { IDENTITY_CARD, LOINC } from '../records/systems.ts';
import { codeable, concept, partial, said, type ToResource } from './elements.ts';

const ID_TYPE = 'http://terminology.hl7.org/CodeSystem/v2-0203';

/** Demographics as one hospital sends them. */
export const person: ToResource<'patient'> = (c, { id }) => {
  const [name = '', family = '', given = ''] = c.names;
  return {
    resourceType: 'Patient',
    id,
    identifier: [
      {
        type: { coding: [{ system: ID_TYPE, code: 'MR' }] },
        system: c.aliases[0]?.split('|')[0],
        value: c.medicalRecordNumbers[0],
      },
      {
        type: { coding: [{ system: ID_TYPE, code: 'NI' }] },
        system: IDENTITY_CARD,
        value: c.nationalId,
      },
    ],
    name: [{ use: 'official', text: name, family, given: [given] }],
    telecom: [{ system: 'phone', value: c.phone }],
    address: [{ text: c.address }],
    gender: c.sex === 'MALE' ? 'male' : 'female',
    birthDate: partial(c.born),
    ...(c.vitalStatus === 'DEAD'
      ? c.died === null
        ? { deceasedBoolean: true }
        : { deceasedDateTime: partial(c.died) }
      : { deceasedBoolean: false }),
  };
};

/** Why the patient died, as an Observation beside the demographics. */
export const causeOfDeath: ToResource<'death'> = (c, common) =>
  said({
    resourceType: 'Observation',
    ...common,
    status: 'final',
    code: codeable(LOINC, '69453-9', '死因'),
    valueCodeableConcept: concept(c.cause),
  });

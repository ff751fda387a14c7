import { showPartial } from '@nodp/graph';
import type {
  DoubtfulJoinResolvers,
  FirstCrossInstitutionAccessResolvers,
  InstitutionDemographicsResolvers,
  PersonStatementResolvers,
} from '../generated/resolvers.ts';
import { masked } from '../people/identity.ts';
import { nameOf } from './demographics.ts';
import { contradictedByNumber } from './statements.ts';

export const PersonStatement: PersonStatementResolvers = {
  institution: ({ institutionId }) => ({ institutionId }),
  patient: ({ patientId }) => ({ patientId }),
  name: ({ person }) => person.name,
  birthDate: ({ bornOn, bornPrecision }) => showPartial(bornOn, bornPrecision),
  nationalIdMasked: ({ person: { nationalId } }) => nationalId && masked(nationalId),
  numberContradicts: ({ person, sex, bornOn, bornPrecision }) =>
    contradictedByNumber(person.nationalId, sex, bornOn, bornPrecision),
  recordNumbers: ({ person }) => [...person.medicalRecordNumbers],
  phoneMasked: ({ person: { phone } }) => phone && masked(phone),
  vitalStatus: ({ life }) => life?.vitalStatus ?? null,
  deathDate: ({ life }) => life && showPartial(life.diedOn, life.diedPrecision),
};

export const DoubtfulJoin: DoubtfulJoinResolvers = {
  patient: ({ patientId }) => ({ patientId }),
  differs: ({ names, sex, born }) => [
    ...(names ? ['NAME' as const] : []),
    ...(sex ? ['SEX' as const] : []),
    ...(born ? ['BIRTH' as const] : []),
  ],
};

export const FirstCrossInstitutionAccess: FirstCrossInstitutionAccessResolvers = {
  patient: ({ patientId }) => ({ patientId }),
  institution: ({ institutionId }) => ({ institutionId }),
  account: ({ accountId }) => accountId,
};

export const InstitutionDemographics: InstitutionDemographicsResolvers = {
  institution: ({ institutionId }) => ({ institutionId }),
  name: ({ ciphertext }, _, { cipher }) => nameOf(cipher.open, ciphertext),
  birthDate: ({ bornOn, bornPrecision }) => showPartial(bornOn, bornPrecision),
  deathDate: ({ diedOn, diedPrecision }) => showPartial(diedOn, diedPrecision),
};

import { showPartial } from '@nodp/graph';
import { residentIdentity } from '@nodp/linkage';
import type {
  MatchedPersonResolvers,
  MatchLevel,
  MatchPairResolvers,
  MatchPart,
} from '../generated/resolvers.ts';
import { masked } from '../people/identity.ts';

export const MatchPair: MatchPairResolvers = {
  first: ({ lowId }) => ({ patientId: lowId }),
  second: ({ highId }) => ({ patientId: highId }),
  acrossInstitutions: ({ across }) => across,
  evidence: ({ scores }) =>
    scores
      .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .map(({ field, level, weight }) => ({
        part: field.toUpperCase() as MatchPart,
        level: level.toUpperCase() as MatchLevel,
        weight,
      })),
};

export const MatchedPerson: MatchedPersonResolvers = {
  patient: ({ patientId }) => ({ patientId }),
  institution: ({ institutionId }) => ({ institutionId }),
  name: ({ person }) => person.name,
  birthDate: ({ bornOn, bornPrecision }) => showPartial(bornOn, bornPrecision),
  nationalIdMasked: ({ person: { nationalId } }) => nationalId && masked(nationalId),
  nationalIdValid: ({ person: { nationalId } }) =>
    nationalId === null ? null : residentIdentity(nationalId) !== null,
  recordNumbers: ({ person }) => [...person.medicalRecordNumbers],
  phoneMasked: ({ person: { phone } }) => phone && masked(phone),
  address: ({ person }) => person.address,
};

import { encodeId, showPartial } from '@nodp/graph';
import type {
  AuditedReferralResolvers,
  ReferralResolvers,
  ReferredPersonResolvers,
} from '../generated/resolvers.ts';
import { patientRow } from '../people/patient-rows.ts';
import { referredPerson, stateOf } from './rows.ts';

export const Referral: ReferralResolvers = {
  id: ({ patientId, id }) => encodeId('Referral', patientId, id),
  way: ({ institutionId }, _, { principal }) =>
    institutionId === principal.institutionId ? 'SENT' : 'RECEIVED',
  patient: async ({ patientId }, _, context) =>
    (await context.once(patientRow).load(patientId)) === null ? null : { patientId },
  person: ({ id }, _, context) => context.once(referredPerson).load(id),
  from: ({ institutionId }) => ({ institutionId }),
  to: ({ toInstitutionId }) => ({ institutionId: toInstitutionId }),
  until: ({ untilDay }) => untilDay,
  state: stateOf,
};

export const ReferredPerson: ReferredPersonResolvers = {
  birthDate: ({ bornOn, bornPrecision }) => showPartial(bornOn, bornPrecision),
};

export const AuditedReferral: AuditedReferralResolvers = {
  id: ({ patientId, id }) => encodeId('Referral', patientId, id),
  patient: ({ patientId }) => ({ patientId }),
  from: ({ institutionId }) => ({ institutionId }),
  to: ({ toInstitutionId }) => ({ institutionId: toInstitutionId }),
  until: ({ untilDay }) => untilDay,
  state: stateOf,
};

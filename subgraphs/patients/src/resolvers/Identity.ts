import type { IdentityResolvers } from '../generated/resolvers.ts';
import { identityOf, masked } from '../people/identity.ts';

export const Identity: IdentityResolvers = {
  name: async ({ patientId }, _, context) => (await context.once(identityOf).load(patientId)).name,
  medicalRecordNumbers: async ({ patientId }, _, context) => [
    ...(await context.once(identityOf).load(patientId)).medicalRecordNumbers,
  ],
  nationalIdMasked: async ({ patientId }, _, context) => {
    const { nationalId } = await context.once(identityOf).load(patientId);
    return nationalId === null ? null : masked(nationalId);
  },
  phone: async ({ patientId }, _, context) =>
    (await context.once(identityOf).load(patientId)).phone,
  address: async ({ patientId }, _, context) =>
    (await context.once(identityOf).load(patientId)).address,
};

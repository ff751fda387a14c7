import { encodeId } from '@nodp/graph';
import type {
  AccessVerdict,
  BreakGlassResolvers,
  IdentityClaimResolvers,
  RestrictedPatientAccessResolvers,
  RestrictedPatientResolvers,
} from '../generated/resolvers.ts';

interface Reviewable {
  readonly reviewedBy: string | null;
  readonly reviewedAt: string | null;
  readonly verdict: AccessVerdict | null;
  readonly remark: string | null;
}

const reviewOf = ({ reviewedBy, reviewedAt, verdict, remark }: Reviewable) =>
  reviewedBy === null || reviewedAt === null || verdict === null
    ? null
    : { reviewedBy, reviewedAt, verdict, remark: remark ?? '' };

export const BreakGlass: BreakGlassResolvers = {
  id: ({ id }) => encodeId('BreakGlass', id),
  account: ({ accountId }) => accountId,
  institution: ({ institutionId }) => ({ institutionId }),
  patient: ({ patientId }) => ({ patientId }),
  review: reviewOf,
};

export const RestrictedPatientAccess: RestrictedPatientAccessResolvers = {
  patient: ({ patientId }) => ({ patientId }),
  account: ({ accountId }) => accountId,
  institution: ({ institutionId }) => (institutionId === null ? null : { institutionId }),
  review: reviewOf,
};

export const RestrictedPatient: RestrictedPatientResolvers = {
  patient: ({ patientId }) => ({ patientId }),
};

export const IdentityClaim: IdentityClaimResolvers = {
  id: ({ id }) => encodeId('IdentityClaim', id),
  institution: ({ institutionId }) => ({ institutionId }),
  account: ({ accountId }) => accountId,
  patient: ({ targetId }) => ({ patientId: targetId }),
  reason: ({ reason }) => reason ?? '',
};

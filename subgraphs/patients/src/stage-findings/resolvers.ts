import { encodeId } from '@nodp/graph';
import type { SentStageFindingResolvers } from '../generated/resolvers.ts';

export const SentStageFinding: SentStageFindingResolvers = {
  id: ({ patientId, id }) => encodeId('StageFinding', patientId, id),
  rule: ({ code }) => code,
  institution: ({ institutionId }) => ({ institutionId }),
  patient: ({ patientId }, _, { principal }) =>
    principal.institutionId === null ? null : { patientId },
  sent: ({ sentGroup }) => sentGroup,
  sources: ({ sources }) => [...sources],
  record: ({ sourceType, sourceId }) => `${sourceType}/${sourceId.split('#')[0]}`,
  submission: ({ receivedAt, sha256 }) =>
    receivedAt === null || sha256 === null ? null : { receivedAt, sha256 },
};

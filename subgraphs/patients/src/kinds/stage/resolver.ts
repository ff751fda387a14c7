import { codeOf, dateOf, encodeId } from '@nodp/graph';
import type { StageResolvers } from '../../generated/resolvers.ts';

const Stage: StageResolvers = {
  id: ({ patientId, id }) => encodeId('Stage', patientId, id),
  asSent: codeOf('sent'),
  date: dateOf('assessed'),
  institution: ({ institutionId }) => ({ institutionId }),
};

/** A stage is asked for through its tumour. */
export const resolvers = { Stage };

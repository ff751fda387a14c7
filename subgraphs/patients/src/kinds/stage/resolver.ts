import { codedTerm, encodeId, showPartial } from '@nodp/graph';
import type { StageResolvers } from '../../generated/resolvers.ts';

const Stage: StageResolvers = {
  id: ({ patientId, id }) => encodeId('Stage', patientId, id),
  asSent: ({ sentSystem, sentCode, sentDisplay }) => codedTerm(sentSystem, sentCode, sentDisplay),
  date: ({ assessedOn, assessedPrecision }) => showPartial(assessedOn, assessedPrecision),
  institution: ({ institutionId }) => ({ institutionId }),
};

/** A stage is asked for through its tumour. */
export const resolvers = { Stage };

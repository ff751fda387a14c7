import { decodeOne, encodeId } from '@nodp/graph';
import type { InstitutionResolvers } from '../generated/resolvers.ts';
import { isOpenTo } from '../submissions/open-to.ts';
import { receivedByMonth } from '../submissions/received-by-month.ts';
import { submissionsByMonth } from '../submissions/submissions-by-month.ts';

export const Institution: InstitutionResolvers = {
  __resolveReference: ({ id }) => ({ institutionId: decodeOne('Institution', id) }),
  id: ({ institutionId }) => encodeId('Institution', institutionId),
  submissionsByMonth: ({ institutionId }, _, context) =>
    isOpenTo(context.principal, institutionId)
      ? context.once(submissionsByMonth).load(institutionId)
      : null,
  receivedByMonth: ({ institutionId }, _, context) =>
    isOpenTo(context.principal, institutionId)
      ? context.once(receivedByMonth).load(institutionId)
      : null,
};

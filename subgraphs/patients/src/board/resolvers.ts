import { encodeId } from '@nodp/graph';
import type {
  BoardCaseResolvers,
  BoardDecisionResolvers,
  BoardMeetingResolvers,
} from '../generated/resolvers.ts';
import { tumourRow } from '../kinds/tumour/rows.ts';
import { decisionRows, meetingCases, meetingRow, outcomeRows } from './rows.ts';

export const BoardMeeting: BoardMeetingResolvers = {
  id: ({ id }) => encodeId('BoardMeeting', id),
  on: ({ heldOn }) => heldOn,
  cases: ({ id }, _, context) => context.once(meetingCases).load(id),
};

export const BoardCase: BoardCaseResolvers = {
  id: ({ patientId, id }) => encodeId('BoardCase', patientId, id),
  meeting: async ({ meetingId }, _, context) => {
    const row = await context.once(meetingRow).load(meetingId);
    if (row === null)
      throw new Error(`A case is of the meeting ${meetingId}, which is none of its institution's.`);
    return row;
  },
  patient: ({ patientId }) => ({ patientId }),
  tumour: ({ patientId, tumourId }, _, context) =>
    tumourId === null ? null : context.once(tumourRow).load({ patientId, id: tumourId }),
  state: async ({ patientId, id, withdrawnAt }, _, context) => {
    if (withdrawnAt !== null) return 'WITHDRAWN';
    const decisions = await context.once(decisionRows).load(patientId);
    return decisions.some(({ caseId }) => caseId === id) ? 'DECIDED' : 'WAITING';
  },
  decisions: async ({ patientId, id }, _, context) =>
    (await context.once(decisionRows).load(patientId)).filter(({ caseId }) => caseId === id),
};

export const BoardDecision: BoardDecisionResolvers = {
  outcomes: async ({ patientId, caseId, version }, _, context) =>
    (await context.once(outcomeRows).load(patientId)).filter(
      (one) => one.caseId === caseId && one.version === version,
    ),
};

import { decodeOne, encodeId, type SubgraphContext } from '@nodp/graph';
import {
  addAccount,
  changeAccount,
  closeAccount,
  endAccountSessions,
  reopenAccount,
  setAccountPassword,
} from '../accounts/account-changes.ts';
import { requireSecondFactor, resetSecondFactor } from '../accounts/second-factors.ts';
import { addCase, changeCase, withdrawCase } from '../board/cases.ts';
import { recordDecision, recordOutcome } from '../board/decisions.ts';
import { orderCases, saveMeeting } from '../board/meetings.ts';
import { addClient, revokeClient, rotateKey } from '../clients/client-changes.ts';
import { addWebhook, endWebhook, sendAgain } from '../clients/webhooks.ts';
import { importCodeTable } from '../code-tables/file.ts';
import { mapLocalCode } from '../code-tables/map.ts';
import { breakGlass, reviewBreakGlass } from '../emergency/break-glass.ts';
import { decideClaim } from '../emergency/claims.ts';
import { restrictPatient, reviewRestrictedPatientAccess } from '../emergency/restricted.ts';
import type {
  InstitutionResolvers,
  JobResolvers,
  MutationResolvers,
  SubmissionResolvers,
} from '../generated/resolvers.ts';
import { confirmJoined, relinkPatient, unlinkPatient } from '../links/changes.ts';
import { decideMatch, requestMatching, requireFourEyes } from '../matching/decisions.ts';
import type { InstitutionModel } from '../models.ts';
import { institutionRow } from '../network/institution-rows.ts';
import { endJob, requestEdits } from '../network/job-list.ts';
import { changeNote, writeNote } from '../notes/notes.ts';
import { enterInput, undoInput } from '../prognosis/entries.ts';
import {
  answerReferral,
  decideReferral,
  referPatient,
  withdrawReferral,
} from '../referrals/changes.ts';
import { switchRule } from '../rules/switch-rule.ts';
import { actOnAlert } from '../surveillance/alerts.ts';
import { assignTasks, finishTask, snoozeTasks, undoTask } from '../tasks/acts.ts';

const rowOf = async ({ institutionId }: InstitutionModel, context: SubgraphContext) => {
  const row = await context.once(institutionRow).load(institutionId);
  if (row === null) throw new Error(`No institution ${institutionId} is on record.`);
  return row;
};

export const Institution: InstitutionResolvers = {
  __resolveReference: async ({ id }, context) => {
    const institutionId = decodeOne('Institution', id);
    return (await context.once(institutionRow).load(institutionId)) && { institutionId };
  },
  id: ({ institutionId }) => encodeId('Institution', institutionId),
  code: async (institution, _, context) => (await rowOf(institution, context)).code,
  name: async (institution, _, context) => {
    const { nameEn, nameZh } = await rowOf(institution, context);
    return { en: nameEn, zh: nameZh };
  },
  tier: async (institution, _, context) => (await rowOf(institution, context)).tier,
  region: async (institution, _, context) => ({
    code: (await rowOf(institution, context)).regionCode,
  }),
};

export const Submission: SubmissionResolvers = {
  id: ({ id }) => encodeId('Submission', id),
  institution: ({ institutionId }) => ({ institutionId }),
  counts: ({ counts }) => counts.map((of) => ({ ...of, held: of.held ?? 0 })),
};

export const Job: JobResolvers = { id: ({ id }) => encodeId('Job', id) };

export const Mutation: MutationResolvers = {
  actOnAlert: (_, args, context) => actOnAlert(args, context),
  assignTasks: (_, args, context) => assignTasks(args, context),
  snoozeTasks: (_, args, context) => snoozeTasks(args, context),
  finishTask: (_, args, context) => finishTask(args, context),
  undoTask: (_, args, context) => undoTask(args, context),
  writeNote: (_, args, context) => writeNote(args, context),
  changeNote: (_, args, context) => changeNote(args, context),
  saveBoardMeeting: (_, args, context) => saveMeeting(args, context),
  referPatient: (_, args, context) => referPatient(args, context),
  decideReferral: (_, args, context) => decideReferral(args, context),
  answerReferral: (_, args, context) => answerReferral(args, context),
  withdrawReferral: (_, args, context) => withdrawReferral(args, context),
  addBoardCase: (_, args, context) => addCase(args, context),
  changeBoardCase: (_, args, context) => changeCase(args, context),
  withdrawBoardCase: (_, args, context) => withdrawCase(args, context),
  orderBoardCases: (_, args, context) => orderCases(args, context),
  recordBoardDecision: (_, args, context) => recordDecision(args, context),
  recordBoardOutcome: (_, args, context) => recordOutcome(args, context),
  cancelJob: (_, { id }, context) => endJob(id, context),
  breakGlass: (_, { input }, context) => breakGlass(input, context),
  reviewBreakGlass: (_, args, context) => reviewBreakGlass(args, context),
  reviewRestrictedPatientAccess: (_, args, context) => reviewRestrictedPatientAccess(args, context),
  decideClaim: (_, args, context) => decideClaim(args, context),
  unlinkPatient: (_, args, context) => unlinkPatient(args, context),
  relinkPatient: (_, args, context) => relinkPatient(args, context),
  confirmJoined: (_, args, context) => confirmJoined(args, context),
  decideMatch: (_, args, context) => decideMatch(args, context),
  requireFourEyes: (_, args, context) => requireFourEyes(args, context),
  matchPersons: (_, _args, context) => requestMatching(context),
  applyEdits: (_, _args, context) => requestEdits(context),
  restrictPatient: (_, args, context) => restrictPatient(args, context),
  resetSecondFactor: (_, { id }, context) => resetSecondFactor(id, context),
  requireSecondFactor: (_, args, context) => requireSecondFactor(args, context),
  addAccount: (_, args, context) => addAccount(args, context),
  changeAccount: (_, args, context) => changeAccount(args, context),
  closeAccount: (_, { id }, context) => closeAccount(id, context),
  reopenAccount: (_, { id }, context) => reopenAccount(id, context),
  endAccountSessions: (_, { id }, context) => endAccountSessions(id, context),
  setAccountPassword: (_, args, context) => setAccountPassword(args, context),
  addApiClient: (_, { input }, context) => addClient(input, context),
  rotateApiKey: (_, { id }, context) => rotateKey(id, context),
  revokeApiClient: (_, { id }, context) => revokeClient(id, context),
  addWebhook: (_, { input }, context) => addWebhook(input, context),
  endWebhook: (_, { id }, context) => endWebhook(id, context),
  sendWebhookAgain: (_, { id }, context) => sendAgain(id, context),
  enterPrognosisInput: (_, args, context) => enterInput(args, context),
  undoPrognosisInput: (_, args, context) => undoInput(args, context),
  mapLocalCode: (_, args, context) => mapLocalCode(args, context),
  importCodeTable: (_, args, context) => importCodeTable(args, context),
  switchClinicalRule: (_, args, context) => switchRule(args, context),
};

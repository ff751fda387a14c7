import { requestJob } from '@nodp/database/jobs';
import { approveProject, badInput, endProject, forbidden } from '@nodp/graph';
import { GraphQLError } from 'graphql';
import { requestDataExport } from '../data-exports/request.ts';
import { stepDataExport } from '../data-exports/take-step.ts';
import { saveStudy, setStudyRemoved } from '../documents/save.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { importFile } from '../literature/import-file.ts';
import { receiveAnswer, signStudy } from '../partners/own-studies.ts';
import { addPartner, endPartner } from '../partners/partner-rows.ts';
import {
  committeeOnly,
  decidePartnerStudy,
  receivePartnerStudy,
  reviewPartnerAnswer,
} from '../partners/partner-studies.ts';
import { takeStep } from '../projects/take-step.ts';
import { RELEASE_BUILD } from '../release/build-job.ts';
import { buildIsUnderWay, newestBuild } from '../release/release-rows.ts';
import { putProject } from '../saved/projects.ts';
import { describeCohort, saveCohort, saveCohortVersion, setCohortRemoved } from '../saved/save.ts';
import { statementsOf } from '../workspace/run.ts';

/** Counts a day that a project may have. */
const MOST_COUNTS = 1_000_000;

export const Mutation: MutationResolvers = {
  importLiterature: (_, { input }, { session }) => importFile(session, input),
  approveProject: async (_, { input }, { principal, session }) => {
    if (principal.institutionId !== null)
      throw forbidden('Projects are approved by national data managers.');
    const { accountId, title, reason, countsPerDay, until } = input;
    if (accountId.trim() === '' || accountId.length > 200)
      throw badInput('Name the account for which the project is approved.');
    if (title.trim() === '' || title.length > 200)
      throw badInput('Give the project a title of 200 characters at most.');
    if (reason.trim() === '' || reason.length > 1000)
      throw badInput('Give the reason for the approval, in 1000 characters at most.');
    if (countsPerDay < 1 || countsPerDay > MOST_COUNTS)
      throw badInput(`Give 1 to ${MOST_COUNTS} counts a day, not ${countsPerDay}.`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || Number.isNaN(Date.parse(until)))
      throw badInput('Give the last day of the project as YYYY-MM-DD.');
    await approveProject(session, input);
    return true;
  },
  endProject: (_, { accountId }, { principal, session }) => {
    if (principal.institutionId !== null)
      throw forbidden('Projects are ended by national data managers.');
    return endProject(session, accountId);
  },
  buildRelease: async (_, __, { principal, session }) => {
    if (principal.institutionId !== null)
      throw forbidden(
        'A release holds every institution’s patients: only national accounts build one.',
      );
    if (await buildIsUnderWay(session))
      throw new GraphQLError('A release is being built already.', {
        extensions: { code: 'CONFLICT' },
      });
    await requestJob(session, RELEASE_BUILD);
    const build = await newestBuild(session);
    if (build === null) throw new Error('The build that was started has no row.');
    return build;
  },
  saveCohort: (_, { input }, { session }) => saveCohort(session, input),
  saveCohortVersion: (_, { input }, { session }) => saveCohortVersion(session, input),
  describeCohort: (_, { input }, { session }) => describeCohort(session, input),
  removeCohort: (_, { id }, { session }) => setCohortRemoved(session, id, true),
  restoreCohort: (_, { id }, { session }) => setCohortRemoved(session, id, false),
  saveResearchStudy: (_, { input }, { session }) => saveStudy(session, input),
  setResearchStudyRemoved: (_, { id, removed }, { session }) =>
    setStudyRemoved(session, id, removed),
  signStudyForPartners: (_, { id, purpose }, context) => signStudy(context, id, purpose),
  receivePartnerAnswer: (_, { id, signed }, { session }) => receiveAnswer(session, id, signed),
  addPartner: (_, { input }, { session }) => {
    committeeOnly(session);
    return addPartner(session, input);
  },
  endPartner: (_, { id }, { session }) => {
    committeeOnly(session);
    return endPartner(session, id);
  },
  receivePartnerStudy: (_, { signed }, { session }) => receivePartnerStudy(session, signed),
  decidePartnerStudy: (_, { input }, context) => decidePartnerStudy(context, input),
  reviewPartnerAnswer: (_, { input }, context) => reviewPartnerAnswer(context, input),
  cancelWorkspaceStatement: (_, __, { principal, resources }) =>
    statementsOf(resources.releases).cancel(principal.accountId),
  requestDataExport: (_, { input }, { session }) => requestDataExport(session, input),
  stepDataExport: (_, { input }, { session }) => stepDataExport(session, input),
  stepResearchProject: (_, { input }, { session }) => takeStep(session, input),
  putResearchProject: (_, { input }, { session }) => putProject(session, input),
};

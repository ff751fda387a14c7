import { badInput, decodeOne, decodePair, pageSize } from '@nodp/graph';
import { RISK_INPUTS } from '@nodp/oncology';
import { candidatesFor, searchTargets } from '@nodp/terminology/code-tables';
import { listAccounts } from '../accounts/account-list.ts';
import { secondFactorRoles } from '../accounts/second-factors.ts';
import { findAudited } from '../audit/audited-patients.ts';
import { listAuditEvents } from '../audit/event-list.ts';
import { unusualAccess } from '../audit/unusual-access.ts';
import { listMeetings } from '../board/meetings.ts';
import { caseRow } from '../board/rows.ts';
import { listClients } from '../clients/client-rows.ts';
import { listWebhooks } from '../clients/webhooks.ts';
import { codeTableFile } from '../code-tables/file.ts';
import { listLocalCodes, mappingsOf } from '../code-tables/list.ts';
import { dataCentre } from '../data-centre/data-centre.ts';
import { listBreakGlass } from '../emergency/break-glass.ts';
import { listClaims } from '../emergency/claims.ts';
import { listRestricted, restrictedPatientAccesses } from '../emergency/restricted.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { listCareCases } from '../indicators/case-list.ts';
import { careIndicators } from '../indicators/figures.ts';
import { firstCrossInstitutionAccesses } from '../links/first-cross-institution-accesses.ts';
import { doubtfulJoins, personStatements } from '../links/statements.ts';
import { listPairs, matchedPersons, matchingState } from '../matching/pair-list.ts';
import { everyInstitution } from '../network/institution-rows.ts';
import { listJobs } from '../network/job-list.ts';
import { listSubmissions } from '../network/submission-list.ts';
import { listPatients } from '../people/patient-list.ts';
import { patientRow } from '../people/patient-rows.ts';
import { platformState } from '../platform/platform-state.ts';
import { auditedReferrals, listReferrals } from '../referrals/rows.ts';
import { assessedRisk } from '../risk/assessed.ts';
import { listRules } from '../rules/rule-rows.ts';
import { tryFile } from '../rules/try-file.ts';
import { listStageFindings } from '../stage-findings/finding-list.ts';
import { taskColleagues } from '../tasks/acts.ts';
import { countTasks, listTasks } from '../tasks/task-list.ts';

export const Query: QueryResolvers = {
  me: () => ({}),
  patients: (_, args, context) => listPatients(args, context),
  patient: async (_, { id }, context) => {
    const patientId = decodeOne('Patient', id);
    return (await context.once(patientRow).load(patientId)) === null ? null : { patientId };
  },
  patientsById: async (_, { ids }, context) => {
    if (ids.length > 20) throw badInput(`\`ids\` may name 20 patients at most, not ${ids.length}.`);
    const patientIds = ids.map((id) => decodeOne('Patient', id));
    const rows = await context.once(patientRow).loadMany(patientIds);
    return rows.map((row, i) => {
      if (row instanceof Error) throw row;
      return row === null ? null : { patientId: patientIds[i] as string };
    });
  },
  institutions: async (_, _args, { session }) =>
    (await session.run(everyInstitution)).map(({ id }) => ({ institutionId: id })),
  submissions: (_, args, context) => listSubmissions(args, context),
  stageFindings: (_, args, context) => listStageFindings(args, context),
  dataCentre: (_, _args, context) => dataCentre(context),
  careIndicators: (_, _args, context) => careIndicators(context),
  careCases: (_, args, context) => listCareCases(args, context),
  worklist: (_, args, context) => listTasks(args, context),
  worklistCounts: (_, _args, context) => countTasks(context),
  taskColleagues: async (_, _args, context) =>
    (await context.once(taskColleagues)).map(({ id, nameEn, nameZh }) => ({
      id,
      name: { en: nameEn, zh: nameZh },
    })),
  boardMeetings: (_, args, context) => listMeetings(args, context),
  referrals: (_, args, context) => listReferrals(args, context),
  auditedReferrals: (_, { openOnly }, context) => auditedReferrals(openOnly ?? false, context),
  boardCase: (_, { id }, context) => context.once(caseRow).load(decodePair('BoardCase', id)),
  jobs: (_, args, context) => listJobs(args, context),
  auditEvents: (_, args, context) => listAuditEvents(args, context),
  auditedPatients: (_, { number }, context) => findAudited(number, context),
  unusualAccess: (_, args, context) => unusualAccess(args, context),
  breakGlass: (_, args, context) => listBreakGlass(args, context),
  identityClaims: (_, args, context) => listClaims(args, context),
  personStatements: (_, args, context) => personStatements(args, context),
  doubtfulJoins: (_, _args, context) => doubtfulJoins(context),
  matchPairs: (_, args, context) => listPairs(args, context),
  matchedPersons: (_, args, context) => matchedPersons(args, context),
  matchingState: (_, _args, context) => matchingState(context),
  firstCrossInstitutionAccesses: (_, args, context) => firstCrossInstitutionAccesses(args, context),
  restrictedPatientAccesses: (_, args, context) => restrictedPatientAccesses(args, context),
  restrictedPatients: (_, _args, context) => listRestricted(context),
  secondFactorRoles: (_, _args, context) => secondFactorRoles(context),
  accounts: (_, args, context) => listAccounts(args, context),
  apiClients: (_, _args, context) => listClients(context),
  webhooks: (_, _args, context) => listWebhooks(context),
  platformState: (_, _args, context) => platformState(context),
  clinicalRules: (_, _args, context) => listRules(context),
  riskInputs: () => [...RISK_INPUTS],
  assessRisk: (_, args, context) => assessedRisk(args, context),
  tryClinicalRule: (_, args) => tryFile(args),
  localCodes: (_, args, context) => listLocalCodes(args, context),
  localCodeMappings: (_, { code }, context) => mappingsOf(code, context),
  codeTargets: (_, { domain, code, display, search, first }) => {
    const most = pageSize(first, 10, 50);
    const typed = search?.trim().slice(0, 100);
    return typed
      ? searchTargets(domain, typed, most)
      : candidatesFor(
          domain,
          { code: code.slice(0, 200), display: display?.slice(0, 200) ?? null },
          most,
        );
  },
  codeTableFile: (_, args, context) => codeTableFile(args, context),
};

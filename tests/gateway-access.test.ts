import { type Role, roles } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { nationalDay } from '@nodp/graph';
import { principalOf, probesOf, unprobed } from '@nodp/graph/testing';
import { createReleases } from '@nodp/warehouse';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, type GraphQLSchema, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { biobankArguments } from '../subgraphs/specimens/src/biobank/testing/access.ts';
import { hospitals, identityKey, insertHospitals } from './fixtures.ts';
import { type AskWhole, supergraph, wholeGraph } from './whole-graph.ts';

const carers: readonly Role[] = ['CLINICIAN', 'FOLLOWUP_COORDINATOR', 'SYSTEM'];
const taskWorkers: readonly Role[] = ['CLINICIAN', 'FOLLOWUP_COORDINATOR', 'DATA_MANAGER'];
const readersOfStatistics: readonly Role[] = [
  'CLINICIAN',
  'RESEARCHER',
  'POLICYMAKER',
  'DATA_MANAGER',
];

const biobank: readonly Role[] = ['BIOBANK_MANAGER'];
const parties: readonly Role[] = ['BIOBANK_MANAGER', 'RESEARCHER'];

/** The roles that each root field is open to, as a person wrote it down; what lies below is reached through these alone. */
const openTo: Readonly<Record<string, readonly Role[]>> = {
  'Query.me': roles,
  'Query.institutions': roles,
  'Query.regions': roles,
  'Query.articles': roles,
  'Query.statisticsSources': readersOfStatistics,
  'Query.statisticsMeasures': readersOfStatistics,
  'Query.statisticsIndicators': readersOfStatistics,
  'Query.savedReports': readersOfStatistics,
  'Mutation.saveReport': readersOfStatistics,
  'Mutation.removeReport': readersOfStatistics,
  'Query.statistics': readersOfStatistics,
  'Query.patient': carers,
  'Query.patients': carers,
  'Query.patientsById': carers,
  'Query.specimen': carers,
  'Query.imagingStudy': carers,
  'Query.contactsDue': ['FOLLOWUP_COORDINATOR'],
  'Query.submissions': ['DATA_MANAGER', 'SYSTEM'],
  'Query.stageFindings': ['DATA_MANAGER'],
  'Query.localCodes': ['DATA_MANAGER'],
  'Query.localCodeMappings': ['DATA_MANAGER'],
  'Query.codeTargets': ['DATA_MANAGER'],
  'Query.codeTableFile': ['DATA_MANAGER'],
  'Mutation.mapLocalCode': ['DATA_MANAGER'],
  'Mutation.importCodeTable': ['DATA_MANAGER'],
  'Query.dataCentre': ['DATA_MANAGER'],
  'Query.careIndicators': ['CLINICIAN', 'DATA_MANAGER'],
  'Query.careCases': ['CLINICIAN', 'DATA_MANAGER'],
  'Query.worklist': taskWorkers,
  'Query.worklistCounts': taskWorkers,
  'Query.taskColleagues': taskWorkers,
  'Mutation.assignTasks': taskWorkers,
  'Mutation.snoozeTasks': taskWorkers,
  'Mutation.finishTask': taskWorkers,
  'Mutation.undoTask': taskWorkers,
  'Mutation.writeNote': ['CLINICIAN', 'FOLLOWUP_COORDINATOR'],
  'Mutation.changeNote': ['CLINICIAN', 'FOLLOWUP_COORDINATOR'],
  'Query.boardMeetings': ['CLINICIAN'],
  'Query.boardCase': ['CLINICIAN'],
  'Mutation.keepBoardMeeting': ['CLINICIAN'],
  'Mutation.addBoardCase': ['CLINICIAN'],
  'Mutation.changeBoardCase': ['CLINICIAN'],
  'Mutation.withdrawBoardCase': ['CLINICIAN'],
  'Mutation.orderBoardCases': ['CLINICIAN'],
  'Mutation.recordBoardDecision': ['CLINICIAN'],
  'Mutation.recordBoardOutcome': ['CLINICIAN'],
  'Query.jobs': ['DATA_MANAGER', 'ADMINISTRATOR'],
  'Query.auditEvents': ['DATA_MANAGER', 'PRIVACY_OFFICER'],
  'Query.auditedPatients': ['DATA_MANAGER', 'PRIVACY_OFFICER'],
  'Query.unusualAccess': ['DATA_MANAGER', 'PRIVACY_OFFICER'],
  'Query.breakGlass': ['DATA_MANAGER', 'PRIVACY_OFFICER'],
  'Query.restrictedLooks': ['DATA_MANAGER', 'PRIVACY_OFFICER'],
  'Query.restrictedPatients': ['DATA_MANAGER'],
  'Query.identityClaims': ['DATA_MANAGER', 'PRIVACY_OFFICER'],
  'Query.accounts': ['ADMINISTRATOR'],
  'Query.apiClients': ['DATA_MANAGER', 'ADMINISTRATOR'],
  'Query.webhooks': ['DATA_MANAGER', 'ADMINISTRATOR'],
  'Mutation.addApiClient': ['DATA_MANAGER', 'ADMINISTRATOR'],
  'Mutation.rotateApiKey': ['DATA_MANAGER', 'ADMINISTRATOR'],
  'Mutation.revokeApiClient': ['DATA_MANAGER', 'ADMINISTRATOR'],
  'Mutation.addWebhook': ['DATA_MANAGER', 'ADMINISTRATOR'],
  'Mutation.endWebhook': ['DATA_MANAGER', 'ADMINISTRATOR'],
  'Mutation.sendWebhookAgain': ['DATA_MANAGER', 'ADMINISTRATOR'],
  'Query.platformState': ['ADMINISTRATOR'],
  'Query.clinicalRules': roles,
  'Query.tryClinicalRule': [...carers, 'DATA_MANAGER'],
  'Query.riskInputs': carers,
  'Query.assessRisk': carers,
  'Query.evidenceSets': [...carers, 'DATA_MANAGER'],
  'Query.drugLabelSets': [...carers, 'DATA_MANAGER'],
  'Query.biobankTerms': parties,
  'Query.storageSites': biobank,
  'Query.storageContainer': biobank,
  'Query.bankedSpecimens': biobank,
  'Query.bankedSpecimen': biobank,
  'Query.custodyAlerts': biobank,
  'Query.specimenRequests': parties,
  'Query.specimenRequest': parties,
  'Mutation.collectSpecimens': biobank,
  'Mutation.deriveSpecimens': biobank,
  'Mutation.poolSpecimens': biobank,
  'Mutation.addContainer': biobank,
  'Mutation.moveContainer': biobank,
  'Mutation.storeSpecimens': biobank,
  'Mutation.storeRackScan': biobank,
  'Mutation.noteSpecimens': biobank,
  'Mutation.recordConsent': biobank,
  'Mutation.withdrawConsent': biobank,
  'Mutation.askSpecimens': ['RESEARCHER'],
  'Mutation.decideSpecimenRequest': biobank,
  'Mutation.reserveSpecimens': biobank,
  'Mutation.shipSpecimens': biobank,
  'Mutation.receiveShipment': parties,
  'Mutation.bringSpecimenResult': parties,
  'Mutation.recordInventory': biobank,
  'Mutation.countLabels': biobank,
  'Mutation.readThermometer': biobank,
  'Mutation.switchClinicalRule': ['DATA_MANAGER'],
  'Mutation.enterPrognosisInput': ['CLINICIAN'],
  'Mutation.undoPrognosisInput': ['CLINICIAN'],
  'Mutation.enterLesion': ['CLINICIAN'],
  'Mutation.changeLesion': ['CLINICIAN'],
  'Mutation.withdrawLesion': ['CLINICIAN'],
  'Mutation.undoLesion': ['CLINICIAN'],
  'Mutation.addAccount': ['ADMINISTRATOR'],
  'Query.secondFactorRoles': ['ADMINISTRATOR'],
  'Mutation.resetSecondFactor': ['ADMINISTRATOR'],
  'Mutation.requireSecondFactor': ['ADMINISTRATOR'],
  'Mutation.changeAccount': ['ADMINISTRATOR'],
  'Mutation.closeAccount': ['ADMINISTRATOR'],
  'Mutation.reopenAccount': ['ADMINISTRATOR'],
  'Mutation.endAccountSessions': ['ADMINISTRATOR'],
  'Mutation.setAccountPassword': ['ADMINISTRATOR'],
  'Mutation.decideClaim': ['DATA_MANAGER'],
  'Query.personStatements': ['DATA_MANAGER'],
  'Query.doubtfulJoins': ['DATA_MANAGER'],
  'Query.firstLooks': ['DATA_MANAGER', 'PRIVACY_OFFICER'],
  'Query.matchPairs': ['DATA_MANAGER'],
  'Query.matchedPersons': ['DATA_MANAGER'],
  'Query.matchingState': ['DATA_MANAGER'],
  'Mutation.decideMatch': ['DATA_MANAGER'],
  'Mutation.requireFourEyes': ['DATA_MANAGER'],
  'Mutation.matchPersons': ['DATA_MANAGER'],
  'Mutation.applyEdits': ['DATA_MANAGER'],
  'Mutation.unlinkPatient': ['DATA_MANAGER'],
  'Mutation.relinkPatient': ['DATA_MANAGER'],
  'Mutation.confirmJoined': ['DATA_MANAGER'],
  'Mutation.actOnAlert': ['CLINICIAN'],
  'Query.messageForms': ['FOLLOWUP_COORDINATOR'],
  'Query.messageTemplates': ['FOLLOWUP_COORDINATOR'],
  'Query.messages': ['FOLLOWUP_COORDINATOR'],
  'Mutation.keepMessageTemplate': ['FOLLOWUP_COORDINATOR'],
  'Mutation.planMessage': ['FOLLOWUP_COORDINATOR'],
  'Mutation.actOnMessage': ['FOLLOWUP_COORDINATOR'],
  'Query.symptomLibrary': carers,
  'Query.screeningProgrammes': carers,
  'Query.screeningPersons': carers,
  'Query.screeningCounts': carers,
  'Mutation.makeSymptomQuestionnaire': ['CLINICIAN', 'FOLLOWUP_COORDINATOR'],
  'Mutation.revokeSymptomQuestionnaire': ['CLINICIAN', 'FOLLOWUP_COORDINATOR'],
  'Mutation.actOnSymptomAlert': ['CLINICIAN'],
  'Mutation.breakGlass': ['CLINICIAN'],
  'Mutation.reviewBreakGlass': ['DATA_MANAGER'],
  'Mutation.reviewLook': ['DATA_MANAGER'],
  'Mutation.restrictPatient': ['DATA_MANAGER'],
  'Query.releases': readersOfStatistics,
  'Query.release': readersOfStatistics,
  'Query.releaseBuild': ['DATA_MANAGER'],
  'Query.disclosureRule': ['RESEARCHER'],
  'Query.countBudget': readersOfStatistics,
  'Query.countsUsed': ['DATA_MANAGER'],
  'Query.notedQuestions': ['DATA_MANAGER'],
  'Query.studies': ['RESEARCHER'],
  'Query.study': ['RESEARCHER'],
  'Query.diseaseDataSets': ['RESEARCHER'],
  'Query.diseaseDataSet': ['RESEARCHER'],
  'Query.compareEndpoint': ['RESEARCHER'],
  'Query.baselineTable': ['RESEARCHER'],
  'Query.coxAnalysis': ['RESEARCHER'],
  'Query.savedCohorts': ['RESEARCHER'],
  'Query.savedCohort': ['RESEARCHER'],
  'Query.citedCohort': ['RESEARCHER'],
  'Query.researchProjects': ['RESEARCHER', 'DATA_MANAGER'],
  'Query.researchProject': ['RESEARCHER', 'DATA_MANAGER'],
  'Query.dataElements': ['RESEARCHER', 'DATA_MANAGER'],
  'Query.exportRegister': ['RESEARCHER', 'DATA_MANAGER'],
  'Query.dataExportForms': ['RESEARCHER', 'DATA_MANAGER'],
  'Mutation.requestDataExport': ['RESEARCHER'],
  'Mutation.stepDataExport': ['RESEARCHER', 'DATA_MANAGER'],
  'Mutation.stepResearchProject': ['RESEARCHER', 'DATA_MANAGER'],
  'Query.cohortOverlap': ['RESEARCHER'],
  'Mutation.saveCohort': ['RESEARCHER'],
  'Mutation.saveCohortVersion': ['RESEARCHER'],
  'Mutation.describeCohort': ['RESEARCHER'],
  'Mutation.removeCohort': ['RESEARCHER'],
  'Mutation.restoreCohort': ['RESEARCHER'],
  'Mutation.putResearchProject': ['RESEARCHER'],
  'Query.approvedProjects': ['DATA_MANAGER'],
  'Query.cohort': ['RESEARCHER'],
  'Query.compareSurvival': ['RESEARCHER'],
  'Query.similarPatients': carers,
  'Query.drugExperience': [...carers, 'RESEARCHER'],
  'Query.localControl': [...carers, 'RESEARCHER'],
  'Mutation.importLiterature': ['DATA_MANAGER'],
  'Mutation.buildRelease': ['DATA_MANAGER'],
  'Mutation.approveProject': ['DATA_MANAGER'],
  'Mutation.endProject': ['DATA_MANAGER'],
  'Mutation.cancelJob': ['DATA_MANAGER', 'ADMINISTRATOR'],
  'Query.aggregateDataSets': ['DATA_MANAGER'],
  'Mutation.loadAggregates': ['DATA_MANAGER'],
};

/** Below an open root field, what is open to fewer still. */
const fewer: Readonly<Record<string, readonly Role[]>> = {
  'Institution.submissionsByMonth': ['DATA_MANAGER', 'SYSTEM'],
  'Institution.receivedByMonth': ['DATA_MANAGER', 'SYSTEM'],
  'CareCase.patient': ['CLINICIAN'],
  'CareCase.audited': ['DATA_MANAGER'],
  'Patient.careIndicators': ['CLINICIAN'],
  'Task.patient': ['CLINICIAN', 'FOLLOWUP_COORDINATOR'],
  'Task.audited': ['DATA_MANAGER'],
  'Patient.tasks': ['CLINICIAN', 'FOLLOWUP_COORDINATOR'],
  'Patient.notes': ['CLINICIAN', 'FOLLOWUP_COORDINATOR'],
  'Patient.boardCases': ['CLINICIAN'],
  'Release.dictionary': ['RESEARCHER', 'DATA_MANAGER'],
  'ResearchProject.tally': ['DATA_MANAGER'],
  'SpecimenRequest.lines': biobank,
  'SpecimenRequest.eligible': biobank,
};

const noPatient = '(id: "pat_AAAAAAAAAAAAAAAAAAAAAA")';
const noLesion = 'les_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const noTask = 'tsk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const noCase = 'bca_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const noMeeting = 'brd_AAAAAAAAAAAAAAAAAAAAAA';
const lesionInput = 'input: { lesion: "T1", role: TARGET, state: ABSENT, date: "2026-01-05" }';
const samples = {
  arguments: {
    'SavedCohort.changes': '(from: 1, to: 1)',
    'Query.patient': noPatient,
    'Query.patientsById': '(ids: ["pat_AAAAAAAAAAAAAAAAAAAAAA"])',
    'Query.specimen': noPatient,
    'Query.imagingStudy': noPatient,
    'Query.auditedPatients': '(number: "MRN-1")',
    'Query.unusualAccess':
      '(institution: "ins_AAAAAAAAAAAAAAAAAAAAAA", fromDay: "2026-01-01", toDay: "2026-01-31")',
    'Query.restrictedLooks': '(fromDay: "2026-01-01", toDay: "2026-01-31")',
    'Mutation.breakGlass':
      '(input: { name: "Ming", nationalId: "110101196104010011", birthDate: "1961-04-01", reason: "Unconscious, bleeding." })',
    'Mutation.reviewBreakGlass':
      '(id: "brk_AAAAAAAAAAAAAAAAAAAAAA", verdict: JUSTIFIED, remark: "")',
    'Mutation.reviewLook':
      '(patient: "pat_AAAAAAAAAAAAAAAAAAAAAA", account: "x", day: "2026-01-01", verdict: JUSTIFIED, remark: "")',
    'Query.personStatements': noPatient.replace('id:', 'patient:'),
    'Query.firstLooks': '(fromDay: "2026-01-01", toDay: "2026-01-31")',
    'Query.matchPairs': '(view: WAITING)',
    'Query.matchedPersons':
      '(first: "pat_AAAAAAAAAAAAAAAAAAAAAA", second: "pat_AAAAAAAAAAAAAAAAAAAAAA")',
    'Mutation.decideMatch':
      '(first: "pat_AAAAAAAAAAAAAAAAAAAAAA", second: "pat_AAAAAAAAAAAAAAAAAAAAAA", decision: APART)',
    'Mutation.requireFourEyes': '(wanted: false)',
    'Mutation.unlinkPatient': `${noPatient.replace('id:', 'patient:').slice(0, -1)}, institution: "ins_AAAAAAAAAAAAAAAAAAAAAA", reason: "Another person.")`,
    'Mutation.relinkPatient': '(claim: "clm_AAAAAAAAAAAAAAAAAAAAAA", reason: "The same person.")',
    'Mutation.confirmJoined': `${noPatient.replace('id:', 'patient:').slice(0, -1)}, institution: "ins_AAAAAAAAAAAAAAAAAAAAAA", reason: "The same person.")`,
    'Mutation.decideClaim': '(id: "clm_AAAAAAAAAAAAAAAAAAAAAA", open: false)',
    'Mutation.restrictPatient': '(patient: "pat_AAAAAAAAAAAAAAAAAAAAAA")',
    'Patient.prognosis': '(tumour: "tum_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")',
    'Mutation.enterPrognosisInput':
      '(tumour: "tum_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", input: "grade", value: "2")',
    'Mutation.undoPrognosisInput':
      '(tumour: "tum_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", input: "grade")',
    'Mutation.enterLesion': `(patient: "pat_AAAAAAAAAAAAAAAAAAAAAA", ${lesionInput})`,
    'Mutation.changeLesion': `(lesion: "${noLesion}", ${lesionInput})`,
    'Mutation.withdrawLesion': `(lesion: "${noLesion}")`,
    'Mutation.undoLesion': `(lesion: "${noLesion}")`,
    'Query.assessRisk': '(values: [])',
    'Query.tryClinicalRule': '(rule: "ipi", format: JSON, content: "[]")',
    ...biobankArguments,
    'Mutation.switchClinicalRule':
      '(rule: "ipi", version: 1, inForce: true, confirmed: false, reason: "Tried on cases of our own.")',
    'Mutation.addAccount':
      '(id: "x", input: { en: "X", zh: "X", role: RESEARCHER }, password: "a password to try")',
    'Mutation.changeAccount': '(id: "x", input: { en: "X", zh: "X", role: RESEARCHER })',
    'Mutation.closeAccount': '(id: "x")',
    'Mutation.resetSecondFactor': '(id: "x")',
    'Mutation.requireSecondFactor': '(role: SYSTEM, required: false)',
    'Mutation.reopenAccount': '(id: "x")',
    'Mutation.endAccountSessions': '(id: "x")',
    'Mutation.setAccountPassword': '(id: "x", password: "a password to try")',
    'Mutation.actOnAlert':
      '(id: "alt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", verdict: DISMISSED, reason: "tried")',
    'Mutation.addApiClient': '(input: { name: "X", scopes: [], method: KEY })',
    'Mutation.rotateApiKey': '(id: "api_AAAAAAAAAAAAAAAAAAAAAA")',
    'Mutation.revokeApiClient': '(id: "api_AAAAAAAAAAAAAAAAAAAAAA")',
    'Mutation.addWebhook': '(input: { url: "x", events: [] })',
    'Mutation.endWebhook': '(id: "hok_AAAAAAAAAAAAAAAAAAAAAA")',
    'Mutation.sendWebhookAgain': '(id: "dlv_AAAAAAAAAAAAAAAAAAAAAA")',
    'Query.localCodeMappings': '(code: { domain: TEST, system: "L", code: "X" })',
    'Query.codeTargets': '(domain: TEST, code: "X")',
    'Mutation.mapLocalCode':
      '(code: { domain: TEST, system: "L", code: "X" }, reason: "Tried on nothing.")',
    'Mutation.importCodeTable': '(csv: "", reason: "Tried on nothing.")',
    'Query.careCases': '(code: "ACT")',
    'Query.screeningPersons': '(programme: "lung")',
    'Query.screeningCounts': '(programme: "lung")',
    'Mutation.assignTasks': `(ids: ["${noTask}"])`,
    'Mutation.snoozeTasks': `(ids: ["${noTask}"], until: "${nationalDay(new Date(Date.now() + 5 * 86_400_000))}")`,
    'Mutation.finishTask': `(id: "${noTask}", result: ARRANGED)`,
    'Mutation.undoTask': `(id: "${noTask}")`,
    'Mutation.writeNote': `${noPatient.replace('id:', 'patient:').slice(0, -1)}, text: "tried")`,
    'Mutation.changeNote': '(id: "nte_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", after: 1)',
    'Query.boardMeetings': '(fromDay: "2026-01-05", toDay: "2026-01-11")',
    'Query.boardCase': `(id: "${noCase}")`,
    'Mutation.keepBoardMeeting': `(id: "${noMeeting}", meeting: { on: "2026-01-05", name: "X" })`,
    'Mutation.addBoardCase': `${noPatient.replace('id:', 'patient:').slice(0, -1)}, meeting: "${noMeeting}", question: "What?", presenter: "X")`,
    'Mutation.changeBoardCase': `(id: "${noCase}", meeting: "${noMeeting}", question: "What?", presenter: "X")`,
    'Mutation.withdrawBoardCase': `(id: "${noCase}", reason: "tried")`,
    'Mutation.orderBoardCases': `(meeting: "${noMeeting}", cases: [])`,
    'Mutation.recordBoardDecision': `(id: "${noCase}", after: 0, decision: { options: [], decision: "None", reason: "None", attended: ["X"], decidedOn: "2026-01-05" })`,
    'Mutation.recordBoardOutcome': `(id: "${noCase}", version: 1, outcome: CARRIED_OUT)`,
    'Mutation.makeSymptomQuestionnaire': `${noPatient.replace('id:', 'patient:').slice(0, -1)}, terms: [48])`,
    'Mutation.keepMessageTemplate':
      '(template: { name: "X", occasion: PLAN, channel: SMS, titleEn: "", titleZh: "", textEn: "", textZh: "" })',
    'Mutation.planMessage':
      '(about: "con_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", template: "mtp_AAAAAAAAAAAAAAAAAAAAAA", language: zh)',
    'Mutation.actOnMessage': '(id: "msg_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", act: CANCEL)',
    'Mutation.revokeSymptomQuestionnaire':
      '(id: "syq_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")',
    'Mutation.actOnSymptomAlert':
      '(id: "sya_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", verdict: DISMISSED, reason: "tried")',
    'Mutation.cancelJob': '(id: "job_AAAAAAAAAAAAAAAAAAAAAA")',
    'Query.release': '(number: 1)',
    'Query.statisticsMeasures': '(source: "release-1")',
    'Mutation.saveReport': '(report: { name: "Tried", address: "?", blocks: [] })',
    'Mutation.removeReport': '(name: "Tried")',
    'Query.statistics': '(question: { source: "release-1", measure: CASES })',
    'Query.cohort': '(definition: {})',
    'Query.compareSurvival': '(arms: [{}, {}])',
    'Query.similarPatients': '(site: "lung")',
    'Query.drugExperience': '(siteGroup: "lung", drug: "osimertinib")',
    'Query.localControl': '(siteGroup: "lung")',
    'Mutation.endProject': '(accountId: "x")',
    'Query.compareEndpoint': '(comparison: { arms: [{ all: [] }] })',
    'Query.baselineTable': '(comparison: { arms: [{ all: [] }] })',
    'Query.coxAnalysis': '(comparison: { arms: [{ all: [] }] }, covariates: [SEX])',
    'Query.study': '(id: "none")',
    'Query.diseaseDataSet': '(id: "lung")',
    'DiseaseDataSet.completenessBy': '(by: YEAR)',
    'Query.savedCohort': '(id: "coh_AAAAAAAAAAAAAAAAAAAAAA")',
    'Query.citedCohort': '(hash: "none")',
    'Query.cohortOverlap': '(definitions: [{ all: [] }, { all: [] }])',
    'Mutation.saveCohort':
      '(input: { name: "A", description: "", definition: { all: [] }, release: 1 })',
    'Mutation.saveCohortVersion':
      '(input: { id: "coh_AAAAAAAAAAAAAAAAAAAAAA", release: 1, note: "" })',
    'Mutation.describeCohort':
      '(input: { id: "coh_AAAAAAAAAAAAAAAAAAAAAA", name: "A", description: "" })',
    'Mutation.removeCohort': '(id: "coh_AAAAAAAAAAAAAAAAAAAAAA")',
    'Mutation.restoreCohort': '(id: "coh_AAAAAAAAAAAAAAAAAAAAAA")',
    'Query.researchProject': '(id: "prj_AAAAAAAAAAAAAAAAAAAAAA")',
    'Mutation.stepResearchProject': '(input: { id: "prj_AAAAAAAAAAAAAAAAAAAAAA", kind: SUBMIT })',
    'Mutation.requestDataExport':
      '(input: { project: "prj_AAAAAAAAAAAAAAAAAAAAAA", release: 1, format: CSV, recipientName: "A", recipientInstitution: "B", recipientKey: "age1" })',
    'Mutation.stepDataExport': '(input: { id: "exp_AAAAAAAAAAAAAAAAAAAAAA", kind: CONSENT })',
    'Mutation.putResearchProject': '(input: { title: "A", members: [] })',
    'Mutation.importLiterature': '(input: { content: "" })',
    'Mutation.loadAggregates': '(files: [{ name: "a.csv", content: "" }])',
    'Mutation.approveProject':
      '(input: { accountId: "x", title: "A", reason: "B", countsPerDay: 5, until: "2030-01-01" })',
  },
};

let db: TestDatabase;
let schema: GraphQLSchema;
let ask: AskWhole;

beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  schema = buildASTSchema(transformSupergraphToPublicSchema(parse(await supergraph())));
  ask = await wholeGraph({
    ...{ database: db.database, identityKey },
    releases: () => createReleases({ folder: 'none' }),
  });
});
afterAll(() => db.end());

const mayRead = (role: Role, steps: readonly string[]): boolean =>
  steps.every((step) => (openTo[step] ?? fewer[step] ?? roles).includes(role));

test('at the gateway no field is read by a role it is closed to, nor by nobody, and no statement is sent for it', async () => {
  const probes = probesOf({ name: 'gateway', sdl: '', schema }, samples);
  expect(unprobed(schema, probes)).toEqual([]);
  const roots = [...new Set(probes.map(({ through }) => through))];
  expect(roots.toSorted()).toEqual(Object.keys(openTo).toSorted());
  const wrong: string[] = [];
  for (const { steps, query } of probes) {
    for (const principal of [null, ...roles.map((role) => principalOf(role, hospitals.here))]) {
      if (principal !== null && mayRead(principal.role, steps)) continue;
      const before = db.database.statementsSent;
      const { data, codes } = await ask(principal, query);
      const refused = data === null && codes.every((code) => code === 'UNAUTHORIZED_FIELD_OR_TYPE');
      if (!refused || codes.length === 0 || db.database.statementsSent > before) {
        wrong.push(
          `${principal?.role ?? 'nobody'} ${steps.join(' > ')}: ${codes.join() || 'answered'}`,
        );
      }
    }
  }
  expect(wrong).toEqual([]);
}, 300_000);

test('each root field is open to the roles of the table', async () => {
  const lists = [
    'me { id }',
    'institutions { code }',
    'regions { code }',
    'articles { totalCount }',
    'patients { totalCount }',
    'submissions { edges { cursor } }',
    'releases { number }',
  ];
  for (const list of lists) {
    const root = `Query.${list.split(' ')[0]}`;
    for (const role of openTo[root] ?? []) {
      const { codes } = await ask(principalOf(role, hospitals.here), `{ ${list} }`);
      expect(codes, `${role} ${root}`).toEqual([]);
    }
  }
});

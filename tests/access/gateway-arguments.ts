/** Arguments with which each field of the whole graph is asked for; they name nobody. */
import { nationalDay } from '@nodp/graph';
import { biobankArguments } from '../../subgraphs/specimens/src/biobank/testing/access.ts';

const noPatient = '(id: "pat_AAAAAAAAAAAAAAAAAAAAAA")';
const noLesion = 'les_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const noTask = 'tsk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const noCase = 'bca_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const noReferral = 'ref_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const noMeeting = 'brd_AAAAAAAAAAAAAAAAAAAAAA';
const lesionInput = 'input: { lesion: "T1", role: TARGET, state: ABSENT, date: "2026-01-05" }';
export const samples = {
  arguments: {
    'ResearchStudyVersion.rerun': '(release: 1)',
    'SavedCohort.changes': '(from: 1, to: 1)',
    'Query.patient': noPatient,
    'Query.patientsById': '(ids: ["pat_AAAAAAAAAAAAAAAAAAAAAA"])',
    'Query.specimen': noPatient,
    'Query.imagingStudy': noPatient,
    'Query.auditedPatients': '(number: "MRN-1")',
    'Query.unusualAccess':
      '(institution: "ins_AAAAAAAAAAAAAAAAAAAAAA", fromDay: "2026-01-01", toDay: "2026-01-31")',
    'Query.restrictedPatientAccesses': '(fromDay: "2026-01-01", toDay: "2026-01-31")',
    'Mutation.breakGlass':
      '(input: { name: "Ming", nationalId: "110101196104010011", birthDate: "1961-04-01", reason: "Unconscious, bleeding." })',
    'Mutation.reviewBreakGlass':
      '(id: "brk_AAAAAAAAAAAAAAAAAAAAAA", verdict: JUSTIFIED, remark: "")',
    'Mutation.reviewRestrictedPatientAccess':
      '(patient: "pat_AAAAAAAAAAAAAAAAAAAAAA", account: "x", day: "2026-01-01", verdict: JUSTIFIED, remark: "")',
    'Query.personStatements': noPatient.replace('id:', 'patient:'),
    'Query.firstCrossInstitutionAccesses': '(fromDay: "2026-01-01", toDay: "2026-01-31")',
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
    'Query.referrals': '(way: RECEIVED)',
    'Mutation.referPatient': `(referral: { patient: "pat_AAAAAAAAAAAAAAAAAAAAAA", to: "ins_AAAAAAAAAAAAAAAAAAAAAA", reason: "Why", question: "What?", until: "${nationalDay(new Date())}" })`,
    'Mutation.decideReferral': `(id: "${noReferral}", accept: true)`,
    'Mutation.answerReferral': `(id: "${noReferral}", answer: "tried")`,
    'Mutation.withdrawReferral': `(id: "${noReferral}", reason: "tried")`,
    'Query.boardCase': `(id: "${noCase}")`,
    'Mutation.saveBoardMeeting': `(id: "${noMeeting}", meeting: { on: "2026-01-05", name: "X" })`,
    'Mutation.addBoardCase': `${noPatient.replace('id:', 'patient:').slice(0, -1)}, meeting: "${noMeeting}", question: "What?", presenter: "X")`,
    'Mutation.changeBoardCase': `(id: "${noCase}", meeting: "${noMeeting}", question: "What?", presenter: "X")`,
    'Mutation.withdrawBoardCase': `(id: "${noCase}", reason: "tried")`,
    'Mutation.orderBoardCases': `(meeting: "${noMeeting}", cases: [])`,
    'Mutation.recordBoardDecision': `(id: "${noCase}", after: 0, decision: { options: [], decision: "None", reason: "None", attended: ["X"], decidedOn: "2026-01-05" })`,
    'Mutation.recordBoardOutcome': `(id: "${noCase}", version: 1, outcome: CARRIED_OUT)`,
    'Mutation.makeSymptomQuestionnaire': `${noPatient.replace('id:', 'patient:').slice(0, -1)}, terms: [48])`,
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
    'Query.alterationTable': '(comparison: { arms: [{ all: [] }] }, genes: ["TP53"])',
    'Query.comparisonCode': '(comparison: { arms: [{ all: [] }] }, covariates: [SEX])',
    'Query.treatmentCourses': '(comparison: { arms: [{ all: [] }] })',
    'Query.alterationPatterns': '(comparison: { arms: [{ all: [] }] }, genes: ["TP53"])',
    'Query.laboratoryTrajectories': '(comparison: { arms: [{ all: [] }] }, analyte: "2039-6")',
    'Query.weightedComparison': '(comparison: { arms: [{ all: [] }] }, covariates: [SEX])',
    'Query.coxAnalysis': '(comparison: { arms: [{ all: [] }] }, covariates: [SEX])',
    'Query.study': '(id: "none")',
    'Study.oncoprint': '(genes: ["TP53"])',
    'Study.enrichment': '(attribute: "SEX", first: "Male")',
    'Study.survival': '(endpoint: "OS")',
    'Query.diseaseDataSet': '(id: "lung")',
    'DiseaseDataSet.completenessBy': '(by: YEAR)',
    'Query.savedCohort': '(id: "coh_AAAAAAAAAAAAAAAAAAAAAA")',
    'Query.researchStudy': '(id: "std_AAAAAAAAAAAAAAAAAAAAAA")',
    'Mutation.saveResearchStudy': '(input: { name: "A", content: "{}", release: 1, note: "" })',
    'Mutation.setResearchStudyRemoved': '(id: "std_AAAAAAAAAAAAAAAAAAAAAA", removed: true)',
    'Mutation.signStudyForPartners': '(id: "std_AAAAAAAAAAAAAAAAAAAAAA", purpose: "A")',
    'Mutation.receivePartnerAnswer': '(id: "std_AAAAAAAAAAAAAAAAAAAAAA", signed: "A")',
    'Mutation.addPartner': '(input: { en: "A", zh: "A", key: "{}" })',
    'Mutation.endPartner': '(id: "A")',
    'Mutation.receivePartnerStudy': '(signed: "A")',
    'Mutation.decidePartnerStudy':
      '(input: { id: "pst_AAAAAAAAAAAAAAAAAAAAAA", allow: false, reason: "A" })',
    'Mutation.reviewPartnerAnswer':
      '(input: { id: "pst_AAAAAAAAAAAAAAAAAAAAAA", release: false, reason: "A" })',
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
    'Query.workspace': '(project: "prj_AAAAAAAAAAAAAAAAAAAAAA", release: 1)',
    'Query.workspaceOncoprint': '(project: "prj_AAAAAAAAAAAAAAAAAAAAAA", release: 1)',
    'Query.workspaceAnswer': '(project: "prj_AAAAAAAAAAAAAAAAAAAAAA", release: 1, sql: "select 1")',
    'Query.researchProject': '(id: "prj_AAAAAAAAAAAAAAAAAAAAAA")',
    'Mutation.stepResearchProject': '(input: { id: "prj_AAAAAAAAAAAAAAAAAAAAAA", kind: SUBMIT })',
    'Mutation.putResearchProject': '(input: { title: "A", members: [] })',
    'Mutation.requestDataExport':
      '(input: { project: "prj_AAAAAAAAAAAAAAAAAAAAAA", release: 1, format: CSV, recipientName: "A", recipientInstitution: "B", recipientKey: "age1" })',
    'Mutation.stepDataExport': '(input: { id: "exp_AAAAAAAAAAAAAAAAAAAAAA", kind: CONSENT })',
    'Mutation.saveMessageTemplate':
      '(template: { name: "X", occasion: PLAN, channel: SMS, titleEn: "", titleZh: "", textEn: "", textZh: "" })',
    'Mutation.planMessage':
      '(about: "con_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", template: "mtp_AAAAAAAAAAAAAAAAAAAAAA", language: zh)',
    'Mutation.actOnMessage': '(id: "msg_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", act: CANCEL)',
    'Mutation.importLiterature': '(input: { content: "" })',
    'Mutation.loadAggregates': '(files: [{ name: "a.csv", content: "" }])',
    'Mutation.approveProject':
      '(input: { accountId: "x", title: "A", reason: "B", countsPerDay: 5, until: "2030-01-01" })',
  },
};

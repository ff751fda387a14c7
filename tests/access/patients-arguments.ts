/** Arguments with which each field of the patients' subgraph is asked for, of a patient that is there. */
import { encodeId, nationalDay } from '@nodp/graph';
import { hospitals } from '../fixtures.ts';

const { here, there } = hospitals;

/** @param patientId and @param tumourId ids of the graph */
export const samplesOf = (patientId: string, tumourId: string) => ({
  arguments: {
    'Query.patient': `(id: "${patientId}")`,
    'Query.patientsById': `(ids: ["${patientId}"])`,
    'Query.auditedPatients': '(number: "MRN-1")',
    'Query.unusualAccess': `(institution: "${encodeId('Institution', here)}", fromDay: "2026-01-01", toDay: "2026-01-31")`,
    'Query.restrictedPatientAccesses': '(fromDay: "2026-01-01", toDay: "2026-01-31")',
    'Mutation.breakGlass':
      '(input: { name: "Ming", nationalId: "110101196104010011", birthDate: "1961-04-01", reason: "Unconscious, bleeding." })',
    'Mutation.reviewBreakGlass': `(id: "${encodeId('BreakGlass', here)}", verdict: JUSTIFIED, remark: "")`,
    'Mutation.reviewRestrictedPatientAccess': `(patient: "${patientId}", account: "x", day: "2026-01-01", verdict: JUSTIFIED, remark: "")`,
    'Mutation.decideClaim': `(id: "${encodeId('IdentityClaim', here)}", open: false)`,
    'Query.personStatements': `(patient: "${patientId}")`,
    'Query.matchPairs': '(view: WAITING)',
    'Query.matchedPersons': `(first: "${patientId}", second: "${patientId}")`,
    'Mutation.decideMatch': `(first: "${patientId}", second: "${patientId}", decision: APART)`,
    'Mutation.requireFourEyes': '(wanted: false)',
    'Query.firstCrossInstitutionAccesses': '(fromDay: "2026-01-01", toDay: "2026-01-31")',
    'Mutation.unlinkPatient': `(patient: "${patientId}", institution: "${encodeId('Institution', there)}", reason: "Another person.")`,
    'Mutation.relinkPatient': `(claim: "${encodeId('IdentityClaim', here)}", reason: "The same person.")`,
    'Mutation.confirmJoined': `(patient: "${patientId}", institution: "${encodeId('Institution', there)}", reason: "The same person.")`,
    'Mutation.restrictPatient': `(patient: "${patientId}")`,
    'Patient.prognosis': `(tumour: "${tumourId}")`,
    'Mutation.enterPrognosisInput': `(tumour: "${tumourId}", input: "grade", value: "2")`,
    'Mutation.undoPrognosisInput': `(tumour: "${tumourId}", input: "grade")`,
    'Query.assessRisk': '(values: [])',
    'Query.tryClinicalRule': '(rule: "ipi", format: JSON, content: "[]")',
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
    'Mutation.actOnAlert': `(id: "${encodeId('RecurrenceAlert', here, here)}", verdict: DISMISSED, reason: "tried")`,
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
    'Mutation.importCodeTable':
      '(csv: "domain,code,target_system,target_code", reason: "Tried on nothing.")',
    'Query.careCases': '(code: "ACT")',
    'Mutation.assignTasks': `(ids: ["${encodeId('Task', here, here)}"])`,
    'Mutation.snoozeTasks': `(ids: ["${encodeId('Task', here, here)}"], until: "${nationalDay(new Date(Date.now() + 5 * 86_400_000))}")`,
    'Mutation.finishTask': `(id: "${encodeId('Task', here, here)}", result: ARRANGED)`,
    'Mutation.undoTask': `(id: "${encodeId('Task', here, here)}")`,
    'Mutation.writeNote': `(patient: "${patientId}", text: "tried")`,
    'Mutation.changeNote': `(id: "${encodeId('PatientNote', here, here)}", after: 1)`,
    'Query.boardMeetings': '(fromDay: "2026-01-05", toDay: "2026-01-11")',
    'Query.boardCase': `(id: "${encodeId('BoardCase', here, here)}")`,
    'Mutation.keepBoardMeeting': `(id: "${encodeId('BoardMeeting', here)}", meeting: { on: "2026-01-05", name: "X" })`,
    'Mutation.addBoardCase': `(meeting: "${encodeId('BoardMeeting', here)}", patient: "${patientId}", question: "What?", presenter: "X")`,
    'Mutation.changeBoardCase': `(id: "${encodeId('BoardCase', here, here)}", meeting: "${encodeId('BoardMeeting', here)}", question: "What?", presenter: "X")`,
    'Mutation.withdrawBoardCase': `(id: "${encodeId('BoardCase', here, here)}", reason: "tried")`,
    'Mutation.orderBoardCases': `(meeting: "${encodeId('BoardMeeting', here)}", cases: [])`,
    'Mutation.recordBoardDecision': `(id: "${encodeId('BoardCase', here, here)}", after: 0, decision: { options: [], decision: "None", reason: "None", attended: ["X"], decidedOn: "2026-01-05" })`,
    'Mutation.recordBoardOutcome': `(id: "${encodeId('BoardCase', here, here)}", version: 1, outcome: CARRIED_OUT)`,
    'Mutation.cancelJob': `(id: "${encodeId('Job', here)}")`,
  },
  references: {
    Patient: { id: patientId, biomarkers: [], lesions: [] },
    Tumour: { id: tumourId },
    Institution: { id: encodeId('Institution', here) },
  },
});

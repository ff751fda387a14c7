import { type Role, roles } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { encodeId, nationalDay } from '@nodp/graph';
import {
  askerOf,
  deviations,
  engines,
  occurrences,
  principalOf,
  probesOf,
  unprobed,
} from '@nodp/graph/testing';
import { fhir, ingest } from '@nodp/intake';
import { patients } from '@nodp/subgraph-patients';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clinicalIntake } from '../apps/gateway/src/fhir/index.ts';
import { hospitals, insertHospitals } from './fixtures.ts';
import { patientBundle } from './patient-bundle.ts';

const { here, there } = hospitals;
const clinician = principalOf('CLINICIAN', here);

let db: TestDatabase;
let patientId: string;
let tumourId: string;

beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  // The key `askerOf` gives the subgraph.
  const intake = clinicalIntake(new Uint8Array(32));
  const content = new TextEncoder().encode(
    JSON.stringify(patientBundle({ family: 'SECRET', results: 3 })),
  );
  await db.database.session(principalOf('SYSTEM', here), (session) =>
    ingest(session, intake, { channel: 'fhir', content, format: fhir(intake) }),
  );
  const sql = postgres(db.ownerUrl, { max: 1 });
  const [row] = await sql`select patient_id, id from patients.tumour`;
  await sql.end();
  patientId = encodeId('Patient', row?.patient_id);
  tumourId = encodeId('Tumour', row?.patient_id, row?.id);
});
afterAll(() => db.end());

const carers: readonly Role[] = ['CLINICIAN', 'FOLLOWUP_COORDINATOR', 'SYSTEM'];
const taskWorkers: readonly Role[] = ['CLINICIAN', 'FOLLOWUP_COORDINATOR', 'DATA_MANAGER'];
const jobManagers: readonly Role[] = ['DATA_MANAGER', 'ADMINISTRATOR'];
const senders: readonly Role[] = ['DATA_MANAGER', 'SYSTEM'];
const auditors: readonly Role[] = ['DATA_MANAGER', 'PRIVACY_OFFICER'];

/** Who may read what, as a person wrote it down. */
const table: Readonly<Record<string, readonly Role[]>> = {
  'Query.me': roles,
  'Query.institutions': roles,
  'Query.patient': carers,
  'Query.patients': carers,
  'Query.patientsById': carers,
  'Query.submissions': senders,
  'Query.stageFindings': ['DATA_MANAGER'],
  'Query.localCodes': ['DATA_MANAGER'],
  'Query.localCodeMappings': ['DATA_MANAGER'],
  'Query.codeTargets': ['DATA_MANAGER'],
  'Query.codeTableFile': ['DATA_MANAGER'],
  'Mutation.mapLocalCode': ['DATA_MANAGER'],
  'Mutation.importCodeTable': ['DATA_MANAGER'],
  LocalCodeConnection: ['DATA_MANAGER'],
  LocalCodeEdge: ['DATA_MANAGER'],
  LocalCode: ['DATA_MANAGER'],
  CodeMapping: ['DATA_MANAGER'],
  CodeTarget: ['DATA_MANAGER'],
  CodeMappingAnswer: ['DATA_MANAGER'],
  CodeTableImport: ['DATA_MANAGER'],
  CodeTableProblem: ['DATA_MANAGER'],
  'Query.dataCentre': ['DATA_MANAGER'],
  DataCentre: ['DATA_MANAGER'],
  DataCentreSite: ['DATA_MANAGER'],
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
  'Patient.notes': ['CLINICIAN', 'FOLLOWUP_COORDINATOR'],
  PatientNote: ['CLINICIAN', 'FOLLOWUP_COORDINATOR'],
  PatientNoteVersion: ['CLINICIAN', 'FOLLOWUP_COORDINATOR'],
  'Query.boardMeetings': ['CLINICIAN'],
  'Query.boardCase': ['CLINICIAN'],
  'Mutation.keepBoardMeeting': ['CLINICIAN'],
  'Mutation.addBoardCase': ['CLINICIAN'],
  'Mutation.changeBoardCase': ['CLINICIAN'],
  'Mutation.withdrawBoardCase': ['CLINICIAN'],
  'Mutation.orderBoardCases': ['CLINICIAN'],
  'Mutation.recordBoardDecision': ['CLINICIAN'],
  'Mutation.recordBoardOutcome': ['CLINICIAN'],
  'Patient.boardCases': ['CLINICIAN'],
  BoardMeeting: ['CLINICIAN'],
  BoardCase: ['CLINICIAN'],
  BoardDecision: ['CLINICIAN'],
  BoardOutcome: ['CLINICIAN'],
  TaskConnection: taskWorkers,
  TaskEdge: taskWorkers,
  TaskCount: taskWorkers,
  Task: taskWorkers,
  TaskAccount: taskWorkers,
  TaskAct: taskWorkers,
  CareIndicator: ['CLINICIAN', 'DATA_MANAGER'],
  CareFigures: ['CLINICIAN', 'DATA_MANAGER'],
  CareYear: ['CLINICIAN', 'DATA_MANAGER'],
  CareMissing: ['CLINICIAN', 'DATA_MANAGER'],
  CareCaseConnection: ['CLINICIAN', 'DATA_MANAGER'],
  CareCaseEdge: ['CLINICIAN', 'DATA_MANAGER'],
  CareCase: ['CLINICIAN', 'DATA_MANAGER'],
  'CareCase.patient': ['CLINICIAN'],
  'CareCase.audited': ['DATA_MANAGER'],
  'Patient.careIndicators': ['CLINICIAN'],
  'Task.patient': ['CLINICIAN', 'FOLLOWUP_COORDINATOR'],
  'Task.audited': ['DATA_MANAGER'],
  'Patient.tasks': ['CLINICIAN', 'FOLLOWUP_COORDINATOR'],
  'Query.jobs': jobManagers,
  'Query.auditEvents': auditors,
  'Query.auditedPatients': auditors,
  'Query.unusualAccess': auditors,
  'Query.breakGlass': auditors,
  'Query.restrictedLooks': auditors,
  'Query.accounts': ['ADMINISTRATOR'],
  'Query.apiClients': jobManagers,
  'Query.webhooks': jobManagers,
  'Mutation.addApiClient': jobManagers,
  'Mutation.rotateApiKey': jobManagers,
  'Mutation.revokeApiClient': jobManagers,
  'Mutation.addWebhook': jobManagers,
  'Mutation.endWebhook': jobManagers,
  'Mutation.sendWebhookAgain': jobManagers,
  'Query.platformState': ['ADMINISTRATOR'],
  'Query.clinicalRules': roles,
  'Query.tryClinicalRule': [...carers, 'DATA_MANAGER'],
  'Query.riskInputs': carers,
  'Query.assessRisk': carers,
  'Mutation.switchClinicalRule': ['DATA_MANAGER'],
  Prognosis: carers,
  PrognosticScore: carers,
  PrognosticStage: carers,
  PrognosticStageFactor: carers,
  OfHundredPeople: carers,
  PrognosisCurve: carers,
  PrognosisInput: carers,
  PrognosisValue: carers,
  PrognosisEntry: carers,
  PrognosisChange: ['CLINICIAN'],
  'Mutation.enterPrognosisInput': ['CLINICIAN'],
  'Mutation.undoPrognosisInput': ['CLINICIAN'],
  RiskInput: carers,
  RiskChoice: carers,
  RiskKnown: carers,
  RiskAssessment: carers,
  RiskAnswer: carers,
  RiskFollowed: carers,
  RiskSpan: carers,
  RiskEffect: carers,
  RiskPiece: carers,
  ClinicalRule: roles,
  RuleSwitch: roles,
  RuleField: roles,
  RuleTrial: [...carers, 'DATA_MANAGER'],
  TriedCase: [...carers, 'DATA_MANAGER'],
  RuleDifference: [...carers, 'DATA_MANAGER'],
  RuleChange: ['DATA_MANAGER'],
  PlatformState: ['ADMINISTRATOR'],
  PlatformSamples: ['ADMINISTRATOR'],
  PlatformBackup: ['ADMINISTRATOR'],
  AccountConnection: ['ADMINISTRATOR'],
  AccountEdge: ['ADMINISTRATOR'],
  Account: ['ADMINISTRATOR'],
  ApiClient: jobManagers,
  ApiClientChange: jobManagers,
  Webhook: jobManagers,
  WebhookChange: jobManagers,
  WebhookDelivery: jobManagers,
  AccountChange: ['ADMINISTRATOR'],
  'Mutation.addAccount': ['ADMINISTRATOR'],
  'Query.secondFactorRoles': ['ADMINISTRATOR'],
  'Mutation.resetSecondFactor': ['ADMINISTRATOR'],
  'Mutation.requireSecondFactor': ['ADMINISTRATOR'],
  'Mutation.changeAccount': ['ADMINISTRATOR'],
  'Mutation.closeAccount': ['ADMINISTRATOR'],
  'Mutation.reopenAccount': ['ADMINISTRATOR'],
  'Mutation.endAccountSessions': ['ADMINISTRATOR'],
  'Mutation.setAccountPassword': ['ADMINISTRATOR'],
  'Query.identityClaims': auditors,
  IdentityClaim: auditors,
  'Mutation.decideClaim': ['DATA_MANAGER'],
  'Query.personStatements': ['DATA_MANAGER'],
  'Query.doubtfulJoins': ['DATA_MANAGER'],
  'Query.firstLooks': auditors,
  'Query.matchPairs': ['DATA_MANAGER'],
  'Query.matchedPersons': ['DATA_MANAGER'],
  'Query.matchingState': ['DATA_MANAGER'],
  'Mutation.decideMatch': ['DATA_MANAGER'],
  'Mutation.requireFourEyes': ['DATA_MANAGER'],
  'Mutation.matchPersons': ['DATA_MANAGER'],
  'Mutation.applyEdits': ['DATA_MANAGER'],
  MatchPairConnection: ['DATA_MANAGER'],
  MatchPairEdge: ['DATA_MANAGER'],
  MatchPair: ['DATA_MANAGER'],
  MatchEvidence: ['DATA_MANAGER'],
  MatchedPerson: ['DATA_MANAGER'],
  MatchingState: ['DATA_MANAGER'],
  PersonStatement: ['DATA_MANAGER'],
  DoubtfulJoin: ['DATA_MANAGER'],
  FirstLook: auditors,
  'Mutation.unlinkPatient': ['DATA_MANAGER'],
  'Mutation.relinkPatient': ['DATA_MANAGER'],
  'Mutation.confirmJoined': ['DATA_MANAGER'],
  InstitutionDemographics: carers,
  'Query.restrictedPatients': ['DATA_MANAGER'],
  BreakGlassConnection: auditors,
  BreakGlassEdge: auditors,
  BreakGlass: auditors,
  RestrictedLook: auditors,
  RestrictedPatient: ['DATA_MANAGER'],
  AccessReview: auditors,
  'Mutation.breakGlass': ['CLINICIAN'],
  'Mutation.reviewBreakGlass': ['DATA_MANAGER'],
  'Mutation.reviewLook': ['DATA_MANAGER'],
  'Mutation.restrictPatient': ['DATA_MANAGER'],
  BreakGlassAnswer: ['CLINICIAN'],
  EmergencyAccess: carers,
  AuditEventConnection: auditors,
  AuditEventEdge: auditors,
  AuditEvent: auditors,
  AuditDetail: auditors,
  AuditedPatient: auditors,
  StageFindingConnection: ['DATA_MANAGER'],
  StageFindingEdge: ['DATA_MANAGER'],
  SentStageFinding: ['DATA_MANAGER'],
  FoundInSubmission: ['DATA_MANAGER'],
  UnusualAccess: auditors,
  AccessFinding: auditors,
  Mutation: jobManagers,
  JobConnection: jobManagers,
  JobEdge: jobManagers,
  Job: jobManagers,
  Me: roles,
  Institution: roles,
  Region: roles,
  Label: roles,
  Coded: roles,
  Quantity: roles,
  PageInfo: roles,
  PatientConnection: carers,
  PatientEdge: carers,
  Patient: carers,
  Identity: carers,
  Tumour: carers,
  Stage: carers,
  StageAtDiagnosis: carers,
  StageSetAside: carers,
  StageFinding: carers,
  StageCheck: carers,
  Treatment: carers,
  RadiotherapyVolume: carers,
  BiologicalDose: carers,
  TissueDose: carers,
  LesionResponse: carers,
  RadiotherapyResponse: carers,
  IrradiatedLesion: carers,
  IrradiatedLesionVisit: carers,
  FirstFailure: carers,
  ResponseAssessment: carers,
  AssessedLesion: carers,
  LesionMark: carers,
  ResponseTimepoint: carers,
  ImmuneResponse: carers,
  BestOverallResponse: carers,
  Surveillance: carers,
  SurveillanceAnchor: carers,
  SurveillanceEnd: carers,
  SurveillanceSchedule: carers,
  SurveillanceExamination: carers,
  SurveillanceDue: carers,
  MarkerCourse: carers,
  MarkerPoint: carers,
  MarkerDecline: carers,
  CitedRule: carers,
  RecurrenceAlert: carers,
  AlertPrecision: ['DATA_MANAGER'],
  'ClinicalRule.alerts': ['DATA_MANAGER'],
  'Mutation.actOnAlert': ['CLINICIAN'],
  RadiotherapyInterruption: carers,
  LaboratorySeries: carers,
  LaboratoryPoint: carers,
  LaboratoryGrade: carers,
  PerformanceStatus: carers,
  Comorbidity: carers,
  Encounter: carers,
  SubmissionConnection: senders,
  SubmissionEdge: senders,
  Submission: senders,
  SubmissionCount: senders,
};

const probes = () =>
  probesOf(patients, {
    arguments: {
      'Query.patient': `(id: "${patientId}")`,
      'Query.patientsById': `(ids: ["${patientId}"])`,
      'Query.auditedPatients': '(number: "MRN-1")',
      'Query.unusualAccess': `(institution: "${encodeId('Institution', here)}", fromDay: "2026-01-01", toDay: "2026-01-31")`,
      'Query.restrictedLooks': '(fromDay: "2026-01-01", toDay: "2026-01-31")',
      'Mutation.breakGlass':
        '(input: { name: "Ming", nationalId: "110101196104010011", birthDate: "1961-04-01", reason: "Unconscious, bleeding." })',
      'Mutation.reviewBreakGlass': `(id: "${encodeId('BreakGlass', here)}", verdict: JUSTIFIED, remark: "")`,
      'Mutation.reviewLook': `(patient: "${patientId}", account: "x", day: "2026-01-01", verdict: JUSTIFIED, remark: "")`,
      'Mutation.decideClaim': `(id: "${encodeId('IdentityClaim', here)}", open: false)`,
      'Query.personStatements': `(patient: "${patientId}")`,
      'Query.matchPairs': '(view: WAITING)',
      'Query.matchedPersons': `(first: "${patientId}", second: "${patientId}")`,
      'Mutation.decideMatch': `(first: "${patientId}", second: "${patientId}", decision: APART)`,
      'Mutation.requireFourEyes': '(wanted: false)',
      'Query.firstLooks': '(fromDay: "2026-01-01", toDay: "2026-01-31")',
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

describe.each(engines)('patients under %s', (_, engine) => {
  const asker = () => askerOf(patients, db.database, engine());

  test('each role reads what is open to it by every entry point, and nothing else', async () => {
    expect(unprobed(patients.schema, probes())).toEqual([]);
    expect(await deviations(asker(), probes(), table, here)).toEqual([]);
  });

  test('another institution finds nobody by any entry point', async () => {
    const seenBy = (institution: string) =>
      occurrences(asker(), principalOf('CLINICIAN', institution), probes(), 'SECRET');
    expect(await seenBy(here)).toBeGreaterThan(0);
    expect(await seenBy(there)).toBe(0);
  });

  test('an institution’s submissions are its own; a national data manager sees every one', async () => {
    const submissions =
      '{ submissions { edges { node { institution { code } counts { resourceType created } } } } }';
    const seenBy = async (institution: string | null) =>
      (await asker()(principalOf('DATA_MANAGER', institution), submissions)).data.submissions.edges
        .length;
    expect(await seenBy(here)).toBe(1);
    expect(await seenBy(there)).toBe(0);
    expect(await seenBy(null)).toBe(1);
  });

  test('submissions are found by what became of them, by sender, by day and by content', async () => {
    const query = `query ($filter: SubmissionFilter) { submissions(filter: $filter) { edges { node {
      receivedAt sha256 status institution { id } } } } }`;
    const ask = asker();
    const found = async (filter: object, institution: string | null = null) => {
      const { data, codes } = await ask(principalOf('DATA_MANAGER', institution), query, {
        filter,
      });
      return codes.length > 0
        ? codes
        : data.submissions.edges.map((edge: { node: object }) => edge.node);
    };
    const [one] = await found({});
    const { sha256, status } = one;
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(
      new Date(one.receivedAt),
    );
    const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    for (const filter of [
      { status: [status, 'refused'] },
      { institutions: [encodeId('Institution', here)] },
      { fromDay: day, toDay: day },
      { sha256: sha256.slice(0, 6).toUpperCase() },
      { status: [status], institutions: [encodeId('Institution', here)], fromDay: day, sha256 },
    ])
      expect(await found(filter)).toEqual([one]);
    for (const filter of [
      { status: ['received'] },
      { institutions: [encodeId('Institution', there)] },
      { fromDay: next },
      { sha256: sha256.startsWith('0000') ? 'ffff' : '0000' },
    ])
      expect(await found(filter)).toEqual([]);
    // Whatever is asked, an institution's account sees its own alone.
    expect(await found({ institutions: [encodeId('Institution', here)] }, there)).toEqual([]);
    for (const filter of [
      { status: ['lost'] },
      { fromDay: '2026-02-30' },
      { fromDay: next, toDay: day },
      { sha256: "x'%" },
      { sha256: 'ab' },
    ])
      expect(await found(filter)).toEqual(['BAD_USER_INPUT']);
  });

  test('a search finds the beginnings of names and whole numbers, and nothing in between', async () => {
    const found = async (search: string) =>
      (
        await asker()(
          clinician,
          'query ($search: String) { patients(search: $search) { totalCount } }',
          { search },
        )
      ).data.patients.totalCount;
    expect(await found('sec')).toBe(1);
    expect(await found('Secret Mi')).toBe(1);
    expect(await found('ecret')).toBe(0);
    expect(await found('secret wang')).toBe(0);
  });

  test('a filter that nobody meets gives an empty page; a cursor that is none is refused', async () => {
    const { data } = await asker()(
      clinician,
      '{ patients(filter: { siteGroup: ["breast"] }) { totalCount edges { cursor } } }',
    );
    expect(data.patients).toEqual({ totalCount: 0, edges: [] });
    const wrong = await asker()(clinician, '{ patients(after: "nowhere") { totalCount } }');
    expect(wrong.codes).toEqual(['BAD_USER_INPUT']);
  });
});

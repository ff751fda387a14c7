import { type Role, roles } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { encodeId } from '@nodp/graph';
import { askerOf, deviations, engines, principalOf, probesOf, unprobed } from '@nodp/graph/testing';
import { createReleases } from '@nodp/warehouse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importArticles, landmarks, research } from './index.ts';

const here = '01900000-0000-7000-8000-000000000001';
const tumourId = encodeId(
  'Tumour',
  '01900000-0000-7000-8000-0000000000aa',
  '01900000-0000-7000-8000-000000000001',
);

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.session(principalOf('DATA_MANAGER', null), (session) =>
    importArticles(session, landmarks),
  );
});
afterAll(() => db.end());

const readersOfStatistics: readonly Role[] = [
  'CLINICIAN',
  'RESEARCHER',
  'POLICYMAKER',
  'DATA_MANAGER',
];
const carers: readonly Role[] = ['CLINICIAN', 'FOLLOWUP_COORDINATOR', 'SYSTEM'];
const table = {
  'Query.articles': roles,
  Mutation: ['DATA_MANAGER'],
  ImportLiteratureResult: ['DATA_MANAGER'],
  ImportProblem: ['DATA_MANAGER'],
  ArticleConnection: roles,
  ArticleEdge: roles,
  Article: roles,
  PageInfo: roles,
  Publication: roles,
  Tumour: carers,
  'Query.drugExperience': [...carers, 'RESEARCHER'],
  'Query.localControl': [...carers, 'RESEARCHER'],
  DrugExperience: [...carers, 'RESEARCHER'],
  RelaxingStep: [...carers, 'RESEARCHER'],
  LocalControl: [...carers, 'RESEARCHER'],
  UntilNextTreatment: [...carers, 'RESEARCHER'],
  BestDiseaseStatus: [...carers, 'RESEARCHER'],
  'Query.releases': readersOfStatistics,
  'Query.release': readersOfStatistics,
  'Query.releaseBuild': ['DATA_MANAGER'],
  Query: ['RESEARCHER'],
  'Query.countBudget': readersOfStatistics,
  CountBudget: readersOfStatistics,
  'Query.countsUsed': ['DATA_MANAGER'],
  'Query.notedQuestions': ['DATA_MANAGER'],
  NotedQuestion: ['DATA_MANAGER'],
  'Query.approvedProjects': ['DATA_MANAGER'],
  ApprovedProject: ['DATA_MANAGER'],
  CountsUsed: ['DATA_MANAGER'],
  Release: readersOfStatistics,
  'Release.dictionary': ['RESEARCHER', 'DATA_MANAGER'],
  'Release.export': ['RESEARCHER', 'DATA_MANAGER'],
  ReleaseExport: ['RESEARCHER', 'DATA_MANAGER'],
  QuasiIdentifier: ['RESEARCHER', 'DATA_MANAGER'],
  ExportedTable: ['RESEARCHER', 'DATA_MANAGER'],
  ExportedColumn: ['RESEARCHER', 'DATA_MANAGER'],
  DictionaryTable: ['RESEARCHER', 'DATA_MANAGER'],
  DictionaryColumn: ['RESEARCHER', 'DATA_MANAGER'],
  DisclosedCount: roles,
  ReleaseFinding: readersOfStatistics,
  ReleaseBuild: ['DATA_MANAGER'],
  DisclosureRule: ['RESEARCHER'],
  Cohort: ['RESEARCHER'],
  DefinitionProblem: ['RESEARCHER'],
  AttritionStep: ['RESEARCHER'],
  CohortFacet: ['RESEARCHER'],
  FacetCell: ['RESEARCHER'],
  SurvivalComparison: ['RESEARCHER'],
  LogRankTest: ['RESEARCHER'],
  HazardRatio: ['RESEARCHER'],
  SurvivalArm: ['RESEARCHER'],
  SurvivalPoint: ['RESEARCHER'],
  AtRisk: ['RESEARCHER'],
  MedianSurvival: ['RESEARCHER'],
  'Query.similarPatients': carers,
  SimilarPatients: carers,
  SimilarPoint: carers,
  SimilarAtRisk: carers,
  EndpointComparison: ['RESEARCHER'],
  ComparedArm: ['RESEARCHER'],
  EndpointPoint: ['RESEARCHER'],
  RestrictedMeanTime: ['RESEARCHER'],
  ComparedPair: ['RESEARCHER'],
  MeanDifference: ['RESEARCHER'],
  BaselineTable: ['RESEARCHER'],
  AlterationTable: ['RESEARCHER'],
  ComparedGene: ['RESEARCHER'],
  BaselineVariable: ['RESEARCHER'],
  BaselineLevel: ['RESEARCHER'],
  BaselineTest: ['RESEARCHER'],
  ComparisonCode: ['RESEARCHER'],
  TreatmentCourses: ['RESEARCHER'],
  ArmCourses: ['RESEARCHER'],
  TreatmentCourse: ['RESEARCHER'],
  AlterationPatterns: ['RESEARCHER'],
  ArmPatterns: ['RESEARCHER'],
  AlterationPattern: ['RESEARCHER'],
  LaboratoryTrajectories: ['RESEARCHER'],
  ArmTrajectory: ['RESEARCHER'],
  TrajectoryStep: ['RESEARCHER'],
  WeightedComparison: ['RESEARCHER'],
  WeightedBalance: ['RESEARCHER'],
  BalancedLevel: ['RESEARCHER'],
  BalancedShare: ['RESEARCHER'],
  WeightedArm: ['RESEARCHER'],
  CoxAnalysis: ['RESEARCHER'],
  CoxTerm: ['RESEARCHER'],
  CoxLevel: ['RESEARCHER'],
  AdjustedRatio: ['RESEARCHER'],
  Study: ['RESEARCHER'],
  StudyProblem: ['RESEARCHER'],
  StudyAttribute: ['RESEARCHER'],
  StudyCell: ['RESEARCHER'],
  StudyGenes: ['RESEARCHER'],
  StudyOncoprint: ['RESEARCHER'],
  StudyOncoprintGene: ['RESEARCHER'],
  StudyOncoprintTrack: ['RESEARCHER'],
  StudyGenePair: ['RESEARCHER'],
  StudyEnrichment: ['RESEARCHER'],
  StudyEnrichedGene: ['RESEARCHER'],
  StudyTimeToEvent: ['RESEARCHER'],
  StudySurvival: ['RESEARCHER'],
  StudySurvivalArm: ['RESEARCHER'],
  DiseaseDataSet: ['RESEARCHER'],
  DiseaseElement: ['RESEARCHER'],
  DiseaseCell: ['RESEARCHER'],
  DiseaseShare: ['RESEARCHER'],
  DiseaseCompleteness: ['RESEARCHER'],
  DiseaseCompletenessRow: ['RESEARCHER'],
  SavedCohort: ['RESEARCHER'],
  SavedCohortVersion: ['RESEARCHER'],
  DefinitionChange: ['RESEARCHER'],
  'Query.researchProjects': ['RESEARCHER', 'DATA_MANAGER'],
  'Query.researchProject': ['RESEARCHER', 'DATA_MANAGER'],
  'Query.dataElements': ['RESEARCHER', 'DATA_MANAGER'],
  'Query.workspace': ['RESEARCHER'],
  'Query.workspaceAnswer': ['RESEARCHER'],
  'Mutation.cancelWorkspaceStatement': ['RESEARCHER'],
  Workspace: ['RESEARCHER'],
  WorkspaceTable: ['RESEARCHER'],
  WorkspaceColumn: ['RESEARCHER'],
  WorkspaceAnswer: ['RESEARCHER'],
  WorkspaceAnswerColumn: ['RESEARCHER'],
  'Query.completedProjects': ['RESEARCHER', 'DATA_MANAGER'],
  CompletedProject: ['RESEARCHER', 'DATA_MANAGER'],
  'Query.exportRegister': ['RESEARCHER', 'DATA_MANAGER'],
  'Query.dataExportForms': ['RESEARCHER', 'DATA_MANAGER'],
  'Mutation.stepDataExport': ['RESEARCHER', 'DATA_MANAGER'],
  DataElement: ['RESEARCHER', 'DATA_MANAGER'],
  DataExport: ['RESEARCHER', 'DATA_MANAGER'],
  DataExportElement: ['RESEARCHER', 'DATA_MANAGER'],
  DataExportRecipient: ['RESEARCHER', 'DATA_MANAGER'],
  DataExportProposal: ['RESEARCHER', 'DATA_MANAGER'],
  DataExportGeneralisation: ['RESEARCHER', 'DATA_MANAGER'],
  DataExportSensitive: ['RESEARCHER', 'DATA_MANAGER'],
  DataExportStep: ['RESEARCHER', 'DATA_MANAGER'],
  DataExportForm: ['RESEARCHER', 'DATA_MANAGER'],
  RegisteredExport: ['RESEARCHER', 'DATA_MANAGER'],
  RegisteredExportConnection: ['RESEARCHER', 'DATA_MANAGER'],
  RegisteredExportEdge: ['RESEARCHER', 'DATA_MANAGER'],
  ResearchProject: ['RESEARCHER', 'DATA_MANAGER'],
  'ResearchProject.tally': ['DATA_MANAGER'],
  ProjectTally: ['DATA_MANAGER'],
  ProjectApplication: ['RESEARCHER', 'DATA_MANAGER'],
  ProjectElement: ['RESEARCHER', 'DATA_MANAGER'],
  ProjectMember: ['RESEARCHER', 'DATA_MANAGER'],
  ProjectChange: ['RESEARCHER', 'DATA_MANAGER'],
  ProjectGrant: ['RESEARCHER', 'DATA_MANAGER'],
  ProjectStep: ['RESEARCHER', 'DATA_MANAGER'],
  ProjectDeadline: ['RESEARCHER', 'DATA_MANAGER'],
  CohortOverlap: ['RESEARCHER'],
  OverlapRegion: ['RESEARCHER'],
  'Mutation.saveCohort': ['RESEARCHER'],
  'Mutation.saveCohortVersion': ['RESEARCHER'],
  'Mutation.describeCohort': ['RESEARCHER'],
  'Mutation.removeCohort': ['RESEARCHER'],
  'Mutation.restoreCohort': ['RESEARCHER'],
  'Mutation.putResearchProject': ['RESEARCHER'],
  Label: roles,
} satisfies Record<string, readonly Role[]>;

describe.each(engines)('access under %s', (_, engine) => {
  test('each role reads what is open to it by every path, and nothing else', async () => {
    const ask = askerOf(research, db.database, engine(), {
      releases: createReleases({ folder: 'none' }),
    });
    const probes = probesOf(research, {
      arguments: {
        'Mutation.importLiterature': '(input: { content: "PMID- 5\\nTI  - A" })',
        'Mutation.approveProject':
          '(input: { accountId: "x", title: "A", reason: "B", countsPerDay: 5, until: "2030-01-01" })',
        'Mutation.endProject': '(accountId: "x")',
        'Query.cohort': '(definition: { all: [] })',
        'Query.compareSurvival': '(arms: [{ all: [] }])',
        'Query.similarPatients': '(site: "lung")',
        'Query.drugExperience': '(siteGroup: "lung", drug: "gefitinib")',
        'Query.localControl': '(siteGroup: "lung")',
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
        'Query.workspace': '(project: "prj_AAAAAAAAAAAAAAAAAAAAAA", release: 1)',
        'Query.workspaceAnswer':
          '(project: "prj_AAAAAAAAAAAAAAAAAAAAAA", release: 1, sql: "select 1")',
        'Mutation.stepResearchProject':
          '(input: { id: "prj_AAAAAAAAAAAAAAAAAAAAAA", kind: SUBMIT })',
        'Mutation.putResearchProject': '(input: { title: "A", members: [] })',
        'Mutation.requestDataExport':
          '(input: { project: "prj_AAAAAAAAAAAAAAAAAAAAAA", release: 1, format: CSV, recipientName: "A", recipientInstitution: "B", recipientKey: "age1" })',
        'Mutation.stepDataExport': '(input: { id: "exp_AAAAAAAAAAAAAAAAAAAAAA", kind: CONSENT })',
        'SavedCohort.changes': '(from: 1, to: 1)',
      },
      references: {
        Tumour: { id: tumourId, siteGroup: 'lung' },
        Publication: { pmid: '1' },
        Release: { number: 1, checksum: 'none' },
      },
    });
    // Resolved by the patients subgraph, and asked here only as what `literature` requires.
    expect(unprobed(research.schema, probes)).toEqual([]);
    // Refused beyond its scope to managers of one institution: see the release's own tests.
    const national = ['Mutation.buildRelease', 'Mutation.approveProject', 'Mutation.endProject'];
    // Refused beyond its scope where there is no release and no such cohort or project: see their tests and the gateway’s.
    const ofNothing = [
      'Mutation.saveCohort',
      'Mutation.saveCohortVersion',
      'Mutation.describeCohort',
      'Mutation.stepResearchProject',
      'Mutation.requestDataExport',
      'Mutation.stepDataExport',
      // More often than an account may have projects.
      'Mutation.putResearchProject',
    ];
    const left = new Set([...national, ...ofNothing]);
    const tried = probes.filter(({ through }) => !left.has(through));
    expect(await deviations(ask, tried, table, here)).toEqual([]);
  });
});

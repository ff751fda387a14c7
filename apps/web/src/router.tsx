/** Addresses and their pages; each application's code is fetched when it is first opened. */
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  useNavigate,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { parseSearch, type Search, stringifySearch } from './address.ts';
import { Shell } from './design/shell/shell.tsx';
import { ErrorPanel, LoadingRows, LostFile, NoPages, NotFound } from './design/states.tsx';
import { GraphError } from './graph/execute.ts';
import { queryClient } from './graph/query-client.ts';
import { openWords } from './i18n/language.ts';
import { homeOf } from './session/applications.ts';
import { meQuery } from './session/me.ts';
import { signOut } from './session/sign-in.ts';

type Context = { queryClient: QueryClient };

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: NotFound,
  validateSearch: (search): Search => search as Search,
});

/** A page whose code is fetched when it is opened; a file that is no longer there is said to be that. */
const fetched = <Name extends string>(
  file: () => Promise<{ readonly [name in Name]: ComponentType }>,
  name: Name,
) =>
  lazyRouteComponent(
    () =>
      file().catch((error: Error) => {
        // In words of our own: by the browser's the router would reload the page unasked, and what was typed would be gone.
        throw new LostFile('a file of the app is gone', { cause: error });
      }),
    name,
  );

/** A page's code with the words of the feature it is of, or of several parts. */
const of =
  <File,>(parts: string | readonly string[], file: () => Promise<File>) =>
  async (): Promise<File> =>
    (await Promise.all([file(), ...[parts].flat().map((part) => openWords(part))]))[0];

const signInRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: fetched(
    of('sign-in', () => import('./features/sign-in/page.tsx')),
    'SignInPage',
  ),
});

/** A patient's own page, by a link and without an account. */
const questionnaireRoute = createRoute({
  getParentRoute: () => root,
  path: '/questionnaire',
  component: fetched(
    of('questionnaire', () => import('./features/questionnaire/page.tsx')),
    'QuestionnairePage',
  ),
});

/** Everything behind the sign-in. */
const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: async ({ context, location }) => {
    try {
      return { me: await context.queryClient.ensureQueryData(meQuery) };
    } catch (error) {
      if (error instanceof GraphError && error.code === 'UNAUTHENTICATED') {
        throw redirect({ to: '/sign-in', search: { returnTo: location.href } });
      }
      throw error;
    }
  },
  component: function App() {
    const { me } = app.useRouteContext();
    const navigate = useNavigate();
    const leave = async () => {
      const provider = await signOut();
      queryClient.clear();
      if (provider === null) await navigate({ to: '/sign-in', search: {} });
      else location.assign(provider);
    };
    return <Shell me={me} onSignOut={() => void leave()} />;
  },
});

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  beforeLoad: ({ context }) => {
    const path = homeOf(context.me);
    if (path) throw redirect({ to: path, search: {}, replace: true });
  },
  component: NoPages,
});

const page = <Path extends string, Name extends string>(
  path: Path,
  file: Parameters<typeof fetched<Name>>[0],
  name: Name,
) => createRoute({ getParentRoute: () => app, path, component: fetched(file, name) });

/** An address that no page has, with the frame around it. */
const unknown = createRoute({ getParentRoute: () => app, path: '$', component: NotFound });

const patients = of('clinical', () => import('./features/clinical/patients/page.tsx'));
const patient = of(
  ['clinical', 'clinical-patient'],
  () => import('./features/clinical/patient/page.tsx'),
);
const board = of(
  ['clinical', 'clinical-board'],
  () => import('./features/clinical/board/list-page.tsx'),
);
const boardCase = of(
  ['clinical', 'clinical-patient', 'clinical-board'],
  () => import('./features/clinical/board/case-page.tsx'),
);
const referrals = of(
  ['clinical', 'clinical-referrals'],
  () => import('./features/clinical/referrals/page.tsx'),
);
const summary = of(
  ['clinical', 'clinical-patient', 'clinical-board', 'clinical-summary'],
  () => import('./features/clinical/summary/page.tsx'),
);
const images = of(
  ['clinical', 'clinical-patient', 'clinical-response', 'clinical-images'],
  () => import('./features/clinical/images/page.tsx'),
);
const tasks = of('clinical', () => import('./features/clinical/tasks/clinical-page.tsx'));
const dataTasks = of('clinical', () => import('./features/clinical/tasks/data-page.tsx'));
const indicators = of('indicators', () => import('./features/indicators/clinical-page.tsx'));
const dataIndicators = of('indicators', () => import('./features/indicators/data-page.tsx'));
const contactsDue = of(
  ['clinical', 'clinical-followup'],
  () => import('./features/clinical/followup/page.tsx'),
);
const letters = of(
  ['clinical', 'clinical-messages'],
  () => import('./features/clinical/messages/page.tsx'),
);
const deaths = of(
  ['clinical', 'clinical-deaths'],
  () => import('./features/clinical/deaths/page.tsx'),
);
const screening = of(
  ['clinical', 'clinical-screening'],
  () => import('./features/clinical/screening/page.tsx'),
);
const risk = of('screening', () => import('./features/screening/risk/page.tsx'));
const dataCentre = of('data-centre', () => import('./features/data-centre/overview/page.tsx'));
const submissions = of('data-centre', () => import('./features/data-centre/submissions.tsx'));
const upload = of('data-centre', () => import('./features/data-centre/upload.tsx'));
const mapping = of('data-centre', () => import('./features/data-centre/mapping/page.tsx'));
const held = of('data-centre', () => import('./features/data-centre/held/page.tsx'));
const network = of('data-centre', () => import('./features/data-centre/network/page.tsx'));
const codeTables = of('data-centre', () => import('./features/data-centre/code-tables/page.tsx'));
const stages = of('data-centre', () => import('./features/data-centre/stages/page.tsx'));
const institutions = of('data-centre', () => import('./features/data-centre/institutions.tsx'));
const releases = of('data-centre', () => import('./features/data-centre/releases.tsx'));
const dataAccess = of('data-centre', () => import('./features/data-centre/data-access.tsx'));
const partnerStudies = of('partners', () => import('./features/partners/page.tsx'));
const clients = of('data-centre', () => import('./features/data-centre/services/page.tsx'));
const jobs = of('data-centre', () => import('./features/data-centre/jobs.tsx'));
const literature = of('literature', () => import('./features/literature/page.tsx'));
const literatureImport = of('literature', () => import('./features/literature/import.tsx'));
const cohorts = of('research', () => import('./features/research/page.tsx'));
const savedCohorts = of('research', () => import('./features/research/saved/page.tsx'));
const diseases = of('diseases', () => import('./features/diseases/page.tsx'));
const studies = of('studies', () => import('./features/studies/page.tsx'));
const documents = of('research', () => import('./features/research/documents/page.tsx'));
const comparison = of('research', () => import('./features/research/compare/page.tsx'));
const dictionary = of('research', () => import('./features/research/dictionary/page.tsx'));
const projects = of('projects', () => import('./features/projects/page.tsx'));
const workspace = of('projects', () => import('./features/projects/workspace/page.tsx'));
const exportRegister = of('projects', () => import('./features/projects/register/page.tsx'));
const storage = of('biobank', () => import('./features/biobank/containers-page.tsx'));
const banked = of('biobank', () => import('./features/biobank/specimens-page.tsx'));
const specimenRequests = of('biobank', () => import('./features/biobank/requests-page.tsx'));
const custodyAlerts = of('biobank', () => import('./features/biobank/alerts-page.tsx'));
const askedSpecimens = of('biobank', () => import('./features/biobank/asked-page.tsx'));
const rules = of('rules', () => import('./features/rules/page.tsx'));
const registryData = of('registry-data', () => import('./features/registry-data/page.tsx'));
const evidence = of('evidence', () => import('./features/evidence/page.tsx'));
const overview = of('management', () => import('./features/management/page.tsx'));
const explorer = of('statistics', () => import('./features/statistics/explorer/page.tsx'));
const views = of('statistics', () => import('./features/statistics/explorer/views.tsx'));
const report = of('statistics', () => import('./features/statistics/report/page.tsx'));
const regions = of('nation', () => import('./features/nation/regions.tsx'));
const auditEvents = of('audit', () => import('./features/audit/events.tsx'));
const unusualAccess = of('audit', () => import('./features/audit/unusual.tsx'));
const accessReviews = of('audit', () => import('./features/audit/reviews.tsx'));
const persons = of('audit', () => import('./features/audit/persons.tsx'));
const matches = of('matching', () => import('./features/matching/page.tsx'));
const secondFactor = of('sign-in', () => import('./features/sign-in/second-factor-page.tsx'));
const accounts = of('administration', () => import('./features/administration/accounts.tsx'));
const platformState = of('administration', () => import('./features/administration/platform.tsx'));
const everyInstitution = of('nation', () => import('./features/nation/institutions.tsx'));

const tree = root.addChildren([
  signInRoute,
  questionnaireRoute,
  app.addChildren([
    home,
    page('/clinical/patients', patients, 'PatientsPage'),
    page('/clinical/patients/$patientId/summary', summary, 'PatientSummaryPage'),
    page('/clinical/patients/$patientId/{-$section}', patient, 'PatientPage'),
    page('/clinical/patients/$patientId/images/$studyUid', images, 'ImagesPage'),
    page('/clinical/tasks', tasks, 'ClinicalTasksPage'),
    page('/clinical/board', board, 'BoardPage'),
    page('/clinical/board/$caseId', boardCase, 'BoardCasePage'),
    page('/clinical/referrals', referrals, 'ReferralsPage'),
    page('/clinical/quality/{-$code}', indicators, 'ClinicalIndicatorsPage'),
    page('/clinical/literature', literature, 'LiteraturePage'),
    page('/clinical/rules/{-$ruleId}', rules, 'RulesPage'),
    page('/clinical/screening', screening, 'ScreeningPage'),
    page('/clinical/risk/{-$patientId}', risk, 'RiskPage'),
    page('/follow-up/due', contactsDue, 'ContactsDuePage'),
    page('/follow-up/messages', letters, 'MessagesPage'),
    page('/follow-up/deaths', deaths, 'DeathsPage'),
    page('/data-centre', dataCentre, 'DataCentrePage'),
    page('/data-centre/submissions', submissions, 'SubmissionsPage'),
    page('/data-centre/tasks', dataTasks, 'DataTasksPage'),
    page('/data-centre/quality/{-$code}', dataIndicators, 'DataIndicatorsPage'),
    page('/data-centre/upload', upload, 'UploadPage'),
    page('/data-centre/mapping', mapping, 'MappingPage'),
    page('/data-centre/held/{-$heldId}', held, 'HeldPage'),
    page('/data-centre/network/{-$institutionId}', network, 'NetworkPage'),
    page('/data-centre/code-tables', codeTables, 'CodeTablesPage'),
    page('/data-centre/stages', stages, 'StageFindingsPage'),
    page('/data-centre/institutions/{-$institutionId}', institutions, 'InstitutionsPage'),
    page('/data-centre/releases', releases, 'ReleasesPage'),
    page('/data-centre/releases/$releaseNumber', dictionary, 'DictionaryPage'),
    page('/data-centre/data-access', dataAccess, 'DataAccessPage'),
    page('/data-centre/projects/{-$projectId}', projects, 'ProjectsPage'),
    page('/data-centre/exports', exportRegister, 'ExportRegisterPage'),
    page('/data-centre/partners', partnerStudies, 'PartnersPage'),
    page('/data-centre/clients', clients, 'DataServicesPage'),
    page('/data-centre/jobs', jobs, 'JobsPage'),
    page('/data-centre/rules/{-$ruleId}', rules, 'RulesPage'),
    page('/data-centre/registry-data', registryData, 'RegistryDataPage'),
    page('/data-centre/evidence', evidence, 'EvidencePage'),
    page('/data-centre/literature', literatureImport, 'LiteratureImportPage'),
    page('/research/cohorts', cohorts, 'CohortsPage'),
    page('/research/saved/{-$cohortId}', savedCohorts, 'SavedCohortsPage'),
    page('/research/projects/{-$projectId}', projects, 'ProjectsPage'),
    page('/research/projects/$projectId/workspace', workspace, 'WorkspacePage'),
    page('/research/exports', exportRegister, 'ExportRegisterPage'),
    page('/research/compare', comparison, 'ComparePage'),
    page('/research/documents/{-$studyId}', documents, 'StudyDocumentsPage'),
    page('/research/diseases/{-$diseaseId}', diseases, 'DiseasesPage'),
    page('/research/studies/{-$studyId}', studies, 'StudiesPage'),
    page('/research/dictionary/{-$releaseNumber}', dictionary, 'DictionaryPage'),
    page('/research/literature', literature, 'LiteraturePage'),
    page('/research/specimens/{-$requestId}', askedSpecimens, 'AskedSpecimensPage'),
    page('/biobank/containers/{-$containerId}', storage, 'ContainersPage'),
    page('/biobank/specimens/{-$specimenId}', banked, 'SpecimensPage'),
    page('/biobank/requests/{-$requestId}', specimenRequests, 'SpecimenRequestsPage'),
    page('/biobank/alerts', custodyAlerts, 'CustodyAlertsPage'),
    page('/management/overview', overview, 'OverviewPage'),
    page('/management/explorer', explorer, 'ExplorerPage'),
    page('/management/quality', views, 'QualityPage'),
    page('/management/care', views, 'CarePage'),
    page('/management/survival', views, 'SurvivalPage'),
    page('/management/trends', views, 'TrendsPage'),
    page('/management/projection', views, 'ProjectionPage'),
    page('/management/burden', views, 'BurdenPage'),
    page('/management/screening', views, 'ScreeningPage'),
    page('/management/report', report, 'ReportPage'),
    page('/management/regions', regions, 'RegionsPage'),
    page('/privacy/audit', auditEvents, 'AuditEventsPage'),
    page('/privacy/unusual', unusualAccess, 'UnusualAccessPage'),
    page('/privacy/reviews', accessReviews, 'AccessReviewsPage'),
    page('/privacy/persons', persons, 'PersonsPage'),
    page('/privacy/matches', matches, 'MatchesPage'),
    page('/account/second-factor', secondFactor, 'SecondFactorPage'),
    page('/administration/accounts', accounts, 'AccountsPage'),
    page('/administration/platform', platformState, 'PlatformPage'),
    page('/administration/institutions', everyInstitution, 'InstitutionsPage'),
    unknown,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  context: { queryClient },
  parseSearch,
  stringifySearch,
  scrollRestoration: false,
  defaultPendingComponent: LoadingRows,
  defaultPendingMs: 150,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: ({ error, reset }) => <ErrorPanel error={error} retry={reset} />,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

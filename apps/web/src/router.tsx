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
import { parseSearch, type Search, safeReturn, stringifySearch } from './address.ts';
import { Shell } from './design/shell/shell.tsx';
import { ErrorPanel, LoadingRows, NotAllowed, NotFound } from './design/states.tsx';
import { SignIn } from './features/sign-in.tsx';
import { GraphError } from './graph/execute.ts';
import { queryClient } from './graph/query-client.ts';
import { homeOf } from './session/applications.ts';
import { meQuery } from './session/me.ts';
import { signOut } from './session/sign-in.ts';

type Context = { queryClient: QueryClient };

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: NotFound,
  validateSearch: (search): Search => search as Search,
});

const signInRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: function SignInPage() {
    const { returnTo } = signInRoute.useSearch();
    const back = safeReturn(returnTo);
    return (
      <SignIn
        returnTo={back}
        onSignedIn={() => {
          queryClient.clear();
          void router.navigate({ href: back });
        }}
      />
    );
  },
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
      await signOut();
      queryClient.clear();
      await navigate({ to: '/sign-in', search: {} });
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
  component: NotAllowed,
});

const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => app, path, component });

const clinical = () => import('./features/clinical/index.tsx');
const followup = () => import('./features/followup/index.tsx');
const dataCentre = () => import('./features/data-centre/index.tsx');
const literature = () => import('./features/literature/index.tsx');
const management = () => import('./features/management/index.tsx');
const research = () => import('./features/research/index.tsx');
const nation = () => import('./features/nation/index.tsx');

const tree = root.addChildren([
  signInRoute,
  app.addChildren([
    home,
    page('/clinical/patients', lazyRouteComponent(clinical, 'PatientsPage')),
    page('/clinical/patients/$patientId/{-$section}', lazyRouteComponent(clinical, 'PatientPage')),
    page('/clinical/literature', lazyRouteComponent(literature, 'LiteraturePage')),
    page('/follow-up/due', lazyRouteComponent(followup, 'ContactsDuePage')),
    page('/data-centre/submissions', lazyRouteComponent(dataCentre, 'SubmissionsPage')),
    page(
      '/data-centre/institutions/{-$institutionId}',
      lazyRouteComponent(dataCentre, 'InstitutionsPage'),
    ),
    page('/data-centre/releases', lazyRouteComponent(dataCentre, 'ReleasesPage')),
    page('/data-centre/releases/$releaseNumber', lazyRouteComponent(research, 'DictionaryPage')),
    page('/data-centre/literature', lazyRouteComponent(literature, 'LiteratureImportPage')),
    page('/research/cohorts', lazyRouteComponent(research, 'CohortsPage')),
    page('/research/dictionary/{-$releaseNumber}', lazyRouteComponent(research, 'DictionaryPage')),
    page('/research/literature', lazyRouteComponent(literature, 'LiteraturePage')),
    page('/management/overview', lazyRouteComponent(management, 'OverviewPage')),
    page('/management/regions', lazyRouteComponent(nation, 'RegionsPage')),
    page('/administration/institutions', lazyRouteComponent(nation, 'InstitutionsPage')),
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

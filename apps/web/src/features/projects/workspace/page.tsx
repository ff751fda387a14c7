/** The workspace of a project: granted tables, and SQL on them, inside the platform. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Busy } from '../../../design/busy.tsx';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { AppLink } from '../../../design/links.tsx';
import { PageHeader } from '../../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows, NotFound } from '../../../design/states.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { type Project, projectQuery } from '../queries.ts';
import { workspaceQuery } from './queries.ts';
import { Sql } from './sql.tsx';
import { Tables } from './tables.tsx';

/** What draws is fetched when it is looked at. */
const SHOWN = {
  tables: Tables,
  oncoprint: lazy(async () => ({
    default: (await import('./oncoprint/panel.tsx')).OncoprintPanel,
  })),
  course: lazy(async () => ({ default: (await import('./course/course.tsx')).Course })),
  sql: Sql,
};
type TabName = keyof typeof SHOWN;
const TABS = Object.keys(SHOWN) as TabName[];

export function WorkspacePage() {
  const { t } = useLingui();
  const { projectId } = useParams({ strict: false }) as { projectId: string };
  const query = useQuery(projectQuery(projectId));
  if (query.isPending) return <LoadingRows rows={8} />;
  if (query.isError)
    return (
      <>
        <PageHeader title={t`Workspace`} />
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      </>
    );
  if (query.data === null) return <NotFound />;
  return <Opened project={query.data} />;
}

function Opened({ project }: { project: Project }) {
  const { t } = useLingui();
  const releases = project.grant?.releases ?? [];
  const [release, setRelease] = useState(releases.at(-1) ?? 0);
  const open = (project.grant?.inForce ?? false) && project.state === 'ACTIVE';
  return (
    <>
      <PageHeader
        title={t`Workspace`}
        detail={
          <AppLink
            to="/research/projects/{-$projectId}"
            params={{ projectId: project.id }}
            search={{}}
            underline="always"
          >
            {project.title}
          </AppLink>
        }
        actions={
          releases.length > 0 ? (
            <TextField
              select
              size="small"
              label={t`Release`}
              value={release}
              onChange={({ target }) => setRelease(Number(target.value))}
              sx={{ minWidth: 110 }}
            >
              {releases.map((one) => (
                <MenuItem key={one} value={one}>
                  {one}
                </MenuItem>
              ))}
            </TextField>
          ) : null
        }
      />
      {open ? (
        <OfRelease project={project} release={release} key={release} />
      ) : (
        <Empty>
          <Trans>The project’s grant is not in force: its workspace is closed</Trans>
        </Empty>
      )}
    </>
  );
}

function OfRelease({ project, release }: { project: Project; release: number }) {
  const { t } = useLingui();
  const label = useLabel();
  const [search, set] = useSearchState();
  const tab = TABS.find((one) => one === search.tab) ?? 'tables';
  const query = useQuery(workspaceQuery(project.id, release));
  if (query.isPending) return <LoadingRows rows={8} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  const workspace = query.data;
  const Shown = SHOWN[tab];
  return (
    <>
      {workspace.rows === 'PREPARING' && (
        <Box role="status" sx={{ mb: 2 }}>
          <Busy label={t`The rows are prepared`} />
          <Alert severity="info">
            <Trans>
              The rows are generalised and marked for this project. This takes some seconds, of a
              large release some minutes.
            </Trans>
          </Alert>
        </Box>
      )}
      {workspace.problem && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {label(workspace.problem)}
        </Alert>
      )}
      {workspace.rows === 'PREPARING' ? null : (
        <>
          <Tabs
            value={tab}
            onChange={(_, next: TabName) => set({ tab: next === 'tables' ? undefined : next })}
            aria-label={t`Workspace`}
            variant="scrollable"
            allowScrollButtonsMobile
            sx={{ mb: 2 }}
          >
            <Tab value="tables" id="tab-tables" aria-controls="panel-tables" label={t`Tables`} />
            <Tab
              value="oncoprint"
              id="tab-oncoprint"
              aria-controls="panel-oncoprint"
              label={t`OncoPrint`}
            />
            <Tab
              value="course"
              id="tab-course"
              aria-controls="panel-course"
              label={t({ message: 'Course', context: 'of a person' })}
            />
            <Tab value="sql" id="tab-sql" aria-controls="panel-sql" label="SQL" />
          </Tabs>
          <Box role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
            <Suspense fallback={<LoadingRows rows={8} />}>
              <Shown workspace={workspace} project={project.id} />
            </Suspense>
          </Box>
        </>
      )}
    </>
  );
}

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
import { useState } from 'react';
import { Busy } from '../../../design/busy.tsx';
import { AppLink } from '../../../design/links.tsx';
import { PageHeader } from '../../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows, NotFound } from '../../../design/states.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { type Project, projectQuery } from '../queries.ts';
import { workspaceQuery } from './queries.ts';
import { Sql } from './sql.tsx';
import { Tables } from './tables.tsx';

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
  const [tab, setTab] = useState<'tables' | 'sql'>('tables');
  const query = useQuery(workspaceQuery(project.id, release));
  if (query.isPending) return <LoadingRows rows={8} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  const workspace = query.data;
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
            onChange={(_, next: 'tables' | 'sql') => setTab(next)}
            aria-label={t`Workspace`}
            sx={{ mb: 2 }}
          >
            <Tab value="tables" id="tab-tables" aria-controls="panel-tables" label={t`Tables`} />
            <Tab value="sql" id="tab-sql" aria-controls="panel-sql" label="SQL" />
          </Tabs>
          <Box role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
            {tab === 'tables' ? (
              <Tables workspace={workspace} project={project.id} />
            ) : (
              <Sql workspace={workspace} project={project.id} />
            )}
          </Box>
        </>
      )}
    </>
  );
}

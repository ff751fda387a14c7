/** The projects that the account sees, and what is due of them. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink } from '../../design/links.tsx';
import { PageHeader, Panel } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { useLabel } from '../../i18n/label.ts';
import { meQuery } from '../../session/me.ts';
import { ApplicationDialog } from './application-dialog.tsx';
import type { Place } from './place.ts';
import { type ListedProject, projectsQuery } from './queries.ts';
import { deadlineWords, stateWords } from './words.ts';

export function ProjectList({ place }: { place: Place }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [writing, setWriting] = useState(false);
  const { data: me } = useQuery(meQuery);
  const query = useQuery(projectsQuery);
  const applies = me?.scopes.includes('research:read') ?? false;
  return (
    <>
      <PageHeader
        title={t`Projects`}
        detail={<Trans>what is studied on whose data, decided by the data access committee</Trans>}
        actions={
          applies && (
            <Button variant="contained" aria-haspopup="dialog" onClick={() => setWriting(true)}>
              <Trans>Apply for a project</Trans>
            </Button>
          )
        }
      />
      {query.isPending ? (
        <LoadingRows rows={6} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : (
        <>
          <Due projects={query.data.researchProjects} place={place} />
          <List projects={query.data.researchProjects} place={place} />
          {applies && (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              <Trans>
                Without a project an account has the catalogue, the data dictionary and the usual
                number of counts a day; rows and exports are granted to projects.
              </Trans>
            </Typography>
          )}
        </>
      )}
      {applies && writing && (
        <ApplicationDialog
          project={null}
          onSaved={(projectId) =>
            void navigate({ to: `${place}/{-$projectId}`, params: { projectId }, search: {} })
          }
          onClose={() => setWriting(false)}
        />
      )}
    </>
  );
}

const ProjectLink = ({ project, place }: { project: ListedProject; place: Place }) => (
  <AppLink to={`${place}/{-$projectId}`} params={{ projectId: project.id }} search={{}}>
    {project.title}
  </AppLink>
);

/** What the reader has to do, the soonest first. */
function Due({ projects, place }: { projects: readonly ListedProject[]; place: Place }) {
  const { t, i18n } = useLingui();
  const rows = projects
    .flatMap((project) =>
      project.deadlines.filter(({ mine }) => mine).map((deadline) => ({ project, ...deadline })),
    )
    .sort((a, b) => (a.due < b.due ? -1 : 1));
  if (rows.length === 0) return null;
  return (
    <Panel
      flush
      title={<Trans>To be done</Trans>}
      detail={<Trans>by you, the soonest first</Trans>}
    >
      <SimpleTable
        label={t`To be done`}
        stacks
        rows={rows}
        rowKey={({ project, kind }) => `${project.id} ${kind}`}
        columns={[
          { header: t`What`, cell: ({ kind }) => i18n._(deadlineWords[kind]), leastWidth: 160 },
          {
            header: t`Project`,
            cell: ({ project }) => <ProjectLink project={project} place={place} />,
            leastWidth: 180,
          },
          {
            header: t`Last day`,
            nowrap: true,
            cell: ({ due, overdue }) => (
              <>
                {due}{' '}
                {overdue && (
                  <Chip
                    size="small"
                    color="error"
                    label={t({ message: 'Overdue', context: 'project' })}
                  />
                )}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}

function List({ projects, place }: { projects: readonly ListedProject[]; place: Place }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  return (
    <Panel flush title={<Trans>Projects</Trans>}>
      {projects.length === 0 ? (
        <Empty>
          <Trans>There is no project yet</Trans>
        </Empty>
      ) : (
        <SimpleTable
          label={t`Projects`}
          stacks
          rows={projects}
          rowKey={({ id }) => id}
          columns={[
            {
              header: t`Project`,
              leastWidth: 200,
              order: ({ title }) => title,
              cell: (project) => <ProjectLink project={project} place={place} />,
            },
            { header: t`Applied for by`, cell: ({ owner }) => label(owner) },
            {
              header: t`State`,
              cell: ({ state, pending }) =>
                pending === null
                  ? i18n._(stateWords[state])
                  : `${i18n._(stateWords[state])} · ${t`a change waits`}`,
            },
            { header: t`Granted until`, nowrap: true, cell: ({ grant }) => grant?.until ?? '—' },
          ]}
        />
      )}
    </Panel>
  );
}

/** Projects: whose members see what is shared with them. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import { Panel } from '../../../design/page.tsx';
import { Empty } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { useLabel } from '../../../i18n/label.ts';
import type { Project } from './queries.ts';

const ProjectDialog = lazy(async () => ({
  default: (await import('./project-dialog.tsx')).ProjectDialog,
}));

export function Projects({ projects }: { projects: readonly Project[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const [open, setOpen] = useState<Project | 'new' | null>(null);
  return (
    <Panel
      flush
      title={<Trans>Projects</Trans>}
      detail={<Trans>members see the cohorts that are shared with a project</Trans>}
      actions={
        <Button size="small" aria-haspopup="dialog" onClick={() => setOpen('new')}>
          <Trans>New project</Trans>
        </Button>
      }
    >
      {projects.length === 0 ? (
        <Empty>
          <Trans>You are of no project</Trans>
        </Empty>
      ) : (
        <SimpleTable
          label={t`Projects`}
          rows={projects}
          rowKey={({ id }) => id}
          columns={[
            { header: t`Project`, leastWidth: 140, cell: ({ title }) => title },
            { header: t`Made by`, cell: ({ owner }) => label(owner) },
            {
              header: t`Members`,
              leastWidth: 160,
              cell: ({ members }) => members.join(', ') || '—',
            },
            {
              header: t`Action`,
              nowrap: true,
              cell: (project) =>
                project.mine && (
                  <Button
                    size="small"
                    aria-label={t`Change ${project.title}`}
                    onClick={() => setOpen(project)}
                  >
                    <Trans>Change</Trans>
                  </Button>
                ),
            },
          ]}
        />
      )}
      {open !== null && (
        <Suspense>
          <ProjectDialog project={open === 'new' ? null : open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </Panel>
  );
}

/** One project: what it applies for, what was granted, what happened, and what the reader may do. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AppLink, ButtonLink } from '../../design/links.tsx';
import { Facts, PageHeader, Panel } from '../../design/page.tsx';
import { Empty } from '../../design/states.tsx';
import { formatCount } from '../../format/quantity.ts';
import type { ProjectStepKind } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { meQuery } from '../../session/me.ts';
import { ApplicationDialog } from './application-dialog.tsx';
import { ApplicationParts, Elements, useSiteNames } from './application-parts.tsx';
import { Exports } from './exports/panel.tsx';
import { History } from './history.tsx';
import type { Place } from './place.ts';
import { type Project, tallyQuery } from './queries.ts';
import { StepDialog } from './step-dialog.tsx';
import { actionWords, deadlineWords, stateWords } from './words.ts';

export function ProjectDetail({ project, place }: { project: Project; place: Place }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const { data: me } = useQuery(meQuery);
  const decides = me?.scopes.includes('release:build') ?? false;
  return (
    <>
      <PageHeader
        title={project.title}
        detail={
          <>
            {i18n._(stateWords[project.state])} · {label(project.owner)} ·{' '}
            <AppLink to={`${place}/{-$projectId}`} params={{}} search={{}} underline="always">
              <Trans>all projects</Trans>
            </AppLink>
          </>
        }
      />
      <Actions project={project} />
      {decides && <Votes id={project.id} />}
      {project.deadlines.length > 0 && (
        <Panel title={<Trans>Deadlines</Trans>}>
          <Facts
            facts={project.deadlines.map(({ kind, due, overdue }) => ({
              name: i18n._(deadlineWords[kind]),
              value: overdue ? t`${due}, overdue` : due,
            }))}
          />
        </Panel>
      )}
      {project.grant && <Granted grant={project.grant} />}
      {project.grant?.inForce && project.state === 'ACTIVE' && place === '/research/projects' && (
        <ButtonLink
          to="/research/projects/$projectId/workspace"
          params={{ projectId: project.id }}
          search={{}}
          variant="contained"
          sx={{ mb: 2, alignSelf: 'flex-start' }}
        >
          <Trans>Open the workspace</Trans>
        </ButtonLink>
      )}
      {project.grant && <Exports project={project} />}
      {project.pending && (
        <Panel title={<Trans>The change that waits for a decision</Trans>}>
          <ApplicationParts application={project.pending.application} />
        </Panel>
      )}
      <Panel title={<Trans>Application</Trans>}>
        {project.application ? (
          <ApplicationParts application={project.application} />
        ) : (
          <Empty>
            <Trans>Nothing is applied for yet: its accounts share cohorts</Trans>
          </Empty>
        )}
      </Panel>
      <History project={project} />
    </>
  );
}

/** What the reader may do now. */
function Actions({ project }: { project: Project }) {
  const { i18n } = useLingui();
  const { data: me } = useQuery(meQuery);
  const applies = me?.scopes.includes('research:read') ?? false;
  const [open, setOpen] = useState<ProjectStepKind | 'WRITE' | null>(null);
  const writes = project.mine && (project.state === 'DRAFT' || project.state === 'QUESTIONS');
  if (!writes && project.openSteps.length === 0) return null;
  const close = () => setOpen(null);
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mb: 2 }}>
      {writes && (
        <Button variant="outlined" aria-haspopup="dialog" onClick={() => setOpen('WRITE')}>
          <Trans>Change the application</Trans>
        </Button>
      )}
      {project.openSteps.map((kind) => (
        <Button
          key={kind}
          variant={['SUBMIT', 'ANSWER', 'APPROVE'].includes(kind) ? 'contained' : 'outlined'}
          color={['REJECT', 'SUSPEND', 'END', 'WITHDRAW'].includes(kind) ? 'error' : 'primary'}
          aria-haspopup="dialog"
          onClick={() => setOpen(kind)}
        >
          {i18n._(actionWords[kind])}
        </Button>
      ))}
      {applies && (open === 'WRITE' || open === 'AMEND' || open === 'RENEW') && (
        <ApplicationDialog
          project={project}
          {...(open === 'WRITE' ? {} : { change: open })}
          onClose={close}
        />
      )}
      {open !== null && open !== 'WRITE' && open !== 'AMEND' && open !== 'RENEW' && (
        <StepDialog project={project} kind={open} onClose={close} />
      )}
    </Stack>
  );
}

/** Votes of the round that goes on, for the committee. */
function Votes({ id }: { id: string }) {
  const { t } = useLingui();
  const { data: tally } = useQuery(tallyQuery(id));
  if (!tally) return null;
  const { quorum } = tally;
  return (
    <Panel
      title={<Trans>Votes of this round</Trans>}
      detail={<Trans>a decision needs {quorum} of members without a conflict of interest</Trans>}
    >
      <Facts
        facts={[
          { name: t({ message: 'For it', context: 'vote' }), value: tally.yes },
          { name: t({ message: 'Against it', context: 'vote' }), value: tally.no },
          { name: t({ message: 'Abstention', context: 'vote' }), value: tally.abstained },
          { name: t`Conflicts of interest`, value: tally.conflicted },
        ]}
      />
    </Panel>
  );
}

function Granted({ grant }: { grant: NonNullable<Project['grant']> }) {
  const { t } = useLingui();
  const sites = useSiteNames();
  return (
    <Panel
      title={<Trans>Granted</Trans>}
      detail={grant.inForce ? <Trans>in force</Trans> : <Trans>not in force</Trans>}
    >
      <Facts
        facts={[
          { name: t`Last day`, value: grant.until },
          {
            name: t`Counts a day, of all accounts together`,
            value: formatCount(grant.countsPerDay),
          },
          { name: t`Releases`, value: grant.releases.join(', ') },
          { name: t({ message: 'Sites', context: 'cancer' }), value: sites(grant.sites) },
          { name: t`Conditions`, value: grant.conditions || '—' },
        ]}
      />
      <Elements elements={grant.elements} />
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        <Trans>Counts, rows and exports are granted apart: none comes with another.</Trans>
      </Typography>
    </Panel>
  );
}

/** Where the institution's specimens lie: sites, and one container with all that is in it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Breadcrumbs from '@mui/material/Breadcrumbs';
import Paper from '@mui/material/Paper';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink } from '../../design/links.tsx';
import { Facts, PageHeader, Panel } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows, NotFound } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatCount } from '../../format/quantity.ts';
import type { ContainerInListFragment } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { BoxGrid } from './box-grid.tsx';
import { ContainerActions, ScanButton } from './container-actions.tsx';
import { ContainerHistory } from './container-history.tsx';
import { PositionPanel } from './position-panel.tsx';
import { type Container, containerQuery, sitesQuery } from './queries.ts';
import { TubeTable } from './tubes.tsx';
import { kindWords } from './words.ts';

const to = '/biobank/containers/{-$containerId}';

export function ContainersPage() {
  const { containerId } = useParams({ strict: false }) as { containerId?: string };
  return containerId === undefined ? <Sites /> : <One id={containerId} />;
}

function Sites() {
  const { t } = useLingui();
  const sites = useQuery(sitesQuery);
  return (
    <>
      <PageHeader
        title={t`Storage`}
        detail={<Trans>sites, freezers, shelves, racks and boxes of your biobank</Trans>}
        actions={
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
            <ScanButton />
            <ContainerActions container={null} />
          </Box>
        }
      />
      {sites.isPending ? (
        <LoadingRows rows={4} />
      ) : sites.isError ? (
        <ErrorPanel error={sites.error} retry={() => void sites.refetch()} />
      ) : sites.data.length === 0 ? (
        <Empty>
          <Trans>Your biobank has no storage yet: add a site, then a freezer in it</Trans>
        </Empty>
      ) : (
        <Paper variant="outlined" sx={{ overflow: 'hidden', flexShrink: 0 }}>
          <Containers label={t`Sites`} containers={sites.data} />
        </Paper>
      )}
    </>
  );
}

function Containers({
  label: name,
  containers,
}: {
  label: string;
  containers: readonly ContainerInListFragment[];
}) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  return (
    <SimpleTable
      label={name}
      rows={containers}
      rowKey={(one) => one.id}
      stacks
      columns={[
        {
          header: t`Name`,
          cell: (one) => (
            <AppLink to={to} params={{ containerId: one.id }} search={{}}>
              {one.name}
            </AppLink>
          ),
        },
        { header: t`Kind`, cell: (one) => i18n._(kindWords[one.kind]) },
        { header: t`Position`, cell: (one) => one.position },
        { header: t`Barcode`, cell: (one) => one.barcode },
        {
          header: t`Temperature`,
          cell: (one) => (one.temperature ? label(one.temperature.label) : null),
        },
        { header: t`Specimens`, cell: (one) => formatCount(one.count), align: 'right' },
      ]}
    />
  );
}

function One({ id }: { id: string }) {
  const { t } = useLingui();
  const query = useQuery(containerQuery(id));
  if (query.isPending) return <LoadingRows rows={8} />;
  if (query.isError)
    return (
      <>
        <PageHeader title={t`Storage`} />
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      </>
    );
  return query.data === null ? <NotFound /> : <Opened key={id} container={query.data} />;
}

const hasPositions = (
  container: Container,
): container is Container & { rows: number; columns: number } =>
  container.rows !== null && container.columns !== null;

function Opened({ container }: { container: Container }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const [chosen, setChosen] = useState<string | null>(null);
  const tube = container.specimens.find(({ position }) => position === chosen) ?? null;
  const grid = hasPositions(container) && container.containers.length === 0;
  const capacity = (container.rows ?? 0) * (container.columns ?? 0);
  return (
    <>
      <PageHeader
        title={container.name}
        detail={i18n._(kindWords[container.kind])}
        actions={<ContainerActions container={container} />}
      />
      <Breadcrumbs aria-label={t`Where it stands`} sx={{ mb: 1.5 }}>
        <AppLink to={to} params={{}} search={{}}>
          <Trans>Storage</Trans>
        </AppLink>
        {container.path.map((one) =>
          one.id === container.id ? (
            <span key={one.id} aria-current="location">
              {one.name}
            </span>
          ) : (
            <AppLink key={one.id} to={to} params={{ containerId: one.id }} search={{}}>
              {one.name}
            </AppLink>
          ),
        )}
      </Breadcrumbs>
      <Panel title={<Trans>The container</Trans>}>
        <Facts
          facts={[
            { name: t`Barcode`, value: container.barcode },
            { name: t`Position`, value: container.position },
            {
              name: t`Temperature`,
              value: container.temperature ? label(container.temperature.label) : null,
            },
            { name: t`Specimens in it and below`, value: formatCount(container.count) },
            {
              name: t`Positions`,
              value: capacity > 0 ? `${container.rows} × ${container.columns}` : null,
            },
            {
              name: t`Next free positions`,
              value: container.free.length > 0 ? container.free.slice(0, 8).join(', ') : null,
            },
          ]}
        />
      </Panel>
      {container.containers.length > 0 && (
        <Panel flush title={<Trans>Containers in it</Trans>}>
          <Containers label={t`Containers in it`} containers={container.containers} />
        </Panel>
      )}
      {grid && hasPositions(container) && (
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            alignItems: 'start',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, auto) minmax(0, 1fr)' },
          }}
        >
          <Panel
            title={<Trans>Positions</Trans>}
            detail={
              <Trans>
                {container.specimens.length} of {capacity} filled
              </Trans>
            }
          >
            <BoxGrid container={container} chosen={chosen} onChoose={setChosen} />
          </Panel>
          <PositionPanel container={container} position={chosen} tube={tube} />
        </Box>
      )}
      {container.specimens.length > 0 && (
        <Panel flush title={<Trans>Specimens in it</Trans>}>
          <TubeTable label={t`Specimens in it`} tubes={container.specimens} maxHeight={420} />
        </Panel>
      )}
      <ContainerHistory container={container} />
    </>
  );
}

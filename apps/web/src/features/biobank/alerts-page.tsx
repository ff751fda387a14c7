/** What somebody should look at: temperatures out of bounds, specimens that wait too long. */
import { Trans, useLingui } from '@lingui/react/macro';
import Paper from '@mui/material/Paper';
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '../../design/links.tsx';
import { PageHeader } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { alertsQuery } from './queries.ts';
import { SpecimenLink } from './tubes.tsx';
import { alertWords } from './words.ts';

export function CustodyAlertsPage() {
  const { t, i18n } = useLingui();
  const alerts = useQuery(alertsQuery);
  return (
    <>
      <PageHeader
        title={t`Custody alerts`}
        detail={<Trans>temperatures out of bounds, and specimens that wait too long</Trans>}
      />
      {alerts.isPending ? (
        <LoadingRows rows={6} />
      ) : alerts.isError ? (
        <ErrorPanel error={alerts.error} retry={() => void alerts.refetch()} />
      ) : alerts.data.length === 0 ? (
        <Empty>
          <Trans>No alerts</Trans>
        </Empty>
      ) : (
        <Paper variant="outlined" sx={{ overflow: 'hidden', flexShrink: 0 }}>
          <SimpleTable
            label={t`Custody alerts`}
            rows={alerts.data}
            rowKey={(_, i) => i}
            stacks
            columns={[
              { header: t`Since`, cell: (one) => formatInstant(one.since), nowrap: true },
              { header: t`Why`, cell: (one) => i18n._(alertWords[one.why]) },
              { header: '°C', cell: (one) => one.celsius, align: 'right' },
              {
                header: t`What`,
                cell: (one) =>
                  one.specimen ? (
                    <SpecimenLink {...one.specimen} />
                  ) : one.container ? (
                    <AppLink
                      to="/biobank/containers/{-$containerId}"
                      params={{ containerId: one.container.id }}
                      search={{}}
                    >
                      {one.container.name}
                    </AppLink>
                  ) : null,
              },
            ]}
          />
        </Paper>
      )}
    </>
  );
}

/** The diseases, how many cases of each, and how much of them is known. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '../../design/links.tsx';
import { PageHeader, Panel } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatDay } from '../../format/date.ts';
import { formatCount, formatPercent } from '../../format/quantity.ts';
import { useLabel } from '../../i18n/label.ts';
import { dataSetsQuery } from './queries.ts';

export function DiseaseList() {
  const { t } = useLingui();
  const label = useLabel();
  const query = useQuery(dataSetsQuery);
  const release = query.data?.release;
  const minimum = query.data?.disclosureRule.minimumCell ?? 0;
  return (
    <>
      <PageHeader
        title={t`Single-disease data sets`}
        detail={
          release && (
            <Trans>
              of release {release.number}, {formatDay(release.builtAt)}
            </Trans>
          )
        }
      />
      {query.isPending ? (
        <LoadingRows rows={10} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : query.data.diseaseDataSets.length === 0 ? (
        <Empty>
          <Trans>There is no research release yet</Trans>
        </Empty>
      ) : query.data.diseaseDataSets.every(({ cases }) => cases === null) ? (
        <Empty>
          <Trans>
            This release was built before there were single-disease data sets. Build the next one.
          </Trans>
        </Empty>
      ) : (
        <Panel
          flush
          title={<Trans>Diseases</Trans>}
          detail={
            <Trans>
              Counts are moved a little; completeness is the median over the elements of the share
              of cases of which they are known
            </Trans>
          }
        >
          <SimpleTable
            label={t`Single-disease data sets`}
            rows={query.data.diseaseDataSets}
            rowKey={(row) => row.id}
            stacks
            columns={[
              {
                header: t`Disease`,
                nowrap: true,
                cell: (row) => (
                  <AppLink
                    to="/research/diseases/{-$diseaseId}"
                    params={{ diseaseId: row.id }}
                    search={{}}
                  >
                    {label(row.label)}
                  </AppLink>
                ),
                order: (row) => label(row.label),
              },
              {
                header: t`Cases`,
                align: 'right',
                cell: ({ cases }) =>
                  cases?.value == null ? `< ${minimum}` : formatCount(cases.value),
                order: ({ cases }) => cases?.value ?? null,
              },
              {
                header: t`Elements`,
                align: 'right',
                cell: ({ elements }) => elements.length,
                order: ({ elements }) => elements.length,
              },
              {
                header: t`Completeness`,
                align: 'right',
                cell: ({ completeness }) =>
                  completeness === null ? '—' : formatPercent(completeness),
                order: ({ completeness }) => completeness,
              },
              { header: t`Definition`, leastWidth: 220, cell: (row) => label(row.definition) },
            ]}
          />
        </Panel>
      )}
    </>
  );
}

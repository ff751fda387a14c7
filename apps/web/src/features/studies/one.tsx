/** One study: what it is, its genes by how often they are altered, and its clinical attributes. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '../../design/links.tsx';
import { Facts, PageHeader, Panel } from '../../design/page.tsx';
import { ErrorPanel, LoadingRows, NotFound } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { formatCount } from '../../format/quantity.ts';
import { EnrichmentPanel } from './enrichment.tsx';
import { OncoprintPanel } from './oncoprint/panel.tsx';
import { type Study, studyQuery } from './queries.ts';
import { SurvivalPanel } from './survival.tsx';

export function OneStudy({ id }: { id: string }) {
  const { t } = useLingui();
  const query = useQuery(studyQuery(id));
  if (query.isSuccess && query.data === null) return <NotFound />;
  return (
    <>
      <PageHeader
        title={query.data?.name ?? t`Studies from outside`}
        detail={
          <AppLink to="/research/studies/{-$studyId}" params={{ studyId: undefined }} search={{}}>
            <Trans>All studies</Trans>
          </AppLink>
        }
      />
      {query.isPending ? (
        <LoadingRows rows={8} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : query.data ? (
        <Answered study={query.data} />
      ) : null}
    </>
  );
}

function Answered({ study }: { study: Study }) {
  const { t } = useLingui();
  return (
    <>
      <Panel title={<Trans>The study</Trans>}>
        <Facts
          facts={[
            { name: t`Patients`, value: formatCount(study.patients) },
            { name: t`Samples`, value: formatCount(study.samples) },
            { name: t`Rows that could not be read`, value: formatCount(study.unread) },
            { name: t`Published`, value: study.published },
            { name: t`Citation`, value: study.citation },
            { name: 'PMID', value: study.pmid },
            { name: t`Loaded`, value: formatInstant(study.loadedAt) },
            { name: t`Description`, value: study.description },
          ].filter(({ value }) => value !== null && value !== '')}
        />
      </Panel>
      {study.genes.gene.length > 0 && <OncoprintPanel study={study} />}
      <SurvivalPanel study={study} />
      <EnrichmentPanel study={study} />
      {study.genes.gene.length > 0 && <Genes genes={study.genes} />}
      <Box
        sx={{
          display: 'grid',
          columnGap: 2,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(360px, 100%), 1fr))',
        }}
      >
        {study.attributes.map((attribute) => (
          <Panel
            key={attribute.id}
            flush
            title={attribute.name}
            name={t`Values of ${attribute.name}`}
            detail={
              attribute.ofSamples ? (
                <Trans>of samples; {formatCount(attribute.missing)} without a value</Trans>
              ) : (
                <Trans>of patients; {formatCount(attribute.missing)} without a value</Trans>
              )
            }
          >
            <SimpleTable
              label={attribute.name}
              rows={attribute.cells}
              rowKey={(cell) => cell.value}
              maxHeight={260}
              columns={[
                { header: t`Value`, cell: (cell) => cell.value },
                {
                  header: attribute.ofSamples ? t`Samples` : t`Patients`,
                  align: 'right',
                  cell: (cell) => formatCount(cell.count),
                  order: (cell) => cell.count,
                },
              ]}
            />
          </Panel>
        ))}
      </Box>
    </>
  );
}

function Genes({ genes }: { genes: Study['genes'] }) {
  const { t } = useLingui();
  const rows = genes.gene.map((gene, i) => ({
    gene,
    mutated: genes.mutated[i] ?? 0,
    amplified: genes.amplified[i] ?? 0,
    deleted: genes.deleted[i] ?? 0,
    rearranged: genes.rearranged[i] ?? 0,
    altered: genes.altered[i] ?? 0,
  }));
  type Row = (typeof rows)[number];
  const column = (header: string, of: (row: Row) => number) => ({
    header,
    align: 'right' as const,
    cell: (row: Row) => formatCount(of(row)),
    order: of,
  });
  return (
    <Panel
      flush
      title={<Trans>Altered genes</Trans>}
      detail={
        <Trans>
          Samples; profiled for mutations {formatCount(genes.profiledMutations)}, copy numbers{' '}
          {formatCount(genes.profiledCopyNumbers)}, structural variants{' '}
          {formatCount(genes.profiledStructuralVariants)}
        </Trans>
      }
    >
      <SimpleTable
        label={t`Altered genes`}
        rows={rows}
        rowKey={(row) => row.gene}
        maxHeight={420}
        columns={[
          { header: t`Gene`, cell: (row) => <em>{row.gene}</em>, order: (row) => row.gene },
          column(t`Altered`, (row) => row.altered),
          column(t`Mutated`, (row) => row.mutated),
          column(t`Amplified`, (row) => row.amplified),
          column(t`Deep deletion`, (row) => row.deleted),
          column(t`Structural variant`, (row) => row.rearranged),
        ]}
      />
    </Panel>
  );
}

/** Public studies from outside: all of them, or one. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { AppLink } from '../../design/links.tsx';
import { PageHeader, Panel } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatCount } from '../../format/quantity.ts';
import { execute } from '../../graph/execute.ts';
import { StudiesDocument } from '../../graph/generated/graphql.ts';
import { OneStudy } from './one.tsx';

export function StudiesPage() {
  const { studyId } = useParams({ strict: false }) as { studyId?: string };
  return studyId === undefined ? <StudyList /> : <OneStudy key={studyId} id={studyId} />;
}

function StudyList() {
  const { t } = useLingui();
  const query = useQuery({
    queryKey: ['studies'],
    queryFn: async ({ signal }) => (await execute(StudiesDocument, {}, signal)).studies,
  });
  return (
    <>
      <PageHeader title={t`Studies from outside`} />
      {query.isPending ? (
        <LoadingRows rows={4} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : query.data.length === 0 ? (
        <Empty>
          <Trans>No study is loaded. The operator loads one with “nodp study load”.</Trans>
        </Empty>
      ) : (
        <Panel
          flush
          title={<Trans>Public studies</Trans>}
          detail={
            <Trans>Apart from the platform’s own releases; numbers are exact, as published</Trans>
          }
        >
          <SimpleTable
            label={t`Studies from outside`}
            rows={query.data}
            rowKey={(study) => study.id}
            stacks
            columns={[
              {
                header: t`Study`,
                leastWidth: 200,
                cell: (study) => (
                  <AppLink
                    to="/research/studies/{-$studyId}"
                    params={{ studyId: study.id }}
                    search={{}}
                  >
                    {study.name}
                  </AppLink>
                ),
                order: (study) => study.name,
              },
              {
                header: t`Patients`,
                align: 'right',
                cell: (study) => formatCount(study.patients),
                order: (study) => study.patients,
              },
              {
                header: t`Samples`,
                align: 'right',
                cell: (study) => formatCount(study.samples),
                order: (study) => study.samples,
              },
              {
                header: t`Mutations`,
                align: 'right',
                cell: (study) => formatCount(study.mutations),
                order: (study) => study.mutations,
              },
              {
                header: t`Copy number changes`,
                align: 'right',
                cell: (study) => formatCount(study.copyNumbers),
                order: (study) => study.copyNumbers,
              },
              {
                header: t`Structural variants`,
                align: 'right',
                cell: (study) => formatCount(study.structuralVariants),
                order: (study) => study.structuralVariants,
              },
              { header: t`Published`, leastWidth: 200, cell: (study) => study.published },
            ]}
          />
        </Panel>
      )}
    </>
  );
}

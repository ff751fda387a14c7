/** Persons whose records several institutions hold: who they are by each, and whether they are one. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useSearchState } from '../../design/filters/search-state.ts';
import { AppLink } from '../../design/links.tsx';
import { PageHeader, Panel } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { execute } from '../../graph/execute.ts';
import { DoubtfulJoinsDocument } from '../../graph/generated/graphql.ts';
import { PatientFinder } from './patient-finder.tsx';
import { PersonComparison } from './person-comparison.tsx';
import { shortId } from './short-id.ts';
import { personFactWords } from './words.ts';

export function PersonsPage() {
  const { t } = useLingui();
  const [{ patient }] = useSearchState();
  return (
    <>
      <PageHeader
        title={t`Joined persons`}
        detail={<Trans>records of one person at several institutions</Trans>}
      />
      <PatientFinder action={t`Compare`} />
      {patient && <PersonComparison patient={patient} />}
      <DoubtfulJoins />
    </>
  );
}

function DoubtfulJoins() {
  const { t, i18n } = useLingui();
  const joins = useQuery({
    queryKey: ['doubtful-joins'],
    queryFn: async ({ signal }) => (await execute(DoubtfulJoinsDocument, {}, signal)).doubtfulJoins,
  });
  return (
    <Panel
      flush
      title={<Trans>Joined, though institutions differ</Trans>}
      detail={<Trans>in sex, day of birth or name, until somebody confirms it</Trans>}
    >
      {joins.isPending ? (
        <LoadingRows rows={4} />
      ) : joins.isError ? (
        <ErrorPanel error={joins.error} retry={() => void joins.refetch()} />
      ) : joins.data.length === 0 ? (
        <Empty>
          <Trans>Institutions agree on every joined person</Trans>
        </Empty>
      ) : (
        <SimpleTable
          label={t`Joined, though institutions differ`}
          rows={joins.data}
          rowKey={(join) => join.patient.id}
          columns={[
            {
              header: t`Patient`,
              cell: ({ patient: { id, recordNumbers } }) => {
                const words = recordNumbers.join(', ') || shortId(id);
                return (
                  <AppLink
                    to={'/privacy/persons' as string}
                    search={{ patient: id } as never}
                    aria-label={t`Compare patient ${words}`}
                  >
                    {words}
                  </AppLink>
                );
              },
            },
            {
              header: t`Differs in`,
              cell: ({ differs }) =>
                differs.map((fact) => i18n._(personFactWords[fact])).join(', '),
            },
            { header: t`Since`, cell: ({ since }) => formatInstant(since), nowrap: true },
          ]}
        />
      )}
    </Panel>
  );
}

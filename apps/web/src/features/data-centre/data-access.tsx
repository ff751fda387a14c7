/** What the data access committee reads: who asked how much, which questions came near a person, and the projects it approved. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PageHeader, Panel } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatDay, formatInstant } from '../../format/date.ts';
import { formatCount } from '../../format/quantity.ts';
import { execute } from '../../graph/execute.ts';
import {
  DataAccessDocument,
  type DataAccessQuery,
  EndProjectDocument,
} from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { meQuery } from '../../session/me.ts';
import { ApproveProject } from './approve-project.tsx';

const dataAccessKey = ['data-access'];

export function DataAccessPage() {
  const { t } = useLingui();
  const [approving, setApproving] = useState(false);
  const { data: me } = useQuery(meQuery);
  const national = me?.institution === null;
  const query = useQuery({
    queryKey: dataAccessKey,
    queryFn: ({ signal }) => execute(DataAccessDocument, {}, signal),
    staleTime: 0,
  });
  return (
    <>
      <PageHeader
        title={t`Data access`}
        detail={
          <Trans>
            who asked how much of the releases, and which questions could single out one person
          </Trans>
        }
        actions={
          national && (
            <Button variant="contained" onClick={() => setApproving(true)}>
              <Trans>Approve a project</Trans>
            </Button>
          )
        }
      />
      {me && !national && (
        <Alert severity="info" sx={{ mb: 2 }}>
          <Trans>
            The data access committee of the network reads the questions of every account. Yours is
            an account of one institution and sees its own.
          </Trans>
        </Alert>
      )}
      {query.isPending ? (
        <LoadingRows rows={8} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : (
        <>
          <Used rows={query.data.countsUsed} />
          {(national || query.data.notedQuestions.length > 0) && (
            <Noted rows={query.data.notedQuestions} />
          )}
          {(national || query.data.approvedProjects.length > 0) && (
            <Projects rows={query.data.approvedProjects} national={national} />
          )}
        </>
      )}
      {approving && <ApproveProject onClose={() => setApproving(false)} />}
    </>
  );
}

function Used({ rows }: { rows: DataAccessQuery['countsUsed'] }) {
  const { t } = useLingui();
  const count = (value: number) => formatCount(value);
  return (
    <Panel
      flush
      title={<Trans>Counts asked for, by account and day</Trans>}
      detail={<Trans>distinct counts; a question asked again on the day costs nothing</Trans>}
    >
      {rows.length === 0 ? (
        <Empty>
          <Trans>Nobody has asked for a count yet</Trans>
        </Empty>
      ) : (
        <SimpleTable
          label={t`Counts asked for, by account and day`}
          rows={rows}
          rowKey={(row) => `${row.day} ${row.accountId}`}
          columns={[
            { header: t`Day`, cell: (row) => row.day, nowrap: true },
            { header: t`Account`, cell: (row) => row.accountId, leastWidth: 140 },
            {
              header: t`Counts`,
              cell: (row) => {
                const told = count(row.counts);
                const perDay = count(row.perDay);
                return t`${told} of ${perDay}`;
              },
              align: 'right',
              nowrap: true,
            },
            { header: t`Questions`, cell: (row) => count(row.questions), align: 'right' },
            { header: t`Near sets`, cell: (row) => count(row.near), align: 'right' },
            { header: t`Parts refused`, cell: (row) => count(row.refused), align: 'right' },
          ]}
        />
      )}
    </Panel>
  );
}

function Noted({ rows }: { rows: DataAccessQuery['notedQuestions'] }) {
  const { t } = useLingui();
  const label = useLabel();
  return (
    <Panel
      flush
      title={<Trans>Questions near a person</Trans>}
      detail={
        <Trans>
          answered as a set asked before, from which they differed by a few persons, or refused
          because a part singles out a few; the latest 100
        </Trans>
      }
    >
      {rows.length === 0 ? (
        <Empty>
          <Trans>No question came near a person</Trans>
        </Empty>
      ) : (
        <SimpleTable
          label={t`Questions near a person`}
          rows={rows}
          rowKey={(row) => `${row.askedAt} ${row.accountId} ${row.description.en}`}
          columns={[
            { header: t`Time`, cell: (row) => formatInstant(row.askedAt), nowrap: true },
            { header: t`Account`, cell: (row) => row.accountId, leastWidth: 140 },
            { header: t`Question`, cell: (row) => label(row.description), leastWidth: 260 },
            { header: t`Near sets`, cell: (row) => formatCount(row.near), align: 'right' },
            { header: t`Parts refused`, cell: (row) => formatCount(row.refused), align: 'right' },
          ]}
        />
      )}
    </Panel>
  );
}

function Projects({
  rows,
  national,
}: {
  rows: DataAccessQuery['approvedProjects'];
  national: boolean;
}) {
  const { t } = useLingui();
  const client = useQueryClient();
  const today = formatDay(Date.now());
  const end = useMutation({
    mutationFn: (accountId: string) => execute(EndProjectDocument, { accountId }),
    onSettled: () => client.invalidateQueries({ queryKey: dataAccessKey }),
  });
  return (
    <Panel
      flush
      title={<Trans>Approved projects</Trans>}
      detail={<Trans>each gives its account more counts a day until it ends</Trans>}
    >
      {end.isError && (
        <Alert severity="error" sx={{ mx: 2, mb: 1 }}>
          <Trans>The project was not ended:</Trans> {end.error.message}
        </Alert>
      )}
      {rows.length === 0 ? (
        <Empty>
          <Trans>No project has been approved</Trans>
        </Empty>
      ) : (
        <SimpleTable
          label={t`Approved projects`}
          rows={rows}
          rowKey={(row) => row.accountId}
          columns={[
            { header: t`Account`, cell: (row) => row.accountId, leastWidth: 120 },
            { header: t`Project`, cell: (row) => row.title, leastWidth: 160 },
            { header: t`Reason`, cell: (row) => row.reason || '—', leastWidth: 180 },
            {
              header: t`Counts a day`,
              cell: (row) => formatCount(row.countsPerDay),
              align: 'right',
            },
            { header: t`Last day`, cell: (row) => row.until, nowrap: true },
            {
              header: t`Approved`,
              cell: (row) => `${row.approvedBy}, ${formatInstant(row.approvedAt)}`,
              leastWidth: 160,
            },
            {
              header: t`Action`,
              cell: (row) =>
                row.until < today ? (
                  <Trans>Ended</Trans>
                ) : national ? (
                  <Button
                    size="small"
                    color="error"
                    disabled={end.isPending}
                    aria-label={t`End the project of ${row.accountId}`}
                    onClick={() => end.mutate(row.accountId)}
                  >
                    <Trans>End now</Trans>
                  </Button>
                ) : (
                  '—'
                ),
              nowrap: true,
            },
          ]}
        />
      )}
    </Panel>
  );
}

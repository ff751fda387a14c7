/** The list of studies, removed with a way back. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AppLink, ButtonLink } from '../../../design/links.tsx';
import { PageHeader, Panel } from '../../../design/page.tsx';
import { Empty, ErrorPanel, ErrorWords, LoadingRows } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatInstant } from '../../../format/date.ts';
import { execute } from '../../../graph/execute.ts';
import { SetResearchStudyRemovedDocument } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { type StudyInList, studiesKey, studiesQuery } from './queries.ts';

export function StudyList() {
  const { t } = useLingui();
  const query = useQuery(studiesQuery());
  return (
    <>
      <PageHeader
        title={t`Study documents`}
        detail={<Trans>cohorts, figures and text in order, run again on any release</Trans>}
        actions={
          <ButtonLink variant="contained" to="/research/compare" search={{}}>
            <Trans>Compare cohorts</Trans>
          </ButtonLink>
        }
      />
      {query.isPending ? (
        <LoadingRows rows={6} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Rows rows={query.data} />
      )}
    </>
  );
}

function Rows({ rows }: { rows: readonly StudyInList[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const client = useQueryClient();
  const [undo, setUndo] = useState<{ id: string; name: string } | null>(null);
  const removal = useMutation({
    mutationFn: ({ id, removed }: { id: string; name: string; removed: boolean }) =>
      execute(SetResearchStudyRemovedDocument, { id, removed }),
    onSuccess: (_, { id, name, removed }) => setUndo(removed ? { id, name } : null),
    onSettled: () => client.invalidateQueries({ queryKey: studiesKey }),
  });
  return (
    <Panel flush title={<Trans>Study documents</Trans>}>
      {removal.isError && (
        <Alert severity="error" sx={{ mx: 2, mb: 1 }}>
          <Trans>It was not done:</Trans> <ErrorWords error={removal.error} />
        </Alert>
      )}
      {rows.length === 0 ? (
        <Empty
          action={
            <ButtonLink variant="outlined" to="/research/compare" search={{}}>
              <Trans>Compare cohorts</Trans>
            </ButtonLink>
          }
        >
          <Trans>No study yet. Compare cohorts, then keep the comparison as a study.</Trans>
        </Empty>
      ) : (
        <SimpleTable
          label={t`Study documents`}
          stacks
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              header: t`Name`,
              leastWidth: 200,
              order: ({ name }) => name,
              cell: ({ id, name }) => (
                <AppLink to="/research/documents/{-$studyId}" params={{ studyId: id }} search={{}}>
                  {name}
                </AppLink>
              ),
            },
            { header: t`Version`, align: 'right', cell: ({ latest }) => latest.number },
            { header: t`Release`, align: 'right', cell: ({ latest }) => latest.releaseNumber },
            {
              header: t`Seen by`,
              cell: ({ project, mine, owner }) =>
                project ? project.title : mine ? <Trans>Me alone</Trans> : label(owner),
            },
            {
              header: t`Saved`,
              nowrap: true,
              order: ({ latest }) => latest.savedAt,
              cell: ({ latest }) => formatInstant(latest.savedAt),
            },
            {
              header: t`Action`,
              nowrap: true,
              cell: ({ id, name, mine }) =>
                mine && (
                  <Button
                    size="small"
                    color="error"
                    aria-label={t`Remove ${name}`}
                    disabled={removal.isPending}
                    onClick={() => removal.mutate({ id, name, removed: true })}
                  >
                    <Trans>Remove</Trans>
                  </Button>
                ),
            },
          ]}
        />
      )}
      <Snackbar
        open={undo !== null}
        autoHideDuration={10_000}
        onClose={(_, reason) => {
          if (reason !== 'clickaway') setUndo(null);
        }}
        message={undo && t`Removed: ${undo.name}`}
        action={
          <Button
            color="inherit"
            onClick={() => undo && removal.mutate({ ...undo, removed: false })}
          >
            <Trans>Undo</Trans>
          </Button>
        }
      />
    </Panel>
  );
}

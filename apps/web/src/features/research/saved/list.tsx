/** The list of saved cohorts; those that are chosen are compared, or put together. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Snackbar from '@mui/material/Snackbar';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Search } from '../../../address.ts';
import { AppLink, ButtonLink } from '../../../design/links.tsx';
import { PageHeader, Panel } from '../../../design/page.tsx';
import { Empty, ErrorPanel, ErrorWords, LoadingRows } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatInstant } from '../../../format/date.ts';
import { execute } from '../../../graph/execute.ts';
import { RemoveCohortDocument, RestoreCohortDocument } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { Projects } from './projects.tsx';
import { type SavedCohort, savedCohortsQuery, savedKey } from './queries.ts';

const Overlap = lazy(async () => ({ default: (await import('./overlap.tsx')).Overlap }));

const mostOverlapping = 3;

export function SavedList() {
  const { t } = useLingui();
  const query = useQuery(savedCohortsQuery());
  const [chosen, choose] = useChosen();
  return (
    <>
      <PageHeader
        title={t`Saved cohorts`}
        detail={<Trans>definitions that stay, each on a release: the same persons for ever</Trans>}
        actions={
          <ButtonLink variant="contained" to="/research/cohorts" search={{}}>
            <Trans>Build a cohort</Trans>
          </ButtonLink>
        }
      />
      {query.isPending ? (
        <LoadingRows rows={6} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : (
        <>
          <List rows={query.data.savedCohorts} chosen={chosen} choose={choose} />
          <Together
            rows={chosen.flatMap(
              (hash) => query.data.savedCohorts.find(({ latest }) => latest.hash === hash) ?? [],
            )}
            newest={query.data.newest?.number ?? null}
            rule={query.data.disclosureRule}
          />
          <Projects projects={query.data.researchProjects} />
        </>
      )}
    </>
  );
}

/** Those chosen, by the digests of their versions, as the address says them. */
function useChosen(): [readonly string[], (hashes: readonly string[]) => void] {
  const search = useRouterState({ select: (s) => s.location.search }) as Search;
  const navigate = useNavigate();
  const chosen = (search.with ?? '').split(',').filter((hash) => /^[0-9a-f]{32}$/.test(hash));
  return [
    chosen,
    (hashes) =>
      void navigate({
        to: '.',
        search: (former: Search) => ({ ...former, with: hashes.join(',') || undefined }),
        replace: true,
        resetScroll: false,
      }),
  ];
}

function List({
  rows,
  chosen,
  choose,
}: {
  rows: readonly SavedCohort[];
  chosen: readonly string[];
  choose: (hashes: readonly string[]) => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const { remove, restore, undo, forget } = useRemoval();
  return (
    <Panel flush title={<Trans>Saved cohorts</Trans>}>
      {remove.isError && (
        <Alert severity="error" sx={{ mx: 2, mb: 1 }}>
          <Trans>The cohort was not removed:</Trans> <ErrorWords error={remove.error} />
        </Alert>
      )}
      {rows.length === 0 ? (
        <Empty
          action={
            <ButtonLink variant="outlined" to="/research/cohorts" search={{}}>
              <Trans>Build a cohort</Trans>
            </ButtonLink>
          }
        >
          <Trans>No cohort has been saved yet</Trans>
        </Empty>
      ) : (
        <SimpleTable
          label={t`Saved cohorts`}
          stacks
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              header: t`Choose`,
              cell: ({ name, latest: { hash } }) => (
                <Checkbox
                  size="small"
                  checked={chosen.includes(hash)}
                  sx={{ p: 0.5, my: -0.5 }}
                  slotProps={{ input: { 'aria-label': t`Choose ${name}` } }}
                  onChange={(_, checked) =>
                    choose(checked ? [...chosen, hash] : chosen.filter((other) => other !== hash))
                  }
                />
              ),
            },
            {
              header: t`Name`,
              leastWidth: 180,
              order: ({ name }) => name,
              cell: ({ id, name, description }) => (
                <>
                  <AppLink to="/research/saved/{-$cohortId}" params={{ cohortId: id }} search={{}}>
                    {name}
                  </AppLink>
                  {description && (
                    <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
                      {description.length > 160 ? `${description.slice(0, 160)}…` : description}
                    </Typography>
                  )}
                </>
              ),
            },
            {
              header: t`Asks for`,
              leastWidth: 240,
              cell: ({ latest }) => label(latest.description),
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
                    disabled={remove.isPending}
                    onClick={() => remove.mutate({ id, name })}
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
          if (reason !== 'clickaway') forget();
        }}
        message={undo && t`Removed: ${undo.name}`}
        action={
          <Button color="inherit" onClick={() => undo && restore.mutate(undo.id)}>
            <Trans>Undo</Trans>
          </Button>
        }
      />
    </Panel>
  );
}

/** A cohort is removed at once, and put back by Undo: its versions stay either way. */
function useRemoval() {
  const client = useQueryClient();
  const [undo, setUndo] = useState<{ id: string; name: string } | null>(null);
  const onSettled = () => client.invalidateQueries({ queryKey: savedKey });
  const remove = useMutation({
    mutationFn: ({ id }: { id: string; name: string }) => execute(RemoveCohortDocument, { id }),
    onSuccess: (_, removed) => setUndo(removed),
    onSettled,
  });
  const restore = useMutation({
    mutationFn: (id: string) => execute(RestoreCohortDocument, { id }),
    onSuccess: () => setUndo(null),
    onSettled,
  });
  return { remove, restore, undo, forget: () => setUndo(null) };
}

/** What is done with those that are chosen. */
function Together({
  rows,
  newest,
  rule,
}: {
  rows: readonly SavedCohort[];
  newest: number | null;
  rule: { minimumCell: number; deviation: number };
}) {
  if (newest === null || rows.length < 2)
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        <Trans>Choose two or three cohorts to see how they overlap.</Trans>
      </Typography>
    );
  const number = rows.length;
  const compared = rows.map(({ latest }) => latest.hash).join(',');
  return (
    <>
      <ButtonLink
        variant="contained"
        to="/research/compare"
        search={{ cohorts: compared }}
        sx={{ mb: 2, alignSelf: 'flex-start' }}
      >
        <Trans>Compare them</Trans>
      </ButtonLink>
      {rows.length <= mostOverlapping ? (
        <Suspense fallback={<LoadingRows rows={4} />}>
          <Overlap cohorts={rows} release={newest} rule={rule} />
        </Suspense>
      ) : (
        <Stack direction="row" sx={{ mb: 2 }}>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            <Trans>{number} cohorts are chosen; an overlap is drawn of three at most.</Trans>
          </Typography>
        </Stack>
      )}
    </>
  );
}

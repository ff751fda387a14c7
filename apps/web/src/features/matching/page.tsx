/** Patients who may be one person, for data managers: a queue, and two persons side by side. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchState } from '../../design/filters/search-state.ts';
import { PageHeader } from '../../design/page.tsx';
import { type Paged, usePaged } from '../../design/paged.ts';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { formatInstant } from '../../format/date.ts';
import { execute } from '../../graph/execute.ts';
import {
  MatchingStateDocument,
  MatchPairsDocument,
  type MatchView,
} from '../../graph/generated/graphql.ts';
import { Queue } from './queue.tsx';
import { Review } from './review.tsx';
import { MatchingSettings } from './settings.tsx';
import { keyOf, type Pair, useDecisions } from './use-decisions.ts';
import { viewWords } from './words.ts';

const pageSize = 50;
const views: readonly MatchView[] = ['WAITING', 'JOINED', 'APART'];
const viewOf = (text: string | undefined): MatchView =>
  views.find((view) => view === text) ?? 'WAITING';

export function MatchesPage() {
  const { t, i18n } = useLingui();
  const [search, set] = useSearchState();
  const view = viewOf(search.view);
  const state = useQuery({
    queryKey: ['matching-state'],
    queryFn: async ({ signal }) => (await execute(MatchingStateDocument, {}, signal)).matchingState,
    refetchInterval: (query) => (query.state.data?.running ? 5000 : false),
  });
  const paged = usePaged<Pair>(['match-pairs', view], async (after, signal) => {
    const variables = { view, first: pageSize, after };
    return (await execute(MatchPairsDocument, variables, signal)).matchPairs;
  });
  return (
    <>
      <PageHeader
        title={t`Same person?`}
        detail={
          state.data && (
            <>
              <Plural
                value={state.data.waiting}
                one="# pair to be reviewed"
                other="# pairs to be reviewed"
              />
              {', '}
              <Plural value={state.data.joined} one="# joined" other="# joined" />
              {state.data.finishedAt && (
                <>
                  {', '}
                  <Trans>the pool last matched {formatInstant(state.data.finishedAt)}</Trans>
                </>
              )}
            </>
          )
        }
      />
      {state.isError && <ErrorPanel error={state.error} retry={() => void state.refetch()} />}
      {state.data?.national && <MatchingSettings state={state.data} />}
      <ToggleButtonGroup
        exclusive
        size="small"
        value={view}
        aria-label={t`Which pairs`}
        onChange={(_, next: MatchView | null) => {
          if (next) set({ view: next === 'WAITING' ? undefined : next });
        }}
        sx={{ mb: 1.5 }}
      >
        {views.map((of) => (
          <ToggleButton key={of} value={of} sx={{ px: 1.25, py: 0.5, textTransform: 'none' }}>
            {i18n._(viewWords[of])}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {paged.isPending ? (
        <LoadingRows rows={10} />
      ) : paged.error ? (
        <ErrorPanel error={paged.error} retry={paged.retry} />
      ) : (
        <Pairs key={view} paged={paged} view={view} />
      )}
    </>
  );
}

function Pairs({ paged, view }: { paged: Paged<Pair>; view: MatchView }) {
  const { rows } = paged;
  const { decide, pending, error, last, undoable } = useDecisions();
  const [chosen, setChosen] = useState<string | null>(null);
  const pair = rows.find((row) => keyOf(row) === chosen) ?? rows[0];
  const undo = undoable && (() => decide({ pair: undoable, decision: 'UNDO' }));
  const message = error ? (
    <Alert severity="error">
      <Trans>The decision was not stored:</Trans> {error.message}
    </Alert>
  ) : last === null ? null : (
    <Told outcome={last.outcome} decision={last.decision} />
  );
  if (pair === undefined)
    return (
      <>
        {message}
        {undo && (
          <Button size="small" variant="outlined" onClick={undo} sx={{ mb: 1 }}>
            <Trans>Undo the last</Trans>
          </Button>
        )}
        <Empty>
          {view === 'WAITING' ? (
            <Trans>No pair waits for review</Trans>
          ) : view === 'JOINED' ? (
            <Trans>No pair is joined</Trans>
          ) : (
            <Trans>No pair was ruled different persons</Trans>
          )}
        </Empty>
      </>
    );
  const at = rows.indexOf(pair);
  const following = rows[at + 1] ?? rows[0];
  const next = () => {
    if (at + 1 >= rows.length - 1) paged.more();
    setChosen(following === undefined ? null : keyOf(following));
  };
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '280px minmax(0, 1fr)' },
      }}
    >
      <Queue paged={paged} shown={keyOf(pair)} onChoose={setChosen} />
      <Review
        pair={pair}
        pending={pending}
        undo={undo ?? null}
        message={message}
        onSkip={next}
        onDecide={(decision, reason) => {
          decide(
            { pair, decision, reason },
            {
              onSuccess: ({ outcome }) =>
                outcome === 'DONE' || outcome === 'PROPOSED' ? next() : undefined,
            },
          );
        }}
      />
    </Box>
  );
}

/** What became of the last decision. */
function Told({
  outcome,
  decision,
}: {
  outcome: 'DONE' | 'PROPOSED' | 'SAME_ACCOUNT' | 'REFUSED';
  decision: 'JOIN' | 'APART' | 'UNDO';
}) {
  if (outcome === 'REFUSED')
    return (
      <Alert severity="warning">
        <Trans>
          This was not done: the pair was changed meanwhile, or both have valid national numbers
          that differ.
        </Trans>
      </Alert>
    );
  if (outcome === 'SAME_ACCOUNT')
    return (
      <Alert severity="info">
        <Trans>You proposed this join: another data manager has to agree.</Trans>
      </Alert>
    );
  if (outcome === 'PROPOSED')
    return (
      <Alert severity="info">
        <Trans>The join was proposed: another data manager has to agree.</Trans>
      </Alert>
    );
  return (
    <Alert severity="success">
      {decision === 'JOIN' ? (
        <Trans>The last pair was joined.</Trans>
      ) : decision === 'APART' ? (
        <Trans>The last pair was ruled different persons.</Trans>
      ) : (
        <Trans>The last decision was taken back: the pair waits again.</Trans>
      )}
    </Alert>
  );
}

/** The outbox of an institution's follow-up: letters and text messages, and the templates that they are made of. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useQuery } from '@tanstack/react-query';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { PageHeader } from '../../../design/page.tsx';
import { usePaged } from '../../../design/paged.ts';
import { Total } from '../../../design/paged-table.tsx';
import { execute } from '../../../graph/execute.ts';
import { MessagesDocument } from '../../../graph/generated/graphql.ts';
import { gatewayQuery, type ListedMessage } from './data.ts';
import { Outbox } from './outbox.tsx';
import { Templates } from './templates.tsx';
import { CHANNELS, OCCASIONS, STATES } from './words.ts';

const pageSize = 50;

export function MessagesPage() {
  const { t } = useLingui();
  const [search, set] = useSearchState();
  const gateway = useQuery(gatewayQuery);
  const state = STATES.find((one) => one === search.state) ?? null;
  const channel = CHANNELS.find((one) => one === search.channel) ?? null;
  const occasion = OCCASIONS.find((one) => one === search.occasion) ?? null;
  const paged = usePaged<ListedMessage>(
    ['messages', 'list', state, channel, occasion],
    async (after, signal) =>
      (
        await execute(
          MessagesDocument,
          { states: state === null ? null : [state], channel, occasion, first: pageSize, after },
          signal,
        )
      ).messages,
  );
  const view = search.view === 'templates' ? 'templates' : 'outbox';
  return (
    <>
      <PageHeader
        title={t`Letters and text messages`}
        detail={view === 'outbox' && <Total count={paged.total} outdated={paged.outdated} />}
        actions={
          <ToggleButtonGroup
            exclusive
            size="small"
            aria-label={t`What is shown`}
            value={view}
            onChange={(_, next: string | null) => {
              if (next !== null) set({ view: next === 'templates' ? next : undefined });
            }}
          >
            <ToggleButton value="outbox">
              <Trans>Outbox</Trans>
            </ToggleButton>
            <ToggleButton value="templates">
              <Trans>Templates</Trans>
            </ToggleButton>
          </ToggleButtonGroup>
        }
      />
      {gateway.data?.configured === false && (
        <Alert severity="info" sx={{ mb: 1.5, flexShrink: 0 }}>
          <Trans>
            No gateway: the platform sends nothing itself. Open a waiting message, print the letter
            or copy the text message, and say that it was sent.
          </Trans>
        </Alert>
      )}
      {view === 'templates' ? <Templates /> : <Outbox paged={paged} />}
    </>
  );
}

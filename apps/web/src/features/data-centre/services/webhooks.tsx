/** Addresses that are told what happens, and what became of their last messages. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Panel } from '../../../design/page.tsx';
import { Empty } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatInstant } from '../../../format/date.ts';
import { formatCount } from '../../../format/quantity.ts';
import { execute } from '../../../graph/execute.ts';
import {
  EndWebhookDocument,
  SendWebhookAgainDocument,
  type WebhookFactsFragment,
} from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { eventWords } from './words.ts';

type Delivery = WebhookFactsFragment['deliveries'][number] & { readonly url: string };

export function Webhooks({
  rows,
  national,
}: {
  rows: readonly WebhookFactsFragment[];
  national: boolean;
}) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const queries = useQueryClient();
  const settle = { onSettled: () => queries.invalidateQueries({ queryKey: ['data-services'] }) };
  const end = useMutation({
    mutationFn: (id: string) => execute(EndWebhookDocument, { id }),
    ...settle,
  });
  const again = useMutation({
    mutationFn: (id: string) => execute(SendWebhookAgainDocument, { id }),
    ...settle,
  });
  const failed = end.error ?? again.error;
  const deliveries: Delivery[] = rows
    .flatMap(({ url, deliveries: all }) => all.map((one) => ({ ...one, url })))
    .sort((a, b) => b.occurredAt.localeCompare(a.occurredAt));
  const stateOf = (one: Delivery) =>
    one.deliveredAt !== null
      ? t`Taken ${formatInstant(one.deliveredAt)}`
      : one.deadAt !== null
        ? t`Given up ${formatInstant(one.deadAt)}`
        : one.nextAt === null
          ? '—'
          : t`Sent next ${formatInstant(one.nextAt)}`;
  return (
    <>
      {failed && (
        <Alert severity="error" sx={{ mb: 1 }}>
          <Trans>It was not done:</Trans> {failed.message}
        </Alert>
      )}
      <Panel
        flush
        title={<Trans>Webhooks</Trans>}
        detail={<Trans>addresses that are told what happens, signed, with ids alone</Trans>}
      >
        {rows.length === 0 ? (
          <Empty>
            <Trans>No address is told anything yet</Trans>
          </Empty>
        ) : (
          <SimpleTable
            label={t`Webhooks`}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              { header: t`Address`, cell: (row) => row.url, leastWidth: 200 },
              ...(national
                ? [
                    {
                      header: t`Institution`,
                      cell: (row: WebhookFactsFragment) => label(row.institution.name),
                      leastWidth: 160,
                    },
                  ]
                : []),
              {
                header: t`Told of`,
                cell: (row) =>
                  row.events
                    .map((event) => i18n._(eventWords[event]))
                    .join(t({ message: '; ', comment: 'between events' })),
                leastWidth: 200,
              },
              { header: t`Waiting`, cell: (row) => formatCount(row.waiting), align: 'right' },
              {
                header: t`Made`,
                cell: (row) => `${row.createdBy}, ${formatInstant(row.createdAt)}`,
                leastWidth: 150,
              },
              {
                header: t`Action`,
                cell: (row) =>
                  row.disabledAt !== null ? (
                    <Trans>Ended</Trans>
                  ) : (
                    <Button
                      size="small"
                      color="error"
                      disabled={end.isPending}
                      aria-label={t`End ${row.url}`}
                      onClick={() => end.mutate(row.id)}
                    >
                      <Trans>End now</Trans>
                    </Button>
                  ),
                nowrap: true,
              },
            ]}
          />
        )}
      </Panel>
      {deliveries.length > 0 && (
        <Panel
          flush
          title={<Trans>Messages</Trans>}
          detail={<Trans>the last 20 of each address</Trans>}
        >
          <SimpleTable
            label={t`Messages`}
            rows={deliveries}
            rowKey={(one) => one.id}
            maxHeight={480}
            columns={[
              { header: t`Time`, cell: (one) => formatInstant(one.occurredAt), nowrap: true },
              { header: t`Event`, cell: (one) => i18n._(eventWords[one.event]), leastWidth: 160 },
              { header: t`Address`, cell: (one) => one.url, leastWidth: 180 },
              { header: t`State`, cell: stateOf, leastWidth: 150 },
              { header: t`Attempts`, cell: (one) => formatCount(one.attempts), align: 'right' },
              { header: t`Reason`, cell: (one) => one.problem ?? '—', leastWidth: 180 },
              {
                header: t`Action`,
                cell: (one) =>
                  one.deadAt === null ? (
                    '—'
                  ) : (
                    <Button
                      size="small"
                      disabled={again.isPending}
                      aria-label={t`Send again to ${one.url}`}
                      onClick={() => again.mutate(one.id)}
                    >
                      <Trans>Send again</Trans>
                    </Button>
                  ),
                nowrap: true,
              },
            ]}
          />
        </Panel>
      )}
    </>
  );
}

/** The programs of an institution: what each may do, when it was last used, and its end. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../../design/page.tsx';
import { Empty } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatDay, formatInstant } from '../../../format/date.ts';
import { execute } from '../../../graph/execute.ts';
import {
  type ApiClientFactsFragment,
  RevokeApiClientDocument,
  RotateApiKeyDocument,
} from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { ToldOnce } from './told-once.tsx';
import { problemWords } from './words.ts';

type Order = { order: 'rotate' | 'revoke'; client: ApiClientFactsFragment };

export function Clients({
  rows,
  national,
}: {
  rows: readonly ApiClientFactsFragment[];
  national: boolean;
}) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Order | null>(null);
  const done = useMutation({
    mutationFn: async ({ order, client: { id } }: Order) =>
      order === 'rotate'
        ? (await execute(RotateApiKeyDocument, { id })).rotateApiKey
        : { key: null, ...(await execute(RevokeApiClientDocument, { id })).revokeApiClient },
    onSettled: () => {
      setAsked(null);
      return queries.invalidateQueries({ queryKey: ['data-services'] });
    },
  });
  const stateOf = ({ revokedAt, expiresAt }: ApiClientFactsFragment) =>
    revokedAt !== null
      ? t`Revoked ${formatInstant(revokedAt)}`
      : expiresAt === null
        ? t`In use`
        : Date.parse(expiresAt) < Date.now()
          ? t`Ended ${formatDay(expiresAt)}`
          : t`In use until ${formatDay(expiresAt)}`;
  const proofOf = (client: ApiClientFactsFragment) =>
    client.keyEnd !== null
      ? t`key …${client.keyEnd}`
      : client.jwksUrl !== null
        ? client.jwksUrl
        : t`own keys ${client.keyIds.join(', ')}`;
  return (
    <Panel
      flush
      title={<Trans>Programs</Trans>}
      detail={<Trans>read the institution’s own records at /fhir, or send some</Trans>}
    >
      <div role="status">
        {done.data?.key && <ToldOnce label={t`Key`} secret={done.data.key} />}
        {done.data?.problem && (
          <Alert severity="warning" sx={{ mx: 2, mb: 1 }}>
            {i18n._(problemWords[done.data.problem])}
          </Alert>
        )}
      </div>
      {done.isError && (
        <Alert severity="error" sx={{ mx: 2, mb: 1 }}>
          <Trans>It was not done:</Trans> {done.error.message}
        </Alert>
      )}
      {rows.length === 0 ? (
        <Empty>
          <Trans>No program was let in yet</Trans>
        </Empty>
      ) : (
        <SimpleTable
          label={t`Programs`}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { header: t`Program`, cell: (row) => row.name, leastWidth: 140 },
            ...(national
              ? [
                  {
                    header: t`Institution`,
                    cell: (row: ApiClientFactsFragment) => label(row.institution.name),
                    leastWidth: 160,
                  },
                ]
              : []),
            { header: t`May do`, cell: (row) => row.scopes.join(' '), leastWidth: 160 },
            { header: t`Proves itself by`, cell: proofOf, leastWidth: 130 },
            { header: t`State`, cell: stateOf, leastWidth: 130 },
            {
              header: t`Last used`,
              cell: (row) => (row.lastUsedAt === null ? '—' : formatInstant(row.lastUsedAt)),
              nowrap: true,
            },
            {
              header: t`Made`,
              cell: (row) => `${row.createdBy}, ${formatInstant(row.createdAt)}`,
              leastWidth: 150,
            },
            {
              header: t`Action`,
              cell: (row) =>
                row.revokedAt !== null ? (
                  '—'
                ) : asked?.client.id === row.id ? (
                  <Stack direction="row" sx={{ gap: 1 }}>
                    <Button
                      size="small"
                      variant="contained"
                      color="error"
                      autoFocus
                      disabled={done.isPending}
                      onClick={() => done.mutate(asked)}
                    >
                      {asked.order === 'rotate' ? (
                        <Trans>End the old key</Trans>
                      ) : (
                        <Trans>Revoke it</Trans>
                      )}
                    </Button>
                    <Button size="small" onClick={() => setAsked(null)}>
                      <Trans>Leave it</Trans>
                    </Button>
                  </Stack>
                ) : (
                  <Stack direction="row" sx={{ gap: 1 }}>
                    {row.keyEnd !== null && (
                      <Button
                        size="small"
                        aria-label={t`Another key for ${row.name}`}
                        onClick={() => setAsked({ order: 'rotate', client: row })}
                      >
                        <Trans>Another key</Trans>
                      </Button>
                    )}
                    <Button
                      size="small"
                      color="error"
                      aria-label={t`Revoke ${row.name}`}
                      onClick={() => setAsked({ order: 'revoke', client: row })}
                    >
                      <Trans>Revoke</Trans>
                    </Button>
                  </Stack>
                ),
              nowrap: true,
            },
          ]}
        />
      )}
    </Panel>
  );
}

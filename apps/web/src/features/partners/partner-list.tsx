/** Partners by their public keys, and our own key for them. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { save } from '../../design/downloads.ts';
import { FormDialog } from '../../design/form-dialog.tsx';
import { Panel } from '../../design/page.tsx';
import { Empty, ErrorWords } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { execute } from '../../graph/execute.ts';
import { AddPartnerDocument, EndPartnerDocument } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { type OwnKey, type Partner, partnersKey } from './queries.ts';

export function PartnerList({
  partners,
  ownKey,
  national,
}: {
  partners: readonly Partner[];
  ownKey: OwnKey;
  national: boolean;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Partner | null>(null);
  return (
    <Panel
      flush
      title={<Trans>Partners</Trans>}
      detail={
        <Trans>
          our key: <code>{ownKey.id}</code>
        </Trans>
      }
      actions={
        <>
          <Button
            size="small"
            onClick={() => save('partner-key.json', ownKey.key, 'application/json')}
          >
            <Trans>Save our public key</Trans>
          </Button>
          {national && (
            <Button size="small" variant="outlined" onClick={() => setAdding(true)}>
              <Trans>Add a partner</Trans>
            </Button>
          )}
        </>
      }
    >
      {partners.length === 0 ? (
        <Empty>
          <Trans>No partner yet</Trans>
        </Empty>
      ) : (
        <SimpleTable
          label={t`Partners`}
          stacks
          rows={partners}
          rowKey={({ id }) => id}
          columns={[
            { header: t`Name`, leastWidth: 160, cell: ({ name }) => label(name) },
            {
              header: t`Thumbprint of the key`,
              cell: ({ id }) => <code style={{ overflowWrap: 'anywhere' }}>{id}</code>,
            },
            { header: t`Added by`, cell: ({ addedBy }) => label(addedBy) },
            { header: t`Added`, nowrap: true, cell: ({ addedAt }) => formatInstant(addedAt) },
            {
              header: t`Ended`,
              nowrap: true,
              cell: ({ endedAt }) => (endedAt === null ? null : formatInstant(endedAt)),
            },
            {
              header: t`Action`,
              cell: (partner) => {
                const name = label(partner.name);
                return (
                  national &&
                  partner.endedAt === null && (
                    <Button
                      size="small"
                      color="error"
                      aria-label={t`End the exchange with ${name}`}
                      onClick={() => setEnding(partner)}
                    >
                      <Trans>End</Trans>
                    </Button>
                  )
                );
              },
            },
          ]}
        />
      )}
      {adding && <AddDialog onClose={() => setAdding(false)} />}
      {ending && <EndDialog partner={ending} onClose={() => setEnding(null)} />}
    </Panel>
  );
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [en, setEn] = useState('');
  const [zh, setZh] = useState('');
  const [key, setKey] = useState('');
  const add = useMutation({
    mutationFn: () => execute(AddPartnerDocument, { input: { en, zh, key } }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: partnersKey }),
  });
  return (
    <FormDialog
      title={<Trans>Add a partner</Trans>}
      submit={<Trans>Add</Trans>}
      disabled={[en, zh, key].some((text) => text.trim() === '') || add.isPending}
      problem={
        add.isError ? (
          <>
            <Trans>The partner was not added:</Trans> <ErrorWords error={add.error} />
          </>
        ) : null
      }
      onSubmit={() => add.mutate()}
      onClose={onClose}
    >
      <Typography variant="body2">
        <Trans>
          Compare the thumbprint with the partner by another way, by telephone for instance: whoever
          holds the key’s other half sends studies as this partner.
        </Trans>
      </Typography>
      <TextField
        label={t`Name in English`}
        value={en}
        required
        autoFocus
        slotProps={{ htmlInput: { maxLength: 120, autoComplete: 'off' } }}
        onChange={(event) => setEn(event.target.value)}
      />
      <TextField
        label={t`Name in Chinese`}
        value={zh}
        required
        slotProps={{ htmlInput: { maxLength: 120, autoComplete: 'off' } }}
        onChange={(event) => setZh(event.target.value)}
      />
      <TextField
        label={t`Public key (JSON)`}
        value={key}
        required
        multiline
        minRows={3}
        slotProps={{ htmlInput: { maxLength: 2000, autoComplete: 'off' } }}
        onChange={(event) => setKey(event.target.value)}
      />
    </FormDialog>
  );
}

function EndDialog({ partner, onClose }: { partner: Partner; onClose: () => void }) {
  const label = useLabel();
  const client = useQueryClient();
  const name = label(partner.name);
  const end = useMutation({
    mutationFn: () => execute(EndPartnerDocument, { id: partner.id }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: partnersKey }),
  });
  return (
    <FormDialog
      title={<Trans>End the exchange with {name}?</Trans>}
      submit={<Trans>End it</Trans>}
      color="error"
      disabled={end.isPending}
      problem={
        end.isError ? (
          <>
            <Trans>It was not done:</Trans> <ErrorWords error={end.error} />
          </>
        ) : null
      }
      onSubmit={() => end.mutate()}
      onClose={onClose}
    >
      <Alert severity="warning">
        <Trans>
          Nothing that it signs is taken in any more. What came before stays. The same key can be
          added again.
        </Trans>
      </Alert>
    </FormDialog>
  );
}

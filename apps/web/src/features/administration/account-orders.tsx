/** What can be done to an account beside changing it: a new password, its sessions ended, closed, opened again. */
import { Trans, useLingui } from '@lingui/react/macro';
import DialogContentText from '@mui/material/DialogContentText';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { execute } from '../../graph/execute.ts';
import {
  type AccountChangedFragment,
  type AccountFactsFragment,
  CloseAccountDocument,
  EndAccountSessionsDocument,
  ReopenAccountDocument,
  ResetSecondFactorDocument,
  SetAccountPasswordDocument,
} from '../../graph/generated/graphql.ts';
import { Confirmed } from './confirmed.tsx';
import { leastPassword, PasswordField } from './password-field.tsx';

export type Order = () => Promise<AccountChangedFragment>;

export function AccountOrders({
  account: { id, closedAt, own, secondFactor },
  busy,
  onOrder,
}: {
  account: AccountFactsFragment;
  busy: boolean;
  onOrder: (order: Order) => void;
}) {
  const { t } = useLingui();
  const [password, setPassword] = useState('');
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 2 }}>
      <Confirmed
        action={t`End the sessions`}
        question={t`End every session of ${id}?`}
        disabled={busy}
        onConfirm={() =>
          onOrder(
            async () => (await execute(EndAccountSessionsDocument, { id })).endAccountSessions,
          )
        }
      >
        <DialogContentText>
          <Trans>
            Everyone who works with it has to sign in again and loses what is not yet saved.
          </Trans>
        </DialogContentText>
      </Confirmed>
      {!own && (
        <Confirmed
          action={t`Set a new password`}
          question={t`A new password for ${id}`}
          disabled={busy}
          ready={password.length >= leastPassword}
          onConfirm={() => {
            setPassword('');
            onOrder(
              async () =>
                (await execute(SetAccountPasswordDocument, { id, password })).setAccountPassword,
            );
          }}
        >
          <DialogContentText>
            <Trans>The old password no longer holds, and every session ends.</Trans>
          </DialogContentText>
          <PasswordField value={password} onChange={setPassword} />
        </Confirmed>
      )}
      {!own && secondFactor && (
        <Confirmed
          action={t`Reset the second factor`}
          question={t`Reset the second factor of ${id}?`}
          disabled={busy}
          onConfirm={() =>
            onOrder(
              async () => (await execute(ResetSecondFactorDocument, { id })).resetSecondFactor,
            )
          }
        >
          <DialogContentText>
            <Trans>
              Make sure that it is the person who asks. Its sessions end, and the password alone
              signs in until a second factor is set up again.
            </Trans>
          </DialogContentText>
        </Confirmed>
      )}
      {!own && closedAt === null && (
        <Confirmed
          action={t`Close the account`}
          question={t`Close the account ${id}?`}
          disabled={busy}
          onConfirm={() =>
            onOrder(async () => (await execute(CloseAccountDocument, { id })).closeAccount)
          }
        >
          <DialogContentText>
            <Trans>Its sessions end, and nobody can sign in to it until it is opened again.</Trans>
          </DialogContentText>
        </Confirmed>
      )}
      {!own && closedAt !== null && (
        <Confirmed
          action={t`Open it again`}
          question={t`Open the account ${id} again?`}
          disabled={busy}
          onConfirm={() =>
            onOrder(async () => (await execute(ReopenAccountDocument, { id })).reopenAccount)
          }
        >
          <DialogContentText>
            <Trans>Anyone who knows its password can sign in to it again.</Trans>
          </DialogContentText>
        </Confirmed>
      )}
    </Stack>
  );
}

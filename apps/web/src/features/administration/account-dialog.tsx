/** Adds an account, or changes one and gives orders about it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { execute } from '../../graph/execute.ts';
import {
  type AccountFactsFragment,
  type AccountInput,
  AddAccountDocument,
  ChangeAccountDocument,
} from '../../graph/generated/graphql.ts';
import { AccountFields } from './account-fields.tsx';
import { AccountOrders, type Order } from './account-orders.tsx';
import { leastPassword, PasswordField } from './password-field.tsx';
import { problemWords } from './words.ts';

const inputOf = (account: AccountFactsFragment | null): AccountInput =>
  account === null
    ? { en: '', zh: '', role: 'CLINICIAN', institution: null }
    : {
        en: account.name.en,
        zh: account.name.zh,
        role: account.role,
        institution: account.institution?.id ?? null,
      };

export function AccountDialog({
  account: given,
  onClose,
}: {
  /** Null adds one. */
  account: AccountFactsFragment | null;
  onClose: () => void;
}) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const titleId = useId();
  const [account, setAccount] = useState(given);
  const [id, setId] = useState('');
  const [password, setPassword] = useState('');
  const [input, setInput] = useState(() => inputOf(given));
  const order = useMutation({
    mutationFn: (asked: Order) => asked(),
    onSuccess: ({ account: now }) => {
      // What there was already stays another's: only an account that was opened here is shown on.
      if (given !== null && now) setAccount(now);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const save: Order = async () => {
    const changed =
      account === null
        ? (await execute(AddAccountDocument, { id: id.trim(), input, password })).addAccount
        : (await execute(ChangeAccountDocument, { id: account.id, input })).changeAccount;
    if (changed.problem === null) onClose();
    return changed;
  };
  const complete =
    input.en.trim() !== '' &&
    input.zh.trim() !== '' &&
    (account !== null || (id.trim() !== '' && password.length >= leastPassword));
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <form
        id={`${titleId}-form`}
        onSubmit={(event) => {
          event.preventDefault();
          order.mutate(save);
        }}
      >
        <DialogTitle id={titleId}>
          {account === null ? <Trans>Add an account</Trans> : <Trans>Account {account.id}</Trans>}
        </DialogTitle>
        <DialogContent>
          <Stack sx={{ gap: 1.5, mt: 1 }}>
            {account === null && (
              <TextField
                label={t`Account`}
                value={id}
                required
                fullWidth
                onChange={(event) => setId(event.target.value)}
                slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off' } }}
              />
            )}
            <AccountFields input={input} own={account?.own ?? false} onChange={setInput} />
            {account === null && <PasswordField value={password} onChange={setPassword} />}
          </Stack>
          {account?.own && (
            <Alert severity="info" sx={{ mt: 1.5 }}>
              <Trans>
                This is your own account: another administrator changes its role, institution and
                password, or closes it.
              </Trans>
            </Alert>
          )}
          <div role="status">
            {order.data?.problem === null && (
              <Alert severity="success" sx={{ mt: 1.5 }}>
                <Trans>Done.</Trans>
              </Alert>
            )}
            {order.data?.problem && (
              <Alert severity="warning" sx={{ mt: 1.5 }}>
                {i18n._(problemWords[order.data.problem])}
              </Alert>
            )}
          </div>
          {order.isError && (
            <Alert severity="error" sx={{ mt: 1.5 }}>
              <Trans>It was not done:</Trans> {order.error.message}
            </Alert>
          )}
        </DialogContent>
      </form>
      {account !== null && (
        <DialogContent sx={{ pt: 0, flex: 'none' }}>
          <AccountOrders account={account} busy={order.isPending} onOrder={order.mutate} />
        </DialogContent>
      )}
      <DialogActions>
        <Button onClick={onClose}>
          <Trans>Close this window</Trans>
        </Button>
        <Button
          type="submit"
          form={`${titleId}-form`}
          variant="contained"
          disabled={!complete || order.isPending}
        >
          {account === null ? <Trans>Add</Trans> : <Trans>Save the changes</Trans>}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** The way in: demonstration accounts, single sign-on, account and password. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTitle } from '../design/page.tsx';
import { Mark } from '../design/shell/mark.tsx';
import { LanguageSwitch, ThemeSwitch } from '../design/shell/preferences.tsx';
import { ErrorPanel, LoadingRows } from '../design/states.tsx';
import { GraphError } from '../graph/execute.ts';
import { useLabel } from '../i18n/label.ts';
import {
  type DemonstrationAccount,
  oidcStart,
  signIn,
  signInAs,
  signInOptionsQuery,
} from '../session/sign-in.ts';

export function SignIn({ returnTo, onSignedIn }: { returnTo: string; onSignedIn: () => void }) {
  const { t } = useLingui();
  useTitle(t`Sign in`);
  const options = useQuery(signInOptionsQuery);
  const attempt = useMutation({
    mutationFn: (way: DemonstrationAccount | { account: string; password: string }) =>
      'role' in way ? signInAs(way) : signIn(way.account, way.password),
    onSuccess: onSignedIn,
  });
  const label = useLabel();
  const oidc = options.data?.oidc;
  // A hospital's system account is for machines: it has no page.
  const people = options.data?.demonstration.filter((a) => a.role !== 'SYSTEM') ?? [];
  return (
    <Box sx={{ minHeight: '100dvh', display: 'flex', flexDirection: 'column' }}>
      <Stack component="header" direction="row" sx={{ px: 2, py: 1, alignItems: 'center', gap: 1 }}>
        <Mark />
        <Box sx={{ ml: 'auto', display: 'flex' }}>
          <LanguageSwitch />
          <ThemeSwitch />
        </Box>
      </Stack>
      <Box component="main" sx={{ flex: 1, display: 'grid', placeItems: 'center', p: 2 }}>
        <Paper variant="outlined" sx={{ width: '100%', maxWidth: 440, p: 3 }}>
          <Typography variant="h1" sx={{ mb: 2 }}>
            <Trans>Sign in</Trans>
          </Typography>
          {attempt.isError && <Refusal error={attempt.error} />}
          {options.isPending && <LoadingRows rows={5} />}
          {options.isError && (
            <ErrorPanel error={options.error} retry={() => void options.refetch()} />
          )}
          {oidc && (
            <Button
              fullWidth
              variant="contained"
              size="large"
              href={oidcStart(returnTo)}
              sx={{ mb: 2 }}
            >
              {typeof oidc.label === 'string' ? oidc.label : label(oidc.label)}
            </Button>
          )}
          {people.length > 0 && (
            <Demonstration
              accounts={people}
              disabled={attempt.isPending}
              onChoose={attempt.mutate}
            />
          )}
          {options.data?.password && (
            <>
              {(people.length > 0 || oidc) && (
                <Divider sx={{ my: 2, fontSize: '0.75rem', color: 'text.secondary' }}>
                  <Trans>or</Trans>
                </Divider>
              )}
              <PasswordForm disabled={attempt.isPending} onSubmit={attempt.mutate} />
            </>
          )}
        </Paper>
      </Box>
    </Box>
  );
}

function Refusal({ error }: { error: Error }) {
  const refused = error instanceof GraphError && error.code !== 'UNREACHABLE';
  return (
    <Alert severity="error" sx={{ mb: 2 }}>
      {error instanceof GraphError && error.code === 'UNAUTHENTICATED' ? (
        <Trans>Account and password do not belong together.</Trans>
      ) : refused ? (
        error.message
      ) : (
        <Trans>The platform cannot be reached</Trans>
      )}
    </Alert>
  );
}

function Demonstration({
  accounts,
  disabled,
  onChoose,
}: {
  accounts: DemonstrationAccount[];
  disabled: boolean;
  onChoose: (account: DemonstrationAccount) => void;
}) {
  const label = useLabel();
  return (
    <Box component="section" aria-labelledby="demonstration">
      <Typography
        id="demonstration"
        variant="body2"
        component="h2"
        sx={{ color: 'text.secondary', mb: 1 }}
      >
        <Trans>Demonstration: choose who to be. All patients are synthetic.</Trans>
      </Typography>
      <Stack sx={{ gap: 0.75 }}>
        {accounts.map((account) => (
          <Button
            key={account.account}
            variant="outlined"
            color="inherit"
            disabled={disabled}
            onClick={() => onChoose(account)}
            sx={{
              justifyContent: 'flex-start',
              textAlign: 'left',
              px: 1.5,
              py: 0.75,
              borderColor: 'divider',
            }}
          >
            <span>
              <Box component="span" sx={{ display: 'block', fontWeight: 600 }}>
                {label(account.label)}
              </Box>
              {account.institution && (
                <Box
                  component="span"
                  sx={{
                    display: 'block',
                    fontSize: '0.75rem',
                    fontWeight: 400,
                    color: 'text.secondary',
                  }}
                >
                  {label(account.institution)}
                </Box>
              )}
            </span>
          </Button>
        ))}
      </Stack>
    </Box>
  );
}

function PasswordForm({
  disabled,
  onSubmit,
}: {
  disabled: boolean;
  onSubmit: (way: { account: string; password: string }) => void;
}) {
  const { t } = useLingui();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit({ account, password });
  };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 1.5 }}>
      <TextField
        label={t`Account`}
        value={account}
        required
        autoComplete="username"
        onChange={(event) => setAccount(event.target.value)}
      />
      <TextField
        label={t`Password`}
        type="password"
        value={password}
        required
        autoComplete="current-password"
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" variant="contained" size="large" disabled={disabled}>
        <Trans>Sign in</Trans>
      </Button>
    </Stack>
  );
}

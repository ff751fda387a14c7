/** The way in: demonstration accounts, single sign-on, account and password. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import FormControl from '@mui/material/FormControl';
import InputLabel from '@mui/material/InputLabel';
import OutlinedInput from '@mui/material/OutlinedInput';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ComponentProps, type FormEvent, lazy, Suspense, useId, useState } from 'react';
import { type Search, safeReturn } from '../../address.ts';
import { useTitle } from '../../design/page.tsx';
import { Mark } from '../../design/shell/mark.tsx';
import { LanguageSwitch, ThemeSwitch } from '../../design/shell/preferences.tsx';
import { ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { useLabel } from '../../i18n/label.ts';
import {
  type DemonstrationAccount,
  oidcStart,
  type SignedIn,
  signIn,
  signInAs,
  signInOptionsQuery,
} from '../../session/sign-in.ts';
import { Refusal } from './refusal.tsx';

const SecondStep = lazy(async () => ({
  default: (await import('./second-step.tsx')).SecondStep,
}));

/** By which account somebody signs in. */
type Way = DemonstrationAccount | { account: string; password: string };
/** What a sign-in asks for before it is done. */
type Asked = { way: Way; came: Exclude<SignedIn, { kind: 'in' }> };

export function SignInPage() {
  const { t } = useLingui();
  const { returnTo: asked, problem }: Search = useSearch({ strict: false });
  const returnTo = safeReturn(asked);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const onSignedIn = () => {
    queryClient.clear();
    void navigate({ href: returnTo });
  };
  useTitle(t`Sign in`);
  const options = useQuery(signInOptionsQuery);
  const [step, setStep] = useState<Asked | null>(null);
  const attempt = useMutation({
    mutationKey: ['sign-in'],
    mutationFn: ({ way, code }: { way: Way; code?: string }) =>
      'role' in way ? signInAs(way, code) : signIn(way.account, way.password, code),
    onSuccess: (came, { way }) => (came.kind === 'in' ? onSignedIn() : setStep({ way, came })),
  });
  const choose = (way: Way) => attempt.mutate({ way });
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
          {attempt.isError ? <Refusal error={attempt.error} /> : <WhyHere problem={problem} />}
          {step && (
            <Suspense fallback={<LoadingRows rows={2} />}>
              <SecondStep
                asked={step.came}
                disabled={attempt.isPending}
                onCode={(code) => attempt.mutate({ way: step.way, code })}
                onSaved={onSignedIn}
              />
            </Suspense>
          )}
          {options.isPending && <LoadingRows rows={5} />}
          {options.isError && (
            <ErrorPanel error={options.error} retry={() => void options.refetch()} />
          )}
          {oidc && !step && (
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
          {people.length > 0 && !step && (
            <Demonstration accounts={people} disabled={attempt.isPending} onChoose={choose} />
          )}
          {options.data?.password && !step && (
            <>
              {(people.length > 0 || oidc) && (
                <Divider sx={{ my: 2, fontSize: '0.75rem', color: 'text.secondary' }}>
                  <Trans>or</Trans>
                </Divider>
              )}
              <PasswordForm disabled={attempt.isPending} onSubmit={choose} />
            </>
          )}
        </Paper>
      </Box>
    </Box>
  );
}

/** What brought a person here who did not ask for it. */
function WhyHere({ problem }: { problem: string | undefined }) {
  switch (problem) {
    case 'session-ended':
      return (
        <Alert severity="info" sx={{ mb: 2 }}>
          <Trans>Your session has ended. Sign in again to go on where you were.</Trans>
        </Alert>
      );
    case 'expired':
      return (
        <Alert severity="warning" sx={{ mb: 2 }}>
          <Trans>Signing in took too long. Begin again.</Trans>
        </Alert>
      );
    case 'no-role':
      return (
        <Alert severity="warning" sx={{ mb: 2 }}>
          <Trans>
            Your identity provider knows you, but you have no role on this platform yet. Ask your
            institution’s administrator for one.
          </Trans>
        </Alert>
      );
    case 'refused':
      return (
        <Alert severity="warning" sx={{ mb: 2 }}>
          <Trans>Your identity provider did not sign you in. Begin again.</Trans>
        </Alert>
      );
    default:
      return null;
  }
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
      <Field
        label={t`Account`}
        value={account}
        required
        autoComplete="username"
        onChange={(event) => setAccount(event.target.value)}
      />
      <Field
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

/** MUI's TextField would bring its lists and menus, a third of this page's weight. */
function Field({ label, ...input }: { label: string } & ComponentProps<typeof OutlinedInput>) {
  const id = useId();
  return (
    <FormControl size="small" required={input.required ?? false}>
      <InputLabel htmlFor={id}>{label}</InputLabel>
      <OutlinedInput id={id} label={label} {...input} />
    </FormControl>
  );
}

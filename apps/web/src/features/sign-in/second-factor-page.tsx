/** The second factor of the own account: set up, or taken away. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PageHeader, Panel } from '../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../design/states.tsx';
import {
  confirmSecondFactor,
  type Offer,
  offerSecondFactor,
  removeSecondFactor,
  secondFactorQuery,
} from '../../session/second-factor.ts';
import { CodeField } from './code-field.tsx';
import { Enrolment } from './enrolment.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { Refusal } from './refusal.tsx';

export function SecondFactorPage() {
  const { t } = useLingui();
  const state = useQuery(secondFactorQuery);
  return (
    <>
      <PageHeader
        title={t`Second factor`}
        detail={<Trans>a code of your telephone beside the password</Trans>}
      />
      <Box sx={{ maxWidth: 560 }}>
        {state.isPending ? (
          <LoadingRows rows={3} />
        ) : state.isError ? (
          <ErrorPanel error={state.error} retry={() => void state.refetch()} />
        ) : !state.data.stored ? (
          <Alert severity="info">
            <Trans>You sign in at your identity provider: it asks for a second factor.</Trans>
          </Alert>
        ) : state.data.enrolled ? (
          <Enrolled required={state.data.required} recoveryLeft={state.data.recoveryLeft} />
        ) : (
          <SetUp />
        )}
      </Box>
    </>
  );
}

function Password({ value, onChange }: { value: string; onChange: (password: string) => void }) {
  const { t } = useLingui();
  return (
    <TextField
      label={t`Password`}
      type="password"
      value={value}
      required
      fullWidth
      autoComplete="current-password"
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ htmlInput: { maxLength: 200 } }}
    />
  );
}

function SetUp() {
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [offer, setOffer] = useState<Offer | null>(null);
  const ask = useMutation({
    mutationFn: () => offerSecondFactor(password),
    onSuccess: setOffer,
  });
  const confirm = useMutation({
    mutationFn: (code: string) => confirmSecondFactor(password, code),
    onSuccess: () => setPassword(''),
  });
  return (
    <Panel title={<Trans>Set up a second factor</Trans>}>
      {confirm.isError ? (
        <Refusal error={confirm.error} />
      ) : (
        ask.isError && <Refusal error={ask.error} />
      )}
      {confirm.data ? (
        <RecoveryCodes
          codes={confirm.data}
          onSaved={() => void client.invalidateQueries({ queryKey: ['second-factor'] })}
        />
      ) : offer ? (
        <Enrolment offer={offer} disabled={confirm.isPending} onCode={confirm.mutate} />
      ) : (
        <Stack
          component="form"
          sx={{ gap: 1.5 }}
          onSubmit={(event) => {
            event.preventDefault();
            ask.mutate();
          }}
        >
          <Password value={password} onChange={setPassword} />
          <Button type="submit" variant="contained" disabled={password === '' || ask.isPending}>
            <Trans>Begin</Trans>
          </Button>
        </Stack>
      )}
    </Panel>
  );
}

function Enrolled({ required, recoveryLeft }: { required: boolean; recoveryLeft: number }) {
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const remove = useMutation({
    mutationFn: () => removeSecondFactor(password, code),
    onSuccess: () => client.invalidateQueries({ queryKey: ['second-factor'] }),
  });
  return (
    <>
      <Alert severity="success" sx={{ mb: 2 }}>
        <Trans>
          The account has a second factor. Recovery codes that are left: {recoveryLeft}.
        </Trans>
      </Alert>
      {required ? (
        <Alert severity="info">
          <Trans>
            Accounts of your role need it. Where you lost your telephone, an administrator resets
            it.
          </Trans>
        </Alert>
      ) : (
        <Panel title={<Trans>Take it away</Trans>}>
          {remove.isError && <Refusal error={remove.error} />}
          <Stack
            component="form"
            sx={{ gap: 1.5 }}
            onSubmit={(event) => {
              event.preventDefault();
              remove.mutate();
            }}
          >
            <Password value={password} onChange={setPassword} />
            <CodeField value={code} recovery onChange={setCode} />
            <Button
              type="submit"
              color="error"
              variant="outlined"
              disabled={password === '' || code === '' || remove.isPending}
            >
              <Trans>Take the second factor away</Trans>
            </Button>
          </Stack>
        </Panel>
      )}
    </>
  );
}

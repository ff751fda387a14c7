/** Lets a program in; its key is shown once. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { InstitutionField } from '../../../design/institution-field.tsx';
import { execute } from '../../../graph/execute.ts';
import { AddApiClientDocument, type ApiClientMethod } from '../../../graph/generated/graphql.ts';
import { ScopeChoices } from './scope-choices.tsx';
import { ToldOnce } from './told-once.tsx';
import { problemWords } from './words.ts';

export function ClientDialog({ national, onClose }: { national: boolean; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [institution, setInstitution] = useState<string | null>(null);
  const [scopes, setScopes] = useState<string[]>(['system/*.rs']);
  const [method, setMethod] = useState<ApiClientMethod>('KEY');
  const [jwks, setJwks] = useState('');
  const [jwksUrl, setJwksUrl] = useState('');
  const [days, setDays] = useState('365');
  const add = useMutation({
    mutationFn: async () =>
      (
        await execute(AddApiClientDocument, {
          input: {
            name: name.trim(),
            institution,
            scopes,
            method,
            jwks: method === 'JWKS' ? jwks : null,
            jwksUrl: method === 'JWKS_URL' ? jwksUrl.trim() : null,
            days: days === '' ? null : Number(days),
          },
        })
      ).addApiClient,
    onSettled: () => queries.invalidateQueries({ queryKey: ['data-services'] }),
  });
  const made = add.data?.problem === null ? add.data : null;
  const complete =
    name.trim() !== '' &&
    scopes.length > 0 &&
    (!national || institution !== null) &&
    /^\d*$/.test(days);
  return (
    <FormDialog
      title={<Trans>Let a program in</Trans>}
      submit={made === null ? <Trans>Let it in</Trans> : null}
      disabled={!complete || add.isPending}
      problem={
        add.isError ? (
          <>
            <Trans>It was not done:</Trans> {add.error.message}
          </>
        ) : null
      }
      status={
        <>
          {' '}
          {made?.client && (
            <>
              <Alert severity="info">
                <Trans>
                  {made.client.name} is let in. Its client_id: {made.client.clientId}
                </Trans>
              </Alert>
              {made.key && <ToldOnce label={t`Key`} secret={made.key} />}
            </>
          )}
          {add.data?.problem && (
            <Alert severity="warning" sx={{ mt: 1.5 }}>
              {i18n._(problemWords[add.data.problem])}
            </Alert>
          )}
        </>
      }
      onSubmit={add.mutate}
      onClose={onClose}
    >
      {made === null && (
        <>
          <TextField
            label={t`Name of the program`}
            value={name}
            required
            autoFocus
            onChange={(event) => setName(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off' } }}
          />
          {national && (
            <InstitutionField
              label={t`Institution`}
              chosen={institution}
              onChange={setInstitution}
            />
          )}
          <ScopeChoices chosen={scopes} onChange={setScopes} />
          <TextField
            select
            label={t`It proves who it is by`}
            value={method}
            onChange={(event) => setMethod(event.target.value as ApiClientMethod)}
          >
            <MenuItem value="KEY">
              <Trans>a key that it sends along</Trans>
            </MenuItem>
            <MenuItem value="JWKS">
              <Trans>its own keys (SMART Backend Services), pasted here</Trans>
            </MenuItem>
            <MenuItem value="JWKS_URL">
              <Trans>its own keys (SMART Backend Services), at an address</Trans>
            </MenuItem>
          </TextField>
          {method === 'JWKS' && (
            <TextField
              label={t`Public keys (JWKS)`}
              value={jwks}
              required
              multiline
              minRows={4}
              maxRows={10}
              onChange={(event) => setJwks(event.target.value)}
              helperText={t`Public keys alone: a private key is refused.`}
              slotProps={{ htmlInput: { spellCheck: false, maxLength: 16384 } }}
            />
          )}
          {method === 'JWKS_URL' && (
            <TextField
              label={t`Address of the keys`}
              value={jwksUrl}
              required
              type="url"
              placeholder="https://"
              onChange={(event) => setJwksUrl(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 500, autoComplete: 'off' } }}
            />
          )}
          <TextField
            label={t`Ends after days`}
            value={days}
            onChange={(event) => setDays(event.target.value)}
            helperText={t`1 to 3650; empty where it does not end.`}
            slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 4 } }}
          />
        </>
      )}
    </FormDialog>
  );
}

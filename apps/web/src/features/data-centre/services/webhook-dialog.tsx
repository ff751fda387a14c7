/** Adds an address that is told what happens; the secret of its messages is shown once. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { InstitutionField } from '../../../design/institution-field.tsx';
import { execute } from '../../../graph/execute.ts';
import { AddWebhookDocument, type WebhookEvent } from '../../../graph/generated/graphql.ts';
import { ToldOnce } from './told-once.tsx';
import { events, eventWords, problemWords } from './words.ts';

export function WebhookDialog({ national, onClose }: { national: boolean; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [url, setUrl] = useState('');
  const [institution, setInstitution] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly WebhookEvent[]>(events);
  const add = useMutation({
    mutationFn: async () =>
      (
        await execute(AddWebhookDocument, {
          input: { url: url.trim(), institution, events: [...chosen] },
        })
      ).addWebhook,
    onSettled: () => queries.invalidateQueries({ queryKey: ['data-services'] }),
  });
  const made = add.data?.problem === null ? add.data : null;
  const complete = url.trim() !== '' && chosen.length > 0 && (!national || institution !== null);
  return (
    <FormDialog
      title={<Trans>Add a webhook</Trans>}
      submit={made === null ? <Trans>Add</Trans> : null}
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
          {made?.secret && <ToldOnce label={t`Secret of its messages`} secret={made.secret} />}
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
            label={t`Address`}
            value={url}
            required
            autoFocus
            type="url"
            placeholder="https://"
            onChange={(event) => setUrl(event.target.value)}
            helperText={t`It is sent ids alone, signed, and again until it answers.`}
            slotProps={{ htmlInput: { maxLength: 500, autoComplete: 'off' } }}
          />
          {national && (
            <InstitutionField
              label={t`Institution`}
              chosen={institution}
              onChange={setInstitution}
            />
          )}
          <FormControl component="fieldset">
            <FormLabel component="legend">
              <Trans>What it is told of</Trans>
            </FormLabel>
            <FormGroup>
              {events.map((event) => (
                <FormControlLabel
                  key={event}
                  label={i18n._(eventWords[event])}
                  control={
                    <Checkbox
                      size="small"
                      checked={chosen.includes(event)}
                      onChange={(_, on) =>
                        setChosen(on ? [...chosen, event] : chosen.filter((one) => one !== event))
                      }
                    />
                  }
                />
              ))}
            </FormGroup>
          </FormControl>
        </>
      )}
    </FormDialog>
  );
}

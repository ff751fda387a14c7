/** Puts values of a held record right, or takes it as it is for a reason. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Panel } from '../../../design/page.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { FieldInput } from './field-input.tsx';
import { correctHeldRecord, type Decided, type HeldDetail, overruleHeld } from './requests.ts';
import { kindWords } from './words.ts';

/** In characters, as the gateway asks for. */
const SHORTEST = 10;

const keyOf = (record: number, field: string): string => `${record}.${field}`;

export function CorrectionForm({ held }: { held: HeldDetail }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const client = useQueryClient();
  const fields = held.records.flatMap(({ kind, fields: own }, record) =>
    own.map((field) => ({ ...field, kind, record, key: keyOf(record, field.name) })),
  );
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(fields.map(({ key, value }) => [key, value])),
  );
  const [reason, setReason] = useState('');
  const then = async (done: Decided): Promise<Decided> => {
    if (done.outcome === 'taken' || done.outcome === 'decided') {
      await client.invalidateQueries({ queryKey: ['held'] });
      await client.invalidateQueries({ queryKey: ['held-record', held.id] });
    }
    return done;
  };
  const changed = fields.filter(({ key, value }) => values[key] !== value);
  const correction = useMutation({
    mutationFn: () =>
      correctHeldRecord(
        held.id,
        changed.map(({ record, name, key }) => ({ record, field: name, value: values[key] ?? '' })),
      ).then(then),
  });
  const overruling = useMutation({
    mutationFn: () => overruleHeld(held.id, reason.trim()).then(then),
  });
  const busy = correction.isPending || overruling.isPending;
  const unfit = correction.data?.outcome === 'unfit' ? correction.data.unfit : [];
  const suggested = held.reasons.flatMap(({ record, suggestion, fields: [field = ''] }) =>
    suggestion === undefined ? [] : [{ key: keyOf(record, field), suggestion }],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    correction.mutate();
  };
  return (
    <>
      {fields.length > 0 && (
        <Panel title={t`Correct it`}>
          <Stack component="form" onSubmit={submit} sx={{ gap: 1.5, p: 1.5 }} noValidate>
            {held.records.map(({ kind, fields: own }, record) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a record's place is what it is known by
              <Stack key={record} sx={{ gap: 1.5 }}>
                {own.length > 0 && held.records.length > 1 && (
                  <Typography variant="h3">
                    {kindWords[kind] ? i18n._(kindWords[kind]) : kind}
                  </Typography>
                )}
                {own.map((field) => {
                  const key = keyOf(record, field.name);
                  const suggestion = suggested.find((one) => one.key === key)?.suggestion;
                  return (
                    <Stack key={key} direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
                      <FieldInput
                        field={field}
                        value={values[key] ?? ''}
                        wrong={unfit.some((one) => keyOf(one.record, one.field) === key)}
                        onChange={(value) => setValues((all) => ({ ...all, [key]: value }))}
                      />
                      {suggestion !== undefined && values[key] !== suggestion && (
                        <Button
                          size="small"
                          onClick={() => setValues((all) => ({ ...all, [key]: suggestion }))}
                        >
                          <Trans>Put {suggestion} in</Trans>
                        </Button>
                      )}
                    </Stack>
                  );
                })}
              </Stack>
            ))}
            <Button
              type="submit"
              variant="contained"
              disabled={busy || changed.length === 0}
              sx={{ alignSelf: 'start' }}
            >
              <Trans>Correct and release</Trans>
            </Button>
            <Outcome decided={correction.data} error={correction.error} />
          </Stack>
        </Panel>
      )}
      <Panel title={t`Take it as it is`}>
        <Stack sx={{ gap: 1.5, p: 1.5 }}>
          <TextField
            label={t`Why (10 characters at least)`}
            value={reason}
            multiline
            minRows={2}
            fullWidth
            onChange={(event) => setReason(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
          <Button
            variant="outlined"
            disabled={busy || reason.trim().length < SHORTEST}
            onClick={() => overruling.mutate()}
            sx={{ alignSelf: 'start' }}
          >
            <Trans>Overrule the edit</Trans>
          </Button>
          <Outcome decided={overruling.data} error={overruling.error} />
        </Stack>
      </Panel>
      {fields.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <Trans>Nothing of this record is corrected here: its sender sends it again.</Trans>
        </Typography>
      )}
    </>
  );

  function Outcome({ decided, error }: { decided: Decided | undefined; error: Error | null }) {
    if (error !== null)
      return (
        <Alert severity="error">
          <Trans>It was not done:</Trans> {error.message}
        </Alert>
      );
    if (decided?.outcome === 'held')
      return (
        <Alert severity="warning">
          <Trans>Something is wrong still; nothing was changed.</Trans>{' '}
          {decided.problems.map((problem) => label(problem.reason)).join(' ')}
        </Alert>
      );
    if (decided?.outcome === 'unfit')
      return (
        <Alert severity="error">
          <Trans>A value cannot be read; nothing was changed.</Trans>
        </Alert>
      );
    if (decided?.outcome === 'decided')
      return (
        <Alert severity="warning">
          <Trans>It was decided meanwhile.</Trans>
        </Alert>
      );
    return null;
  }
}

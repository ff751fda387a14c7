/** One value typed or chosen, kept with who and when; taken back or undone. */
import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { execute } from '../../../../graph/execute.ts';
import {
  EnterPrognosisInputDocument,
  UndoPrognosisInputDocument,
} from '../../../../graph/generated/graphql.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { type Input, prognosisKey } from './data.ts';
import { useValueWords } from './use-value-words.ts';

export function EntryForm({
  tumour,
  input,
  onDone,
}: {
  tumour: string;
  input: Input;
  onDone: () => void;
}) {
  const label = useLabel();
  const words = useValueWords();
  const client = useQueryClient();
  const [value, setValue] = useState('');
  const work = useMutation({
    mutationFn: async (order: 'enter' | 'take-back' | 'undo') =>
      order === 'undo'
        ? (await execute(UndoPrognosisInputDocument, { tumour, input: input.id }))
            .undoPrognosisInput
        : (
            await execute(EnterPrognosisInputDocument, {
              tumour,
              input: input.id,
              value: order === 'enter' ? value : null,
            })
          ).enterPrognosisInput,
    onSuccess: async ({ stored }) => {
      if (!stored) return;
      await client.invalidateQueries({ queryKey: prognosisKey(tumour) });
      onDone();
    },
  });
  const choices = input.kind === 'flag' ? ['true', 'false'] : input.choices;
  const bounds = input.kind === 'number' ? `${input.min ?? ''}–${input.max ?? ''}` : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        work.mutate('enter');
      }}
    >
      <Stack sx={{ gap: 0.75, minWidth: 160 }}>
        <TextField
          size="small"
          select={choices.length > 0}
          label={label(input.label)}
          value={value}
          autoFocus
          required
          helperText={bounds}
          onChange={(event) => setValue(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 100, inputMode: bounds ? 'decimal' : undefined } }}
        >
          {choices.map((choice) => (
            <MenuItem key={choice} value={choice}>
              {words(choice)}
            </MenuItem>
          ))}
        </TextField>
        <Stack direction="row" sx={{ gap: 0.5, flexWrap: 'wrap' }}>
          <Button
            size="small"
            type="submit"
            variant="contained"
            disabled={value.trim() === '' || work.isPending}
          >
            <Trans>Save</Trans>
          </Button>
          {input.entered && (
            <>
              <Button size="small" disabled={work.isPending} onClick={() => work.mutate('undo')}>
                <Trans>Undo the last entry</Trans>
              </Button>
              <Button
                size="small"
                disabled={work.isPending}
                onClick={() => work.mutate('take-back')}
              >
                <Trans>Take back</Trans>
              </Button>
            </>
          )}
          <Button size="small" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
        </Stack>
        {work.data?.problem && <Alert severity="warning">{label(work.data.problem)}</Alert>}
        {work.isError && <Alert severity="error">{work.error.message}</Alert>}
      </Stack>
    </form>
  );
}

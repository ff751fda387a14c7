/** Writes a note, changes it by a version, or takes it back. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { execute } from '../../../graph/execute.ts';
import {
  ChangeNoteDocument,
  type NoteDetailFragment,
  WriteNoteDocument,
} from '../../../graph/generated/graphql.ts';

export function NoteDialog({
  patientId,
  note,
  onClose,
}: {
  patientId: string;
  /** Null where one is written. */
  note: NoteDetailFragment | null;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [text, setText] = useState(note?.text ?? '');
  const save = useMutation({
    mutationFn: async (words: string | null): Promise<boolean> => {
      if (note === null)
        return (
          words !== null &&
          (await execute(WriteNoteDocument, { patient: patientId, text: words })).writeNote != null
        );
      const after = note.versions[0]?.version ?? 1;
      return (
        (await execute(ChangeNoteDocument, { id: note.id, after, text: words })).changeNote != null
      );
    },
    onSuccess: async (stored) => {
      if (stored) onClose();
      await client.invalidateQueries({ queryKey: ['patient', patientId] });
    },
  });
  return (
    <FormDialog
      title={note === null ? t`Write a note` : t`Change the note`}
      submit={<Trans>Save</Trans>}
      disabled={text.trim() === '' || save.isPending}
      problem={
        save.error?.message ??
        (save.data === false
          ? t`It was not saved: the note was changed meanwhile, or the patient is not in your care.`
          : null)
      }
      onSubmit={() => save.mutate(text.trim())}
      onClose={onClose}
    >
      <TextField
        label={t`Note`}
        value={text}
        required
        multiline
        minRows={4}
        onChange={(event) => setText(event.target.value)}
        helperText={t`Read by your institution alone; every version stays, with your account`}
        slotProps={{ htmlInput: { maxLength: 4000 } }}
      />
      {note !== null && note.text !== null && (
        <div>
          <Button color="inherit" disabled={save.isPending} onClick={() => save.mutate(null)}>
            <Trans>Take the note back</Trans>
          </Button>
        </div>
      )}
    </FormDialog>
  );
}

/** Adds files to a note of the reader's own, and takes them back. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileButton } from '../../../design/file-button.tsx';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { formatInstant } from '../../../format/date.ts';
import { formatBytes } from '../../../format/quantity.ts';
import { reach } from '../../../graph/execute.ts';
import { failureOf } from '../../../graph/failure.ts';
import type { NoteDetailFragment } from '../../../graph/generated/graphql.ts';

/** Bytes of a file, and files of a note, as the platform takes them. */
const [LONGEST, MOST] = [10 * 2 ** 20, 10];

const post = async (path: string, body: Blob | null): Promise<void> => {
  const response = await reach(`/note-files/${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'x-nodp-csrf': '1', 'content-type': 'application/octet-stream' },
    body,
  });
  if (!response.ok) throw await failureOf(response);
};

export function FilesDialog({
  note,
  patientId,
  onClose,
}: {
  note: NoteDetailFragment;
  patientId: string;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [tooLong, setTooLong] = useState<string | null>(null);
  const work = useMutation({
    mutationFn: (asked: { readonly add: File } | { readonly takeBack: string }) =>
      'add' in asked
        ? post(`${note.id}?name=${encodeURIComponent(asked.add.name)}`, asked.add)
        : post(`${asked.takeBack}/take-back`, null),
    onSettled: () => client.invalidateQueries({ queryKey: ['patient', patientId] }),
  });
  const choose = (file: File) => {
    setTooLong(file.size > LONGEST ? file.name : null);
    if (file.size <= LONGEST) work.mutate({ add: file });
  };
  const { error } = work;
  return (
    <FormDialog
      title={t`Files of the note`}
      submit={null}
      disabled
      status={work.isPending ? t`Working …` : undefined}
      problem={tooLong !== null ? t`${tooLong} has more than 10 MB.` : (error?.message ?? null)}
      onSubmit={onClose}
      onClose={onClose}
    >
      <div>
        <Trans>
          PDF, pictures (PNG, JPEG, TIFF) or plain text, 10 MB each and ten at most. They are stored
          sealed, read by your institution alone, and opened as a download.
        </Trans>
      </div>
      {note.files.length > 0 && (
        <Box component="ul" sx={{ m: 0, pl: 2, overflowWrap: 'anywhere' }}>
          {note.files.map(({ id, name, bytes, addedBy, addedAt, own }) => (
            <li key={id}>
              {name} · {formatBytes(bytes)} · {addedBy}, {formatInstant(addedAt)}{' '}
              {own && (
                <Button
                  size="small"
                  color="inherit"
                  disabled={work.isPending}
                  aria-label={t`Take back the file ${name}`}
                  onClick={() => work.mutate({ takeBack: id })}
                >
                  <Trans>Take back</Trans>
                </Button>
              )}
            </li>
          ))}
        </Box>
      )}
      <div>
        <FileButton
          label={t`File`}
          accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff,.txt,.csv,.md"
          disabled={work.isPending || note.files.length >= MOST}
          onChoose={choose}
        />
      </div>
    </FormDialog>
  );
}

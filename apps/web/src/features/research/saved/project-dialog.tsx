/** Makes a project, or changes its title and members. */
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
import { ErrorWords } from '../../../design/states.tsx';
import { execute } from '../../../graph/execute.ts';
import { PutResearchProjectDocument } from '../../../graph/generated/graphql.ts';
import { type Project, savedKey } from './queries.ts';

export function ProjectDialog({
  project,
  onClose,
}: {
  project: Project | null;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const id = useId();
  const client = useQueryClient();
  const [title, setTitle] = useState(project?.title ?? '');
  const [members, setMembers] = useState(project?.members.join('\n') ?? '');
  const put = useMutation({
    mutationFn: () =>
      execute(PutResearchProjectDocument, {
        input: {
          id: project?.id ?? null,
          title,
          members: members.split(/[\s,，;；]+/).filter(Boolean),
        },
      }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: savedKey }),
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          put.mutate();
        }}
      >
        <DialogTitle id={id}>
          {project ? <Trans>Change the project</Trans> : <Trans>New project</Trans>}
        </DialogTitle>
        <DialogContent>
          <Stack sx={{ gap: 1.5, mt: 1 }}>
            <TextField
              label={t`Project`}
              value={title}
              required
              autoFocus
              onChange={(event) => setTitle(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 120 } }}
            />
            <TextField
              label={t`Members`}
              value={members}
              multiline
              minRows={3}
              helperText={t`Names of accounts as they sign in, one a line; 50 at most.`}
              onChange={(event) => setMembers(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 10_000, spellCheck: false } }}
            />
          </Stack>
          {put.isError && (
            <Alert severity="error" sx={{ mt: 1.5 }}>
              <Trans>The project was not saved:</Trans> <ErrorWords error={put.error} />
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" variant="contained" disabled={title.trim() === '' || put.isPending}>
            <Trans>Save</Trans>
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

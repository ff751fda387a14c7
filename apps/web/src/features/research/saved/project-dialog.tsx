/** Makes a project, or changes its title and members. */
import { Trans, useLingui } from '@lingui/react/macro';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../../../design/form-dialog.tsx';
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
    <FormDialog
      title={project ? <Trans>Change the project</Trans> : <Trans>New project</Trans>}
      submit={<Trans>Save</Trans>}
      disabled={title.trim() === '' || put.isPending}
      problem={
        put.isError ? (
          <>
            <Trans>The project was not saved:</Trans> <ErrorWords error={put.error} />
          </>
        ) : null
      }
      onSubmit={() => put.mutate()}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}

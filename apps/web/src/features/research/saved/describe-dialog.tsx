/** Renames, describes or shares a saved cohort of one's own. */
import { Trans, useLingui } from '@lingui/react/macro';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { ErrorWords } from '../../../design/states.tsx';
import { execute } from '../../../graph/execute.ts';
import { DescribeCohortDocument } from '../../../graph/generated/graphql.ts';
import { type OpenCohort, type Project, savedKey } from './queries.ts';

const ownAlone = 'own';

export function DescribeDialog({
  cohort,
  projects,
  onClose,
}: {
  cohort: OpenCohort;
  projects: readonly Project[];
  onClose: () => void;
}) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [name, setName] = useState(cohort.name);
  const [description, setDescription] = useState(cohort.description);
  const [project, setProject] = useState(cohort.project?.id ?? ownAlone);
  const describe = useMutation({
    mutationFn: () =>
      execute(DescribeCohortDocument, {
        input: {
          ...{ id: cohort.id, name, description },
          projectId: project === ownAlone ? null : project,
        },
      }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: savedKey }),
  });
  return (
    <FormDialog
      title={<Trans>Rename or share</Trans>}
      submit={<Trans>Save</Trans>}
      disabled={name.trim() === '' || describe.isPending}
      problem={describe.isError ? <ErrorWords error={describe.error} /> : null}
      onSubmit={() => describe.mutate()}
      onClose={onClose}
    >
      <TextField
        label={t`Name`}
        value={name}
        required
        autoFocus
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
      <TextField
        label={t`Description`}
        value={description}
        multiline
        minRows={2}
        onChange={(event) => setDescription(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      <TextField
        select
        label={t`Seen by`}
        value={project}
        helperText={projects.length === 0 ? t`Make a project first to share it.` : undefined}
        onChange={(event) => setProject(event.target.value)}
      >
        <MenuItem value={ownAlone}>
          <Trans>Me alone</Trans>
        </MenuItem>
        {projects.map((one) => (
          <MenuItem key={one.id} value={one.id}>
            <Trans>The members of {one.title}</Trans>
          </MenuItem>
        ))}
      </TextField>
    </FormDialog>
  );
}

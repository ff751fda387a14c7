/** Renames, describes or shares a saved cohort of one's own. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
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
  const id = useId();
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
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          describe.mutate();
        }}
      >
        <DialogTitle id={id}>
          <Trans>Rename or share</Trans>
        </DialogTitle>
        <DialogContent>
          <Stack sx={{ gap: 1.5, mt: 1 }}>
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
          </Stack>
          {describe.isError && (
            <Alert severity="error" sx={{ mt: 1.5 }}>
              <ErrorWords error={describe.error} />
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            type="submit"
            variant="contained"
            disabled={name.trim() === '' || describe.isPending}
          >
            <Trans>Save</Trans>
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

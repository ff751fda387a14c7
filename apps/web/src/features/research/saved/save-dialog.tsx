/** Names a cohort and saves it, or saves a version of one that is there. */
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
import Typography from '@mui/material/Typography';
import type { CohortDefinition } from '@nodp/cohorts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ButtonLink } from '../../../design/links.tsx';
import { ErrorWords } from '../../../design/states.tsx';
import { execute } from '../../../graph/execute.ts';
import { SaveCohortDocument, SaveCohortVersionDocument } from '../../../graph/generated/graphql.ts';
import { savedCohortsQuery, savedKey } from './queries.ts';

/** Choices of what it becomes that are no saved cohort or project. */
const anew = 'new';
const ownAlone = 'own';

export function SaveDialog({
  definition,
  release,
  onClose,
}: {
  definition: CohortDefinition;
  release: number;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const id = useId();
  const client = useQueryClient();
  const list = useQuery(savedCohortsQuery());
  const [into, setInto] = useState(anew);
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [project, setProject] = useState(ownAlone);
  const save = useMutation({
    mutationFn: async () =>
      into === anew
        ? (
            await execute(SaveCohortDocument, {
              input: {
                ...{ name, description, definition, release },
                projectId: project === ownAlone ? null : project,
              },
            })
          ).saveCohort
        : (
            await execute(SaveCohortVersionDocument, {
              input: { id: into, definition, release, note: description },
            })
          ).saveCohortVersion,
    onSettled: () => client.invalidateQueries({ queryKey: savedKey }),
  });
  const saved = save.data;
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <DialogTitle id={id}>
          {saved ? <Trans>The cohort is saved</Trans> : <Trans>Save this cohort</Trans>}
        </DialogTitle>
        <DialogContent>
          {saved ? (
            <Typography variant="body2">
              <Trans>
                It is cited as <code>{saved.latest.hash}</code>: this definition on release{' '}
                {release}, the same persons for ever.
              </Trans>
            </Typography>
          ) : (
            <Stack sx={{ gap: 1.5, mt: 1 }}>
              <TextField
                select
                label={t`Save as`}
                value={into}
                onChange={(event) => setInto(event.target.value)}
              >
                <MenuItem value={anew}>
                  <Trans>A new cohort</Trans>
                </MenuItem>
                {list.data?.savedCohorts.map((one) => {
                  const next = one.latest.number + 1;
                  return (
                    <MenuItem key={one.id} value={one.id}>
                      <Trans>
                        Version {next} of {one.name}
                      </Trans>
                    </MenuItem>
                  );
                })}
              </TextField>
              {into === anew && (
                <TextField
                  label={t`Name`}
                  value={name}
                  required
                  autoFocus
                  onChange={(event) => setName(event.target.value)}
                  slotProps={{ htmlInput: { maxLength: 120, autoComplete: 'off' } }}
                />
              )}
              <TextField
                label={into === anew ? t`Description` : t`What is new in it`}
                value={description}
                multiline
                minRows={2}
                onChange={(event) => setDescription(event.target.value)}
                slotProps={{ htmlInput: { maxLength: into === anew ? 2000 : 500 } }}
              />
              {into === anew && (list.data?.researchProjects.length ?? 0) > 0 && (
                <TextField
                  select
                  label={t`Seen by`}
                  value={project}
                  onChange={(event) => setProject(event.target.value)}
                >
                  <MenuItem value={ownAlone}>
                    <Trans>Me alone</Trans>
                  </MenuItem>
                  {list.data?.researchProjects.map((one) => (
                    <MenuItem key={one.id} value={one.id}>
                      <Trans>The members of {one.title}</Trans>
                    </MenuItem>
                  ))}
                </TextField>
              )}
            </Stack>
          )}
          {save.isError && (
            <Alert severity="error" sx={{ mt: 1.5 }}>
              <Trans>The cohort was not saved:</Trans> <ErrorWords error={save.error} />
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{saved ? <Trans>Close</Trans> : <Trans>Cancel</Trans>}</Button>
          {saved ? (
            <ButtonLink
              variant="contained"
              to="/research/saved/{-$cohortId}"
              params={{ cohortId: saved.id }}
              search={{}}
            >
              <Trans>Open it</Trans>
            </ButtonLink>
          ) : (
            <Button
              type="submit"
              variant="contained"
              disabled={(into === anew && name.trim() === '') || save.isPending}
            >
              <Trans>Save</Trans>
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}

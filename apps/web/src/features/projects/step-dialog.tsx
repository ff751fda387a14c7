/** Takes a step of a project, with what is written to it. */
import { Trans, useLingui } from '@lingui/react/macro';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../../design/form-dialog.tsx';
import { ErrorWords } from '../../design/states.tsx';
import { execute } from '../../graph/execute.ts';
import {
  type ProjectBallot,
  type ProjectStepKind,
  StepProjectDocument,
} from '../../graph/generated/graphql.ts';
import { type Project, projectsKey } from './queries.ts';
import { actionWords, ballotWords, wordsAsked } from './words.ts';

/** Steps that are nothing without words. */
const needsWords = (kind: ProjectStepKind): boolean =>
  !['SUBMIT', 'VOTE', 'WITHDRAW'].includes(kind);

export function StepDialog({
  project,
  kind,
  onClose,
}: {
  project: Project;
  kind: ProjectStepKind;
  onClose: () => void;
}) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const [ballot, setBallot] = useState<ProjectBallot>('YES');
  const [conditions, setConditions] = useState('');
  const [counts, setCounts] = useState('50000');
  const take = useMutation({
    mutationFn: () =>
      execute(StepProjectDocument, {
        input: {
          ...{ id: project.id, kind, words },
          ...(kind === 'VOTE' ? { ballot } : {}),
          ...(kind === 'APPROVE' ? { conditions, countsPerDay: Number(counts) } : {}),
        },
      }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: projectsKey }),
  });
  return (
    <FormDialog
      title={i18n._(actionWords[kind])}
      submit={i18n._(actionWords[kind])}
      disabled={(needsWords(kind) && words.trim() === '') || take.isPending}
      problem={
        take.isError ? (
          <>
            <Trans>It was not done:</Trans> <ErrorWords error={take.error} />
          </>
        ) : null
      }
      onSubmit={() => take.mutate()}
      onClose={onClose}
    >
      {kind === 'VOTE' && (
        <>
          <Typography variant="body2">
            <Trans>
              By voting you declare that you have no conflict of interest in this project. Your last
              vote counts.
            </Trans>
          </Typography>
          <TextField
            select
            label={t`Vote`}
            value={ballot}
            onChange={(event) => setBallot(event.target.value as ProjectBallot)}
          >
            {(['YES', 'NO', 'ABSTAIN'] as const).map((one) => (
              <MenuItem key={one} value={one}>
                {i18n._(ballotWords[one])}
              </MenuItem>
            ))}
          </TextField>
        </>
      )}
      <TextField
        label={i18n._(wordsAsked[kind])}
        value={words}
        required={needsWords(kind)}
        autoFocus={kind !== 'VOTE'}
        multiline
        minRows={3}
        onChange={(event) => setWords(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 4000 } }}
      />
      {kind === 'APPROVE' && (
        <>
          <TextField
            label={t`Conditions`}
            value={conditions}
            multiline
            minRows={2}
            onChange={(event) => setConditions(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 4000 } }}
          />
          <TextField
            label={t`Counts a day`}
            value={counts}
            required
            helperText={t`1 to 1,000,000, of all accounts of the project together.`}
            onChange={(event) => setCounts(event.target.value)}
            slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 7 } }}
          />
        </>
      )}
    </FormDialog>
  );
}

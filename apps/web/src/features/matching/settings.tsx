/** For national data managers: whether joins across institutions need two, and matching the whole pool anew. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { execute } from '../../graph/execute.ts';
import {
  type MatchingStateQuery,
  MatchPersonsDocument,
  RequireFourEyesDocument,
} from '../../graph/generated/graphql.ts';

export function MatchingSettings({ state }: { state: MatchingStateQuery['matchingState'] }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['matching-state'] });
  const fourEyes = useMutation({
    mutationFn: (wanted: boolean) => execute(RequireFourEyesDocument, { wanted }),
    onSettled,
  });
  const match = useMutation({ mutationFn: () => execute(MatchPersonsDocument, {}), onSettled });
  const error = fourEyes.error ?? match.error;
  return (
    <>
      <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap', alignItems: 'center', mb: 1.5 }}>
        <FormControlLabel
          control={
            <Switch
              checked={state.fourEyes}
              disabled={fourEyes.isPending}
              onChange={(_, wanted) => fourEyes.mutate(wanted)}
            />
          }
          label={t`Joins across institutions need two data managers`}
        />
        <Button
          size="small"
          variant="outlined"
          disabled={state.running || match.isPending || match.isSuccess}
          onClick={() => match.mutate()}
        >
          {state.running || match.isSuccess ? (
            <Trans>The pool is being matched</Trans>
          ) : (
            <Trans>Match the whole pool anew</Trans>
          )}
        </Button>
      </Stack>
      {error && (
        <Alert severity="error" sx={{ mb: 1.5 }}>
          <Trans>It was not done:</Trans> {error.message}
        </Alert>
      )}
    </>
  );
}

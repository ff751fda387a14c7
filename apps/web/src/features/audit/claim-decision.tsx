/** Whether the record is opened to an institution that claims a patient. */
import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { execute } from '../../graph/execute.ts';
import { DecideClaimDocument } from '../../graph/generated/graphql.ts';

export function ClaimDecision({ id }: { id: string }) {
  const client = useQueryClient();
  const decide = useMutation({
    mutationFn: (open: boolean) => execute(DecideClaimDocument, { id, open }),
    onSettled: () => client.invalidateQueries({ queryKey: ['identity-claims'] }),
  });
  return (
    <>
      {decide.isError && (
        <Alert severity="error" sx={{ mb: 1 }}>
          <Trans>The decision was not stored:</Trans> {decide.error.message}
        </Alert>
      )}
      <Button size="small" disabled={decide.isPending} onClick={() => decide.mutate(true)}>
        <Trans>Open the record to them</Trans>
      </Button>
      <Button
        size="small"
        color="error"
        disabled={decide.isPending}
        onClick={() => decide.mutate(false)}
      >
        <Trans>Decline</Trans>
      </Button>
    </>
  );
}

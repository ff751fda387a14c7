/** Why a sign-in was refused. */
import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { GraphError } from '../../graph/execute.ts';

export function Refusal({ error }: { error: Error }) {
  const code = error instanceof GraphError ? error.code : 'UNEXPECTED';
  return (
    <Alert severity="error" sx={{ mb: 2 }}>
      {code === 'UNAUTHENTICATED' ? (
        <Trans>The account or the password is incorrect.</Trans>
      ) : code === 'SECOND_FACTOR_WRONG' ? (
        <Trans>The code is wrong, or was used already. Type the one that is shown now.</Trans>
      ) : code === 'TOO_MANY_REQUESTS' ? (
        <Trans>Too many attempts with this account. Wait a minute, then try again.</Trans>
      ) : code === 'UNREACHABLE' ? (
        <Trans>The platform cannot be reached</Trans>
      ) : (
        <Trans>Signing in failed on the platform’s side. Try again in a minute.</Trans>
      )}
    </Alert>
  );
}

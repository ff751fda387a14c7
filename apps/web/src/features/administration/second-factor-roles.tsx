/** For which roles a second factor is asked for. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import Switch from '@mui/material/Switch';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Panel } from '../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { roleWords } from '../../design/words.ts';
import { execute } from '../../graph/execute.ts';
import {
  RequireSecondFactorDocument,
  type Role,
  SecondFactorRolesDocument,
} from '../../graph/generated/graphql.ts';

/** Machines have no telephone. */
const people = (Object.keys(roleWords) as Role[]).filter((role) => role !== 'SYSTEM');
const key = ['second-factor-roles'];

export function SecondFactorRoles() {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const roles = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) =>
      (await execute(SecondFactorRolesDocument, {}, signal)).secondFactorRoles,
  });
  const change = useMutation({
    mutationFn: (asked: { role: Role; required: boolean }) =>
      execute(RequireSecondFactorDocument, asked),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  return (
    <Panel
      title={<Trans>Second factor needed</Trans>}
      detail={<Trans>from the next sign-in on, of accounts with these roles</Trans>}
    >
      {change.isError && (
        <Alert severity="error" sx={{ mb: 1 }}>
          <Trans>It was not changed:</Trans> {change.error.message}
        </Alert>
      )}
      {roles.isPending ? (
        <LoadingRows rows={2} />
      ) : roles.isError ? (
        <ErrorPanel error={roles.error} retry={() => void roles.refetch()} />
      ) : (
        <FormGroup row>
          {people.map((role) => (
            <FormControlLabel
              key={role}
              label={i18n._(roleWords[role])}
              control={
                <Switch
                  checked={roles.data.includes(role)}
                  disabled={change.isPending}
                  onChange={(_, required) => change.mutate({ role, required })}
                />
              }
            />
          ))}
        </FormGroup>
      )}
    </Panel>
  );
}

/** What a program is for: sends records, reads all, or reads some types. */
import { Trans, useLingui } from '@lingui/react/macro';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';
import { useQuery } from '@tanstack/react-query';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';

const ALL = 'system/*.rs';
const SENDS = 'system/*.cu';

/** As the platform itself tells every program. */
const scopesSupported = async (signal: AbortSignal): Promise<string[]> => {
  const response = await fetch('/fhir/.well-known/smart-configuration', { signal });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return ((await response.json()) as { scopes_supported: string[] }).scopes_supported;
};

export function ScopeChoices({
  chosen,
  onChange,
}: {
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const { t } = useLingui();
  const scopes = useQuery({
    queryKey: ['smart-scopes'],
    queryFn: ({ signal }) => scopesSupported(signal),
  });
  if (scopes.isPending) return <LoadingRows rows={3} />;
  if (scopes.isError)
    return <ErrorPanel error={scopes.error} retry={() => void scopes.refetch()} />;
  const types = scopes.data.filter((scope) => scope !== ALL && scope !== SENDS);
  const toggle = (scope: string, on: boolean) => {
    const rest = chosen.filter((one) => one !== scope);
    onChange(on ? [...rest, scope] : rest);
  };
  const box = (scope: string, label: string, disabled = false) => (
    <FormControlLabel
      key={scope}
      label={label}
      disabled={disabled}
      control={
        <Checkbox
          size="small"
          checked={disabled || chosen.includes(scope)}
          onChange={(_, on) => toggle(scope, on)}
        />
      }
    />
  );
  const all = chosen.includes(ALL);
  return (
    <FormControl component="fieldset" fullWidth>
      <FormLabel component="legend">
        <Trans>What it is for</Trans>
      </FormLabel>
      <FormGroup>
        {box(SENDS, t`Sends records (${SENDS})`)}
        {box(ALL, t`Reads every type of record (${ALL})`)}
      </FormGroup>
      <FormGroup
        aria-label={t`Types that it reads`}
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(210px, 1fr))',
          pl: 2,
        }}
      >
        {types.map((scope) => box(scope, scope.replace(/^system\/|\.rs$/g, ''), all))}
      </FormGroup>
    </FormControl>
  );
}

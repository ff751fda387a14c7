/** What an account is: its names, role and institution. */
import { useLingui } from '@lingui/react/macro';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { PickControl } from '../../design/filters/pick-control.tsx';
import { ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { roleWords } from '../../design/words.ts';
import { execute } from '../../graph/execute.ts';
import {
  type AccountInput,
  InstitutionNamesDocument,
  type Role,
} from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';

export function AccountFields({
  input,
  own,
  onChange,
}: {
  input: AccountInput;
  /** The own account: its role and institution stay. */
  own: boolean;
  onChange: (input: AccountInput) => void;
}) {
  const { t, i18n } = useLingui();
  const name = (key: 'en' | 'zh', label: string) => (
    <TextField
      label={label}
      value={input[key]}
      required
      fullWidth
      onChange={(event) => onChange({ ...input, [key]: event.target.value })}
      slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off' } }}
    />
  );
  return (
    <>
      {name('zh', t`Name in Chinese`)}
      {name('en', t`Name in English`)}
      <TextField
        select
        label={t`Role`}
        value={input.role}
        disabled={own}
        fullWidth
        onChange={(event) => onChange({ ...input, role: event.target.value as Role })}
      >
        {(Object.keys(roleWords) as Role[]).map((role) => (
          <MenuItem key={role} value={role}>
            {i18n._(roleWords[role])}
          </MenuItem>
        ))}
      </TextField>
      {!own && (
        <InstitutionField
          chosen={input.institution == null ? null : String(input.institution)}
          onChange={(institution) => onChange({ ...input, institution })}
        />
      )}
    </>
  );
}

function InstitutionField({
  chosen,
  onChange,
}: {
  chosen: string | null;
  onChange: (institution: string | null) => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const institutions = useQuery({
    queryKey: ['institution-names'],
    queryFn: async ({ signal }) =>
      (await execute(InstitutionNamesDocument, {}, signal)).institutions,
  });
  if (institutions.isPending) return <LoadingRows rows={1} />;
  if (institutions.isError)
    return <ErrorPanel error={institutions.error} retry={() => void institutions.refetch()} />;
  const choices = institutions.data.map((i) => ({
    value: i.id,
    words: label(i.name),
    names: [i.name.en, i.name.zh],
    codes: [i.code],
  }));
  const now = choices.filter((choice) => choice.value === chosen);
  return (
    <PickControl
      single
      label={t`Institution (none: national)`}
      choices={choices}
      chosen={now}
      onChange={([next]) => onChange(next?.value ?? null)}
      beginning={{ open: false, typed: now[0]?.words ?? '', focused: false }}
      sx={{ width: '100%' }}
    />
  );
}

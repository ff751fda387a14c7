/** What an account is: its names, role and institution. */
import { useLingui } from '@lingui/react/macro';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { InstitutionField } from '../../design/institution-field.tsx';
import { roleWords } from '../../design/words.ts';
import type { AccountInput, Role } from '../../graph/generated/graphql.ts';

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
          label={t`Institution (none: national)`}
          chosen={input.institution == null ? null : String(input.institution)}
          onChange={(institution) => onChange({ ...input, institution })}
        />
      )}
    </>
  );
}

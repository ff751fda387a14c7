/** Where the code of an authenticator, or a recovery code, is typed. */
import { useLingui } from '@lingui/react/macro';
import FormControl from '@mui/material/FormControl';
import InputLabel from '@mui/material/InputLabel';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId } from 'react';

export function CodeField({
  value,
  recovery,
  onChange,
}: {
  value: string;
  /** Whether a recovery code is taken too. */
  recovery: boolean;
  onChange: (code: string) => void;
}) {
  const { t } = useLingui();
  const id = useId();
  const label = recovery ? t`Code, or a recovery code` : t`Six-digit code`;
  return (
    <FormControl size="small" required fullWidth>
      <InputLabel htmlFor={id}>{label}</InputLabel>
      <OutlinedInput
        id={id}
        label={label}
        value={value}
        autoFocus
        autoComplete="one-time-code"
        inputProps={{ maxLength: 40, ...(recovery ? {} : { inputMode: 'numeric' }) }}
        onChange={(event) => onChange(event.target.value)}
      />
    </FormControl>
  );
}

/** A password that an administrator gives: typed, and shown nowhere again. */
import { useLingui } from '@lingui/react/macro';
import TextField from '@mui/material/TextField';

export const leastPassword = 12;

export function PasswordField({
  value,
  onChange,
}: {
  value: string;
  onChange: (password: string) => void;
}) {
  const { t } = useLingui();
  return (
    <TextField
      label={t`Password`}
      type="password"
      value={value}
      required
      fullWidth
      margin="dense"
      helperText={t`12 characters at least; hand it over yourself, it is shown nowhere again.`}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'new-password' } }}
    />
  );
}

/** What a sign-in asks for after the password: a code, or to set a second factor up first. */
import { Trans } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import type { SignedIn } from '../../session/sign-in.ts';
import { CodeField } from './code-field.tsx';
import { Enrolment } from './enrolment.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

export function SecondStep({
  asked,
  disabled,
  onCode,
  onSaved,
}: {
  asked: Exclude<SignedIn, { kind: 'in' }>;
  disabled: boolean;
  onCode: (code: string) => void;
  onSaved: () => void;
}) {
  const [code, setCode] = useState('');
  if (asked.kind === 'recovery')
    return <RecoveryCodes codes={asked.recoveryCodes} onSaved={onSaved} />;
  if (asked.kind === 'enrol')
    return <Enrolment offer={asked.offer} disabled={disabled} onCode={onCode} />;
  return (
    <Stack
      component="form"
      sx={{ gap: 1.5 }}
      onSubmit={(event) => {
        event.preventDefault();
        onCode(code);
      }}
    >
      <CodeField value={code} recovery onChange={setCode} />
      <Button type="submit" variant="contained" size="large" disabled={disabled || code === ''}>
        <Trans>Sign in</Trans>
      </Button>
    </Stack>
  );
}

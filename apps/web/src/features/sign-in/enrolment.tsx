/** What is scanned or typed into an authenticator, and the first code that proves it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { QrCode } from '../../design/qr-code.tsx';
import type { Offer } from '../../session/second-factor.ts';
import { CodeField } from './code-field.tsx';

export function Enrolment({
  offer: { secret, uri },
  disabled,
  onCode,
}: {
  offer: Offer;
  disabled: boolean;
  onCode: (code: string) => void;
}) {
  const { t } = useLingui();
  const [code, setCode] = useState('');
  return (
    <Stack
      component="form"
      sx={{ gap: 1.5 }}
      onSubmit={(event) => {
        event.preventDefault();
        onCode(code);
      }}
    >
      <Typography variant="body2">
        <Trans>
          Scan this with an authenticator app on your telephone, or type the key into it. Then type
          the code that it shows.
        </Trans>
      </Typography>
      <QrCode text={uri} label={t`QR code for the authenticator`} />
      <Typography variant="body2" component="div">
        <Trans>Key</Trans>{' '}
        <Box component="code" sx={{ overflowWrap: 'anywhere' }}>
          {secret.match(/.{1,4}/g)?.join(' ')}
        </Box>
      </Typography>
      <CodeField value={code} recovery={false} onChange={setCode} />
      <Button type="submit" variant="contained" disabled={disabled}>
        <Trans>Confirm</Trans>
      </Button>
    </Stack>
  );
}

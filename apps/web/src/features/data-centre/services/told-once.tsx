/** A secret that is shown this once, with a button that copies it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';

export function ToldOnce({ label, secret }: { label: string; secret: string }) {
  const { t } = useLingui();
  const [copied, setCopied] = useState(false);
  return (
    <Alert severity="success" sx={{ mt: 1.5, '& .MuiAlert-message': { minWidth: 0, flex: 1 } }}>
      <Box sx={{ fontWeight: 600 }}>{label}</Box>
      <Box
        component="code"
        // A region of its own, so that it can be chosen by the keyboard.
        tabIndex={0}
        aria-label={label}
        sx={{ display: 'block', my: 1, overflowWrap: 'anywhere', userSelect: 'all' }}
      >
        {secret}
      </Box>
      <Trans>It is shown this once; the platform keeps no copy that anybody can read.</Trans>
      <Box sx={{ mt: 1 }}>
        <Button
          size="small"
          variant="outlined"
          aria-label={t`Copy: ${label}`}
          onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}
        >
          {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
        </Button>
      </Box>
    </Alert>
  );
}

/** Recovery codes, shown once. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';

export function RecoveryCodes({ codes, onSaved }: { codes: string[]; onSaved: () => void }) {
  const { t } = useLingui();
  return (
    <>
      <Alert severity="warning" sx={{ mb: 1.5 }}>
        <Trans>
          Write these recovery codes down and keep them away from this computer. Each signs you in
          once where you have no telephone. They are not shown again.
        </Trans>
      </Alert>
      <Box
        component="ul"
        aria-label={t`Recovery codes`}
        sx={{ columns: { xs: 1, sm: 2 }, pl: 2.5, my: 1, fontFamily: 'monospace' }}
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </Box>
      <Button variant="contained" onClick={onSaved}>
        <Trans>I keep them</Trans>
      </Button>
    </>
  );
}

/** The platform's name. */
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';

export function Mark() {
  return (
    <Stack direction="row" sx={{ alignItems: 'center', gap: 1, minWidth: 0 }}>
      <Box component="img" src="/icon.svg" alt="" sx={{ width: 24, height: 24, flex: 'none' }} />
      <Typography
        component="span"
        noWrap
        sx={{ fontWeight: 650, fontSize: '0.875rem', display: { xs: 'none', sm: 'block' } }}
      >
        <Trans>National Oncology Data Platform</Trans>
      </Typography>
      <Typography
        component="span"
        noWrap
        sx={{ fontWeight: 650, fontSize: '0.875rem', display: { sm: 'none' } }}
      >
        <Trans context="short name">NODP</Trans>
      </Typography>
    </Stack>
  );
}

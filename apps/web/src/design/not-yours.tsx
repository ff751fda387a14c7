/** Stands where there is a figure that the account may not see, so that nobody takes it for nothing. */
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';

export const NotYours = () => (
  <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
    <Trans>—, no permission</Trans>
  </Box>
);

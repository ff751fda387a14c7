/** Stands in place of a figure that the account may not see, so that no reader takes the figure for zero. */
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';

export const NoPermission = () => (
  <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
    <Trans>—, no permission</Trans>
  </Box>
);

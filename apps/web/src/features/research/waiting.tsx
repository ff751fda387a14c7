/** The place of something to come. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';

export function Waiting({ height }: { height: number }) {
  const { t } = useLingui();
  return (
    <Box role="status" aria-label={t`Loading`}>
      <Skeleton variant="rounded" height={height} />
    </Box>
  );
}

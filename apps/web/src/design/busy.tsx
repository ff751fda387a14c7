import Box from '@mui/material/Box';
import { keyframes } from '@mui/material/styles';

const passing = keyframes`from { transform: translateX(-100%) } to { transform: translateX(250%) }`;

/** A thin line that moves while something is read. */
export const Busy = ({ label }: { label: string }) => (
  <Box
    role="progressbar"
    aria-label={label}
    sx={{
      height: 2,
      overflow: 'hidden',
      '&::after': {
        content: '""',
        display: 'block',
        width: '40%',
        height: '100%',
        bgcolor: 'primary.main',
        animation: `${passing} 1.4s ease-in-out infinite`,
      },
    }}
  />
);

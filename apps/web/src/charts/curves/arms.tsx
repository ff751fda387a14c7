/** How cohorts compared are told apart: a colour, a dash and a letter each. */
import Box from '@mui/material/Box';
import { okabeIto } from '../../design/palette.ts';

export const armColours = [
  okabeIto.blue,
  okabeIto.vermillion,
  okabeIto.green,
  okabeIto.purple,
  okabeIto.orange,
  okabeIto.grey,
] as const;
export const armDashes = ['none', '8 3', '2 3', '10 3 2 3', '5 5', '14 4'] as const;
export const letterOf = (place: number): string => String.fromCharCode(65 + place);

/** The line of a cohort, before its name. */
export const ArmMark = ({ place }: { place: number }) => (
  <Box component="svg" viewBox="0 0 24 8" aria-hidden sx={{ width: 24, height: 8, flexShrink: 0 }}>
    <line
      x1={0}
      x2={24}
      y1={4}
      y2={4}
      stroke={armColours[place]}
      strokeWidth={3}
      strokeDasharray={armDashes[place]}
    />
  </Box>
);

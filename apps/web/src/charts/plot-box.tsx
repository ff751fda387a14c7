/** Where a chart is drawn, at the width there is; to who cannot see it, its name. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import type { ReactNode, RefObject } from 'react';
import { useWidth } from './use-width.ts';

export function PlotBox({
  name,
  chart,
  height,
  children,
}: {
  name: string;
  chart: RefObject<HTMLDivElement | null>;
  height: number;
  children: (width: number) => ReactNode;
}) {
  const { t } = useLingui();
  const [box, width] = useWidth();
  return (
    <Box ref={chart}>
      <Box
        ref={box}
        role="img"
        aria-label={t`${name}. The table has the figures.`}
        sx={{ height, minWidth: 0, overflow: 'hidden' }}
      >
        {width > 0 && children(Math.max(width, 200))}
      </Box>
    </Box>
  );
}

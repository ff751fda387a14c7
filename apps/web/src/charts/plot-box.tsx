/** Where a chart is drawn, at the width there is; to who cannot see it, its name. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import type { ReactNode, RefObject } from 'react';
import { useWidth } from './use-width.ts';

export function PlotBox({
  name,
  chart,
  height,
  empty,
  children,
}: {
  name: string;
  chart: RefObject<HTMLDivElement | null>;
  /** Absent: as high as what is drawn. */
  height?: number;
  /** Nothing of it can be drawn. */
  empty?: boolean;
  children: (width: number) => ReactNode;
}) {
  const { t } = useLingui();
  const [box, width] = useWidth();
  if (empty) {
    return (
      <Box
        sx={{
          height: (height ?? 240) / 2,
          display: 'grid',
          placeItems: 'center',
          color: 'text.secondary',
        }}
      >
        <Trans>Too few cases to draw</Trans>
      </Box>
    );
  }
  return (
    <Box ref={chart}>
      <Box
        ref={box}
        role="img"
        aria-label={t`${name}. The table has the figures.`}
        sx={{ minWidth: 0, ...(height === undefined ? {} : { height, overflow: 'hidden' }) }}
      >
        {width > 0 && children(Math.max(width, 200))}
      </Box>
    </Box>
  );
}

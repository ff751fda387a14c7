/** What the colours of classes mean. */
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { VisuallyHidden } from '../../design/page.tsx';
import { classVariables } from './colours.ts';
import { colourOf, rangesOf, type Scale } from './scale.ts';

export function ClassLegend({
  scale,
  unit,
  hatched,
  format,
}: {
  scale: Scale | null;
  unit: string;
  /** What is hatched: provinces or cells without a figure. */
  hatched: string;
  format: (value: number) => string;
}) {
  const ranges = scale ? rangesOf(scale) : [];
  return (
    <Box
      component="ul"
      sx={[
        {
          listStyle: 'none',
          m: 0,
          mb: 1,
          p: 0,
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'flex-end',
          columnGap: 2,
          rowGap: 0.5,
          fontSize: 12,
          color: 'text.secondary',
          ...classVariables('light'),
        },
        (theme) => theme.applyStyles('dark', classVariables('dark')),
      ]}
    >
      <Box component="li" sx={{ display: 'flex' }}>
        <VisuallyHidden>{unit}</VisuallyHidden>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex' }}>
          {scale &&
            ranges.map(({ from, to }, i) => (
              <Box component="li" key={from} sx={{ minWidth: { xs: 46, sm: 58 } }}>
                <Box
                  sx={{
                    height: 10,
                    bgcolor: `var(--class-${colourOf(scale, i)})`,
                    borderRight: '1px solid var(--mui-palette-background-paper)',
                  }}
                />
                <span aria-hidden="true">{format(from)}</span>
                <VisuallyHidden>
                  {format(from)}–{format(to)}
                </VisuallyHidden>
              </Box>
            ))}
          {scale && scale.most > scale.least && (
            <Box component="li" aria-hidden="true" sx={{ pt: '10px' }}>
              {format(scale.most)}
            </Box>
          )}
        </Box>
      </Box>
      <Key hatched>{hatched}</Key>
    </Box>
  );
}

function Key({ hatched, children }: { hatched?: boolean; children: ReactNode }) {
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
      <Box
        sx={{
          width: 22,
          height: 10,
          border: '1px solid',
          borderColor: 'divider',
          background: hatched
            ? 'repeating-linear-gradient(135deg, rgb(127 127 127 / 55%) 0 1.5px, transparent 1.5px 5px)'
            : undefined,
        }}
      />
      {children}
    </Box>
  );
}

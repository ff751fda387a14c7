/** What follows the pointer over a plot: the values of one position. The chart's table says the same to all. */
import Box from '@mui/material/Box';
import { Dot } from './dot.tsx';
import type { DotShape } from './series.ts';

export function Tip({
  left,
  width,
  title,
  lines,
}: {
  left: number;
  width: number;
  title: string;
  lines: readonly { readonly name: string; readonly colour: string; readonly text: string }[];
}) {
  const right = left > width / 2;
  return (
    <Box
      aria-hidden="true"
      sx={{
        position: 'absolute',
        top: 8,
        pointerEvents: 'none',
        px: 1.25,
        py: 0.75,
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        fontSize: 12,
        lineHeight: 1.5,
        maxWidth: width / 2,
        zIndex: 1,
      }}
      style={right ? { right: width - left + 10 } : { left: left + 10 }}
    >
      <Box sx={{ fontWeight: 600 }}>{title}</Box>
      {lines.map((line) => (
        <Box key={line.name} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
          <Box
            sx={{ width: 9, height: 9, flex: 'none', borderRadius: '2px' }}
            style={{ background: line.colour }}
          />
          {line.name}: {line.text}
        </Box>
      ))}
    </Box>
  );
}

/** Which series is which, above a plot. */
export const Legend = ({
  items,
}: {
  items: readonly {
    readonly name: string;
    readonly colour: string;
    readonly dot: DotShape;
  }[];
}) => (
  <Box
    aria-hidden="true"
    sx={{
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'flex-end',
      columnGap: 2,
      fontSize: 12,
      minHeight: 22,
    }}
  >
    {items.map(({ name, colour, dot }) => (
      <Box key={name} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
        <svg
          aria-hidden="true"
          width={10}
          height={10}
          style={{ overflow: 'visible', flex: 'none' }}
        >
          <Dot shape={dot} x={5} y={5} colour={colour} />
        </svg>
        {name}
      </Box>
    ))}
  </Box>
);

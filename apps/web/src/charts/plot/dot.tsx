/** The points of a line. Shapes differ, so that colour does not stand alone. */
import { symbol, symbolCross, symbolDiamond, symbolTriangle } from 'd3-shape';
import type { DotShape } from './series.ts';

const paths = {
  triangle: symbol(symbolTriangle, 34)() ?? '',
  diamond: symbol(symbolDiamond, 32)() ?? '',
  cross: symbol(symbolCross, 34)() ?? '',
};

export function Dot({
  shape,
  x,
  y,
  colour,
}: {
  shape: DotShape | undefined;
  x: number;
  y: number;
  colour: string;
}) {
  switch (shape) {
    case 'square':
      return <rect x={x - 3} y={y - 3} width={6} height={6} fill={colour} />;
    case 'triangle':
    case 'diamond':
    case 'cross':
      return <path d={paths[shape]} transform={`translate(${x}, ${y})`} fill={colour} />;
    case 'ring':
      return (
        <circle
          cx={x}
          cy={y}
          r={2.8}
          fill="var(--mui-palette-background-paper)"
          stroke={colour}
          strokeWidth={1.6}
        />
      );
    default:
      return <circle cx={x} cy={y} r={3} fill={colour} />;
  }
}

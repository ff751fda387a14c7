/** A series at a glance; the words beside it say what it shows. */
import { downsample, type Point } from './downsample.ts';

const [width, height] = [72, 20];

export function Sparkline({
  points,
  colour = 'currentColor',
}: {
  points: readonly Point[];
  colour?: string;
}) {
  const few = downsample(points, 36);
  const xs = few.map(([x]) => x);
  const ys = few.map(([, y]) => y);
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
  const [y0, y1] = [Math.min(...ys), Math.max(...ys)];
  const place = ([x, y]: Point): string =>
    `${(2 + ((x - x0) / (x1 - x0 || 1)) * (width - 4)).toFixed(1)},${(
      height - 3 - ((y - y0) / (y1 - y0 || 1)) * (height - 6)
    ).toFixed(1)}`;
  return (
    <svg width={width} height={height} aria-hidden="true" style={{ flex: 'none' }}>
      {few.length === 1 && few[0] ? (
        <circle cx={width / 2} cy={height / 2} r={2} fill={colour} />
      ) : (
        <polyline points={few.map(place).join(' ')} fill="none" stroke={colour} strokeWidth={1.4} />
      )}
    </svg>
  );
}

/** Step curves of shares over months, each with its limits, a colour, a dash and a letter at its end. */
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { armColours, armDashes, letterOf } from './arms.tsx';
import { bandPath, type CurvePoint, stepPath } from './steps.ts';

const [height, left, top, bottom, right] = [320, 46, 10, 42, 26];
/** Units across, so that words stay legible on a telephone. */
const widths = { narrow: 380, wide: 760 } as const;
const [soft, faint, strong] = [
  'var(--mui-palette-text-secondary)',
  'var(--mui-palette-divider)',
  'var(--mui-palette-text-primary)',
];

export interface StepCurve {
  readonly curve: readonly CurvePoint[];
  /** A thin dotted curve of what competes. */
  readonly competing?: readonly CurvePoint[];
}

/** Pixels between two ticks at least. */
const room = 60;

/** The width of the drawing's axis, for what chooses its ticks. */
export const axisWidth = (narrow: boolean): number =>
  (narrow ? widths.narrow : widths.wide) - left - right;

export const useNarrow = (): boolean => useMediaQuery(useTheme().breakpoints.down('sm'));

export function StepCurves({
  label,
  axis,
  curves,
  months,
  ticksOf,
}: {
  label: string;
  /** What lies along the drawing. */
  axis: string;
  curves: readonly StepCurve[];
  months: number;
  /** Ticks of an axis of so many units, at least `room` apart. */
  ticksOf: (width: number, room: number) => readonly number[];
}) {
  const width = widths[useNarrow() ? 'narrow' : 'wide'];
  const inner = { w: width - left - right, h: height - top - bottom };
  const x = (month: number) => left + (month / months) * inner.w;
  const y = (share: number) => top + (1 - share) * inner.h;
  return (
    <Box
      component="svg"
      data-chart
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      sx={{ width: '100%', maxWidth: 900, display: 'block', fontSize: 12 }}
    >
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line x1={left} x2={width - right} y1={y(share)} y2={y(share)} stroke={faint} />
          <text x={left - 6} y={y(share) + 4} textAnchor="end" fill={soft}>
            {share * 100}%
          </text>
        </g>
      ))}
      {ticksOf(inner.w, room).map((month) => (
        <g key={month}>
          <line x1={x(month)} x2={x(month)} y1={y(0)} y2={y(0) + 4} stroke={soft} />
          <text x={x(month)} y={y(0) + 17} textAnchor="middle" fill={soft}>
            {month}
          </text>
        </g>
      ))}
      <text x={left + inner.w / 2} y={height - 6} textAnchor="middle" fill={soft}>
        {axis}
      </text>
      {curves.map(({ curve }, place) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: a curve is named by its place
          key={place}
          d={bandPath(curve, x, y)}
          fill={armColours[place]}
          opacity={0.14}
          stroke="none"
        />
      ))}
      {curves.map(({ curve, competing = [] }, place) => {
        const last = curve.at(-1);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a curve is named by its place
          <g key={place}>
            <path
              d={stepPath(curve, x, y)}
              fill="none"
              stroke={armColours[place]}
              strokeWidth={2}
              strokeDasharray={armDashes[place]}
            />
            <path
              d={stepPath(competing, x, y)}
              fill="none"
              stroke={armColours[place]}
              strokeWidth={1}
              strokeDasharray="1 3"
            />
            {last && (
              <text x={x(last.months) + 4} y={y(last.survival) + 4} fill={strong} fontWeight={700}>
                {letterOf(place)}
              </text>
            )}
          </g>
        );
      })}
    </Box>
  );
}

/** Medians of several cohorts over months with a band of the quartiles each, a gap where too few were measured. */
import Box from '@mui/material/Box';
import { armColours, armDashes, letterOf } from '../../../charts/curves/arms.tsx';
import { useNarrow } from '../../../charts/curves/step-curves.tsx';
import { valueAxis } from '../../../charts/plot/scale.ts';
import { type Quartiles, quartilePaths } from './quartile-paths.ts';

const [height, left, top, bottom, right] = [280, 56, 22, 42, 24];
const soft = 'var(--mui-palette-text-secondary)';
const faint = 'var(--mui-palette-divider)';
const strong = 'var(--mui-palette-text-primary)';
/** Months of a step: a value stands in its middle. */
const step = 3;

export function QuartileLines({
  arms,
  label,
  axis,
  unit,
}: {
  arms: readonly (readonly Quartiles[])[];
  label: string;
  axis: string;
  unit: string;
}) {
  const width = useNarrow() ? 380 : 760;
  const months = arms[0]?.map((each) => each.months) ?? [];
  const [first, last] = [months[0] ?? 0, (months.at(-1) ?? 0) + step];
  const values = arms.flat().flatMap(({ lower, upper }) => [lower, upper]);
  const { start, end, ticks } = valueAxis(values, { end: undefined, whole: false });
  const x = (month: number) =>
    left + ((month - first) / Math.max(1, last - first)) * (width - left - right);
  const y = (value: number) =>
    top + (1 - (value - start) / Math.max(1e-9, end - start)) * (height - top - bottom);
  const every = last - first > 30 ? 12 : 6;
  return (
    <Box
      component="svg"
      data-chart
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      sx={{ width: '100%', maxWidth: 900, display: 'block', fontSize: 12 }}
    >
      <text x={left} y={12} fill={soft}>
        {unit}
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} stroke={faint} />
          <text x={left - 6} y={y(tick) + 4} textAnchor="end" fill={soft}>
            {tick.toLocaleString('en')}
          </text>
        </g>
      ))}
      {months
        .filter((month) => month % every === 0)
        .map((month) => (
          <g key={month}>
            <line
              x1={x(month)}
              x2={x(month)}
              y1={month === 0 ? top : height - bottom}
              y2={height - bottom + 4}
              stroke={month === 0 ? faint : soft}
            />
            <text x={x(month)} y={height - bottom + 17} textAnchor="middle" fill={soft}>
              {month}
            </text>
          </g>
        ))}
      <text x={(left + width - right) / 2} y={height - 6} textAnchor="middle" fill={soft}>
        {axis}
      </text>
      {arms.map((steps, place) => {
        const { band, line, ends } = quartilePaths(steps, step / 2, x, y);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cohort is named by its place
          <g key={place}>
            <path d={band} fill={armColours[place]} opacity={0.14} />
            <path
              d={line}
              fill="none"
              stroke={armColours[place]}
              strokeWidth={2}
              strokeDasharray={armDashes[place]}
            />
            {steps.flatMap(({ months: at, median }) =>
              median === null
                ? []
                : [
                    <circle
                      key={at}
                      cx={x(at + step / 2)}
                      cy={y(median)}
                      r={2.5}
                      fill={armColours[place]}
                    />,
                  ],
            )}
            {ends && (
              <text x={ends.x + 5} y={ends.y + 4} fill={strong} fontWeight={700}>
                {letterOf(place)}
              </text>
            )}
          </g>
        );
      })}
    </Box>
  );
}

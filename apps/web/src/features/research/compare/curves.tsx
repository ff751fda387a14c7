/** The curves of up to six cohorts, falling or rising, with the numbers at risk beneath. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { shortCount } from '../counts.tsx';
import type { DisclosureRule } from '../queries.ts';
import { bandPath, monthTicks, stepPath } from '../survival/geometry.ts';
import { ArmMark, armColours, armDashes, letterOf } from './arms.tsx';
import type { Chosen, Comparison } from './queries.ts';

const [height, left, top, bottom, right] = [320, 46, 10, 42, 26];
/** Units across, so that words stay legible on a telephone. */
const widths = { narrow: 380, wide: 760 } as const;
const [soft, faint, strong] = [
  'var(--mui-palette-text-secondary)',
  'var(--mui-palette-divider)',
  'var(--mui-palette-text-primary)',
];

export function Curves({
  comparison: { arms, incidence, from },
  chosen,
  months,
  rule,
}: {
  comparison: Comparison;
  chosen: readonly Chosen[];
  months: number;
  rule: DisclosureRule;
}) {
  const { t } = useLingui();
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const width = narrow ? widths.narrow : widths.wide;
  const inner = { w: width - left - right, h: height - top - bottom };
  const x = (month: number) => left + (month / months) * inner.w;
  const y = (share: number) => top + (1 - share) * inner.h;
  const ticks = monthTicks(months, inner.w, 60);
  const said = arms
    .map((arm, place) => {
      const last = arm.curve.at(-1);
      return last
        ? `${chosen[place]?.name}: ${(last.share * 100).toFixed(0)}% (${last.months})`
        : `${chosen[place]?.name}: —`;
    })
    .join('; ');
  const drawn = arms.map(({ curve, competing }, place) => ({
    place,
    curve: curve.map((point) => ({ ...point, survival: point.share })),
    competing: competing.map((point) => ({ ...point, survival: point.share })),
  }));
  return (
    <>
      <Box
        component="svg"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={
          incidence
            ? t`Cumulative incidence; share and month at the end of each curve. ${said}`
            : t`Kaplan–Meier curves; share and month at the end of each curve. ${said}`
        }
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
        {ticks.map((month) => (
          <g key={month}>
            <line x1={x(month)} x2={x(month)} y1={y(0)} y2={y(0) + 4} stroke={soft} />
            <text x={x(month)} y={y(0) + 17} textAnchor="middle" fill={soft}>
              {month}
            </text>
          </g>
        ))}
        <text x={left + inner.w / 2} y={height - 6} textAnchor="middle" fill={soft}>
          {t`Months from time zero`}
        </text>
        {drawn.map(({ place, curve }) => (
          <path
            key={place}
            d={bandPath(curve, x, y)}
            fill={armColours[place]}
            opacity={0.14}
            stroke="none"
          />
        ))}
        {drawn.map(({ place, curve, competing }) => {
          const last = curve.at(-1);
          return (
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
                <text
                  x={x(last.months) + 4}
                  y={y(last.survival) + 4}
                  fill={strong}
                  fontWeight={700}
                >
                  {letterOf(place)}
                </text>
              )}
            </g>
          );
        })}
      </Box>
      {incidence && (
        <Box component="p" sx={{ m: 0, fontSize: 12, color: 'text.secondary' }}>
          <Trans>Dotted thin lines are the cumulative incidence of deaths that compete.</Trans>
        </Box>
      )}
      {from > 0 && (
        <Box component="p" sx={{ m: 0, fontSize: 12, color: 'text.secondary' }}>
          <Trans>Curves begin at month {from}.</Trans>
        </Box>
      )}
      <SimpleTable
        label={t`Number at risk`}
        rows={arms.map((arm, place) => ({ arm, place }))}
        rowKey={({ place }) => place}
        columns={[
          {
            header: t`Number at risk`,
            nowrap: true,
            cell: ({ place }) => (
              <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}>
                <ArmMark place={place} />
                {letterOf(place)}
              </Box>
            ),
          },
          ...ticks.map((month) => ({
            header: String(month),
            align: 'right' as const,
            cell: ({ arm }: { arm: Comparison['arms'][number] }) => {
              const found = arm.atRisk.find((each) => each.months === month);
              return found ? shortCount(found.count, rule) : '—';
            },
          })),
        ]}
      />
    </>
  );
}

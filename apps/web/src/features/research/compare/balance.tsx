/** How unlike the cohorts are before weighting and after it: a plot of standardised differences, and shares level by level. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { letterOf } from '../../../charts/curves/arms.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { useLabel } from '../../../i18n/label.ts';
import type { Weighted } from './queries.ts';

/** Below it cohorts count as balanced (Austin 2009). */
const balanced = 0.1;
const [left, width, row, head] = [150, 420, 26, 20];
const soft = 'var(--mui-palette-text-secondary)';
const faint = 'var(--mui-palette-divider)';
const strong = 'var(--mui-palette-text-primary)';
const two = (value: number | null) => value?.toFixed(2) ?? '—';
const percent = (share: number | null) => (share === null ? '—' : `${(100 * share).toFixed(1)}%`);

export function Balance({
  balance,
  names,
}: {
  balance: Weighted['balance'];
  names: readonly string[];
}) {
  const { t } = useLingui();
  const label = useLabel();
  const most = Math.max(0.25, ...balance.flatMap(({ before, after }) => [before ?? 0, after ?? 0]));
  const x = (value: number) => left + (value / most) * (width - left - 16);
  const height = head + balance.length * row + 4;
  const said = balance
    .map(({ name, before, after }) => `${label(name)}: ${two(before)} → ${two(after)}`)
    .join('; ');
  const rows = balance.flatMap(({ name, levels }) =>
    levels.map((level) => ({ ...level, of: label(name) })),
  );
  return (
    <>
      <Box
        tabIndex={0}
        role="region"
        aria-label={t`Balance, scrolls sideways`}
        sx={{ overflowX: 'auto' }}
      >
        <Box
          component="svg"
          data-chart
          role="img"
          aria-label={t`Largest standardised difference before and after weighting. ${said}`}
          viewBox={`0 0 ${width} ${height}`}
          sx={{ width: '100%', minWidth: 360, maxWidth: 620, display: 'block', fontSize: 12 }}
        >
          {[0, balanced, 0.25].map((tick) => (
            <g key={tick}>
              <line
                x1={x(tick)}
                x2={x(tick)}
                y1={head - 4}
                y2={height}
                stroke={tick === balanced ? soft : faint}
                strokeDasharray={tick === balanced ? '4 3' : 'none'}
              />
              <text x={x(tick)} y={12} textAnchor="middle" fill={soft}>
                {tick}
              </text>
            </g>
          ))}
          {balance.map(({ name, before, after }, i) => {
            const y = head + i * row + row / 2;
            return (
              <g key={name.en}>
                <text x={0} y={y + 4} fill={strong}>
                  {label(name)}
                </text>
                {before !== null && after !== null && (
                  <line x1={x(before)} x2={x(after)} y1={y} y2={y} stroke={soft} />
                )}
                {before !== null && (
                  <circle
                    cx={x(before)}
                    cy={y}
                    r={4.5}
                    fill="var(--mui-palette-background-paper)"
                    stroke={soft}
                  />
                )}
                {after !== null && <circle cx={x(after)} cy={y} r={4.5} fill={strong} />}
              </g>
            );
          })}
        </Box>
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.5 }}>
        <Trans>
          Hollow: before weighting. Filled: after. Left of the dashed line ({balanced}) cohorts
          count as balanced.
        </Trans>
      </Typography>
      <SimpleTable
        label={t`Balance of the cohorts`}
        rows={rows}
        rowKey={(each) => `${each.of} ${each.label.en}`}
        maxHeight={280}
        columns={[
          { header: t`Property`, leastWidth: 130, cell: (each) => each.of },
          { header: t`Level`, leastWidth: 90, cell: (each) => label(each.label) },
          ...names.flatMap((_, place) => [
            {
              header: t`${letterOf(place)} before`,
              align: 'right' as const,
              cell: (each: (typeof rows)[number]) => percent(each.shares[place]?.before ?? null),
            },
            {
              header: t`${letterOf(place)} after`,
              align: 'right' as const,
              cell: (each: (typeof rows)[number]) => percent(each.shares[place]?.after ?? null),
            },
          ]),
        ]}
      />
    </>
  );
}

/** A forest plot: each level's hazard ratio on a logarithmic axis, with its figures beside it. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { letterOf } from '../../../charts/curves/arms.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { shortCount } from '../counts.tsx';
import type { DisclosureRule } from '../queries.ts';
import type { Cox } from './queries.ts';
import { axisOf, type Ratio } from './ratio-axis.ts';
import { shortP } from './words.tsx';

type Term = Cox['terms'][number];
type Level = Term['levels'][number];

const [width, height] = [240, 26];
const soft = 'var(--mui-palette-text-secondary)';
const faint = 'var(--mui-palette-divider)';
const strong = 'var(--mui-palette-text-primary)';

export function Forest({
  terms,
  names,
  rule,
}: {
  terms: readonly Term[];
  names: readonly string[];
  rule: DisclosureRule;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const all = terms.flatMap(({ levels }) =>
    levels.flatMap(({ adjusted, unadjusted }) => [adjusted, unadjusted].filter((r) => r !== null)),
  );
  const { start, end, ticks } = axisOf(all);
  const x = (ratio: number) =>
    (Math.log(Math.min(end, Math.max(start, ratio)) / start) / Math.log(end / start)) *
      (width - 20) +
    10;
  // Of a cohort its name says more than its definition.
  const named = ({ cohort, label: words }: Level) =>
    cohort === null ? label(words) : `${letterOf(cohort)} · ${names[cohort]}`;
  const said = (ratio: Ratio | null) =>
    ratio ? `${ratio.value} (${ratio.lower}–${ratio.upper})` : '—';
  return (
    <Box
      tabIndex={0}
      role="group"
      aria-label={t`Forest plot`}
      data-forest
      sx={{ overflowX: 'auto' }}
    >
      <Table aria-label={t`Forest plot`} size="small" sx={{ '& td, & th': { py: 0.25 } }}>
        <TableHead>
          <TableRow>
            <TableCell>{t`Term and level`}</TableCell>
            <TableCell align="right">{t`Persons`}</TableCell>
            <TableCell align="right">{t`Events`}</TableCell>
            <TableCell sx={{ width }}>
              <svg width={width} height={18} aria-hidden="true" style={{ fontSize: 11 }}>
                {ticks.map((tick) => (
                  <text key={tick} x={x(tick)} y={13} textAnchor="middle" fill={soft}>
                    {tick}
                  </text>
                ))}
              </svg>
            </TableCell>
            <TableCell align="right">{t`Alone, HR (95% CI)`}</TableCell>
            <TableCell align="right">{t`Adjusted, HR (95% CI)`}</TableCell>
            <TableCell align="right">{t`p, adjusted`}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {terms.flatMap(({ name, levels }) => [
            <TableRow key={`${name.en} heading`}>
              <TableCell colSpan={7} component="th" scope="rowgroup" sx={{ fontWeight: 650 }}>
                {label(name)}
              </TableCell>
            </TableRow>,
            ...levels.map((level) => (
              <TableRow key={`${name.en} ${level.label.en}`}>
                <TableCell sx={{ pl: 3, minWidth: 140 }}>{named(level)}</TableCell>
                <TableCell align="right">{shortCount(level.persons, rule)}</TableCell>
                <TableCell align="right">{shortCount(level.events, rule)}</TableCell>
                <TableCell sx={{ width }}>
                  <svg width={width} height={height} aria-hidden="true">
                    {ticks.map((tick) => (
                      <line
                        key={tick}
                        x1={x(tick)}
                        x2={x(tick)}
                        y1={0}
                        y2={height}
                        stroke={tick === 1 ? soft : faint}
                      />
                    ))}
                    {level.reference && (
                      <rect x={x(1) - 3} y={height / 2 - 3} width={6} height={6} fill={soft} />
                    )}
                    {level.unadjusted && (
                      <Mark ratio={level.unadjusted} x={x} y={height / 2 - 5} hollow />
                    )}
                    {level.adjusted && <Mark ratio={level.adjusted} x={x} y={height / 2 + 5} />}
                  </svg>
                </TableCell>
                <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                  {level.reference ? t`reference level` : said(level.unadjusted)}
                </TableCell>
                <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                  {level.reference ? t`reference level` : said(level.adjusted)}
                </TableCell>
                <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                  {level.reference ? '' : shortP(level.adjusted?.pValue)}
                </TableCell>
              </TableRow>
            )),
          ])}
        </TableBody>
      </Table>
      <Box component="p" sx={{ fontSize: 12, color: 'text.secondary', my: 0.5 }}>
        {t`Hollow: the term alone. Filled: adjusted for the others. The scale is logarithmic.`}
      </Box>
    </Box>
  );
}

function Mark({
  ratio,
  x,
  y,
  hollow,
}: {
  ratio: Ratio;
  x: (ratio: number) => number;
  y: number;
  hollow?: boolean;
}) {
  return (
    <g stroke={hollow ? soft : strong}>
      <line x1={x(ratio.lower)} x2={x(ratio.upper)} y1={y} y2={y} strokeWidth={1.5} />
      <circle
        cx={x(ratio.value)}
        cy={y}
        r={3.5}
        fill={hollow ? 'var(--mui-palette-background-paper)' : strong}
      />
    </g>
  );
}

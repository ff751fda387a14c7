/**
 * Kaplan–Meier curves with their bands, and under the axis, aligned with it, the numbers at risk. One
 * drawing, so that a picture taken away holds both. It is read along by pointer or arrow keys.
 */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { bandPath, monthTicks, pointAt, stepPath } from '../../../charts/curves/steps.ts';
import { useWidth } from '../../../charts/use-width.ts';
import { screenOnly } from '../../../design/print/styles.ts';
import { shortCount } from '../counts.tsx';
import type { DisclosureRule } from '../queries.ts';
import { type DrawnArm, formatSurvival } from './arms.ts';

const plotHeight = 280;
const [top, axisHeight, rowHeight] = [12, 44, 20];
const percents = [0, 0.2, 0.4, 0.6, 0.8, 1];
const faint = 'var(--mui-palette-divider)';
const soft = 'var(--mui-palette-text-secondary)';
const strong = 'var(--mui-palette-text-primary)';

export function SurvivalChart({
  label,
  arms,
  months,
  landmark,
  rule,
}: {
  label: string;
  arms: readonly DrawnArm[];
  months: number;
  /** Months after diagnosis from which time counts. */
  landmark: number;
  rule: DisclosureRule;
}) {
  const { t } = useLingui();
  const [box, full] = useWidth();
  const [read, setRead] = useState<number | null>(null);
  const narrow = full < 520;
  const [left, right] = [narrow ? 44 : 92, narrow ? 14 : 26];
  const width = Math.max(full - left - right, 100);
  const x = (m: number) => left + (m / months) * width;
  const y = (s: number) => top + (1 - s) * plotHeight;
  const ticks = monthTicks(months, width, 48);
  const riskTop = top + plotHeight + axisHeight + 18;
  const height = riskTop + arms.length * rowHeight + 2;

  const readout =
    read === null
      ? t`Point at the curve, or use the arrow keys, to read it.`
      : `${t`At ${read} months`}: ${arms.map((arm) => reading(arm, read, t`not shown`)).join(' · ')}`;

  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const m = Math.round(((at - left) / width) * months);
    setRead(m < 0 || m > months ? null : m);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowUp: 1,
      ArrowLeft: -1,
      ArrowDown: -1,
      PageUp: 12,
      PageDown: -12,
      Home: -months,
      End: months,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setRead(Math.min(months, Math.max(0, (read ?? 0) + step)));
  };

  return (
    <Box ref={box} sx={{ width: '100%', minWidth: 0 }}>
      <Box
        component="svg"
        data-chart
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={months}
        aria-valuenow={read ?? 0}
        aria-valuetext={readout}
        width={full}
        height={height}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setRead(null)}
        onKeyDown={onKeyDown}
        sx={{ display: 'block', fontSize: 11, touchAction: 'pan-y' }}
      >
        {percents.map((s) => (
          <g key={s}>
            <line x1={left} x2={left + width} y1={y(s)} y2={y(s)} stroke={faint} />
            <text x={left - 8} y={y(s) + 4} textAnchor="end" fill={soft}>
              {Math.round(s * 100)}%
            </text>
          </g>
        ))}
        {ticks.map((m) => (
          <g key={m}>
            <line x1={x(m)} x2={x(m)} y1={y(0)} y2={y(0) + 4} stroke={soft} />
            <text x={x(m)} y={y(0) + 17} textAnchor="middle" fill={soft}>
              {m}
            </text>
          </g>
        ))}
        <text x={left + width / 2} y={y(0) + 34} textAnchor="middle" fill={soft}>
          {landmark === 0
            ? t`Months from diagnosis`
            : t`Months from ${landmark} months after diagnosis`}
        </text>
        {arms.map((arm) => (
          <path
            key={arm.name}
            d={bandPath(arm.curve, x, y)}
            fill={arm.colour}
            opacity={0.16}
            stroke="none"
          />
        ))}
        {arms.map((arm) => (
          <Curve key={arm.name} arm={arm} x={x} y={y} named={arms.length > 1} />
        ))}
        {read !== null && (
          <g>
            <line x1={x(read)} x2={x(read)} y1={top} y2={y(0)} stroke={soft} />
            {arms.map((arm) => {
              const p = pointAt(arm.curve, read);
              return (
                p && (
                  <circle key={arm.name} cx={x(read)} cy={y(p.survival)} r={4} fill={arm.colour} />
                )
              );
            })}
          </g>
        )}
        <text x={narrow ? 0 : left} y={riskTop - 10} fill={soft} fontWeight={600}>
          {t`Number at risk`}
        </text>
        {arms.map((arm, row) => (
          <g key={arm.name}>
            <text x={0} y={riskTop + (row + 0.5) * rowHeight} fill={strong} fontWeight={600}>
              {narrow ? arm.name.toUpperCase() : arm.words}
            </text>
            {ticks.map((m) => {
              const count = arm.atRisk.find((r) => r.months === m)?.count;
              return (
                <text
                  key={m}
                  x={x(m)}
                  y={riskTop + (row + 0.5) * rowHeight}
                  textAnchor="middle"
                  fill={strong}
                >
                  {count ? shortCount(count, rule) : '—'}
                </text>
              );
            })}
          </g>
        ))}
      </Box>
      <Box
        {...screenOnly}
        aria-hidden
        sx={{ minHeight: 20, mt: 0.5, fontSize: 12, color: 'text.secondary' }}
      >
        {readout}
      </Box>
    </Box>
  );
}

function Curve({
  arm,
  x,
  y,
  named,
}: {
  arm: DrawnArm;
  x: (months: number) => number;
  y: (share: number) => number;
  named: boolean;
}) {
  const last = arm.curve.at(-1);
  const { median } = arm;
  return (
    <g>
      {median && (
        <path
          d={`M${x(0)},${y(0.5)}H${x(median.months)}V${y(0)}`}
          fill="none"
          stroke={arm.colour}
          strokeDasharray="2 4"
          opacity={0.9}
        />
      )}
      <path
        d={stepPath(arm.curve, x, y)}
        fill="none"
        stroke={arm.colour}
        strokeWidth={2}
        strokeDasharray={arm.name === 'b' ? '7 3' : undefined}
      />
      {named && last && (
        <text x={x(last.months) + 5} y={y(last.survival) + 4} fill={strong} fontWeight={700}>
          {arm.name.toUpperCase()}
        </text>
      )}
    </g>
  );
}

function reading(arm: DrawnArm, months: number, none: string): string {
  const p = pointAt(arm.curve, months);
  if (!p) return `${arm.words} ${none}`;
  const limits =
    p.lower === null || p.upper === null
      ? ''
      : ` (${formatSurvival(p.lower)}–${formatSurvival(p.upper)})`;
  return `${arm.words} ${formatSurvival(p.survival)}${limits}`;
}

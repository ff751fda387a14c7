/** Genes by how much more often they are altered in one group, against how sure that is. */
import { useLingui } from '@lingui/react/macro';
import { okabeIto } from '../../design/palette.ts';
import { formatSmallP } from '../../format/p-value.ts';
import type { Enrichment } from './queries.ts';

const [height, left, top, bottom, right] = [320, 40, 22, 36, 12];
const words = { fill: 'var(--mui-palette-text-secondary)', fontSize: 11 } as const;
/** From this adjusted p-value on down a gene is coloured, and the surest of them are named. */
const SURE = 0.05;
const NAMED = 12;
/** Powers of two: what is altered in one group alone stands at the edge. */
const LEAST_REACH = 1;

export function Volcano({
  width,
  genes,
  sides,
}: {
  width: number;
  genes: Enrichment['genes'];
  /** What a place left and right of the middle means. */
  sides: readonly [string, string];
}) {
  const { t } = useLingui();
  const reach =
    Math.max(LEAST_REACH, ...genes.map(({ logRatio }) => Math.abs(logRatio ?? 0))) * 1.15;
  const sure = (p: number) => -Math.log10(Math.max(p, 1e-300));
  const most = Math.max(2, ...genes.map(({ pValue }) => sure(pValue)));
  const inner = { w: width - left - right, h: height - top - bottom };
  const x = (ratio: number) => left + ((ratio + reach) / (2 * reach)) * inner.w;
  const y = (value: number) => top + (1 - value / most) * inner.h;
  const placed = genes.map((gene) => ({
    ...gene,
    at: gene.logRatio ?? (gene.second === 0 ? reach : -reach),
  }));
  const named = placed.filter(({ adjusted }) => adjusted <= SURE).slice(0, NAMED);
  const steps = Array.from({ length: 5 }, (_, i) => (i * most) / 4);
  return (
    <svg data-chart width={width} height={height} aria-hidden="true" style={{ display: 'block' }}>
      {steps.map((step) => (
        <g key={step}>
          <line
            x1={left}
            x2={width - right}
            y1={y(step)}
            y2={y(step)}
            stroke="var(--mui-palette-divider)"
          />
          <text x={left - 6} y={y(step) + 4} textAnchor="end" {...words}>
            {step.toFixed(most < 10 ? 1 : 0)}
          </text>
        </g>
      ))}
      <line x1={x(0)} x2={x(0)} y1={top} y2={y(0)} stroke="var(--mui-palette-text-secondary)" />
      <text x={4} y={12} {...words}>
        {t`−log₁₀ p`}
      </text>
      <text x={left} y={height - 20} {...words}>
        {`← ${sides[0]}`}
      </text>
      <text x={width - right} y={height - 6} textAnchor="end" {...words}>
        {`${sides[1]} →`}
      </text>
      {placed.map(({ gene, at, pValue, adjusted }) => (
        <circle
          key={gene}
          cx={x(at)}
          cy={y(sure(pValue))}
          r={adjusted <= SURE ? 4 : 2.5}
          fill={adjusted > SURE ? okabeIto.grey : at > 0 ? okabeIto.vermillion : okabeIto.blue}
        >
          <title>{`${gene}: p ${formatSmallP(pValue)}`}</title>
        </circle>
      ))}
      {named.map(({ gene, at, pValue }) => (
        <text
          key={gene}
          x={x(at) + (at > 0 ? -7 : 7)}
          y={y(sure(pValue)) + 4}
          textAnchor={at > 0 ? 'end' : 'start'}
          fill="var(--mui-palette-text-primary)"
          fontSize={11}
          fontStyle="italic"
        >
          {gene}
        </text>
      ))}
    </svg>
  );
}

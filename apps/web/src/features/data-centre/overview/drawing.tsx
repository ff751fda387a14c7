/** The pools and the loop between them, drawn; the table beside it says the same. */
import Box from '@mui/material/Box';
import { useId } from 'react';
import { formatCount } from '../../../format/quantity.ts';
import type { Flow, Pool } from './flows.ts';

const [WIDTH, HEIGHT] = [980, 380];
const [BOX, TALL] = [170, 56];

/** The upper left corner of each pool. */
const AT: Readonly<Record<Pool, readonly [number, number]>> = {
  hospitals: [10, 150],
  held: [10, 310],
  clinical: [400, 150],
  disease: [400, 10],
  business: [800, 150],
  research: [800, 10],
  basic: [400, 310],
};

/** How the arrow of a flow goes, and where its words stand. */
const WAYS: Readonly<Record<string, readonly [path: string, x: number, y: number]>> = {
  in: ['M180 178 H394', 287, 168],
  held: ['M95 206 V304', 105, 258],
  sites: ['M430 150 V72', 440, 108],
  alerts: ['M570 166 H794', 682, 156],
  acted: ['M800 194 H576', 688, 214],
  releases: ['M540 150 C560 40 660 38 794 38', 680, 28],
  jobs: ['M485 310 V212', 495, 262],
};
/** Words that stand beside an upright arrow begin there; others are over the middle of theirs. */
const BESIDE = ['held', 'sites', 'jobs'];

export function LoopDrawing({
  flows,
  names,
  title,
}: {
  flows: readonly Flow[];
  names: Readonly<Record<Pool, string>>;
  title: string;
}) {
  const id = useId();
  return (
    <Box
      component="svg"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-labelledby={`${id}-title`}
      sx={{ width: '100%', height: 'auto', display: { xs: 'none', md: 'block' }, fontSize: 14 }}
    >
      <title id={`${id}-title`}>{title}</title>
      <defs>
        <marker
          id={`${id}-head`}
          viewBox="0 0 10 10"
          refX={8}
          refY={5}
          markerWidth={7}
          markerHeight={7}
          orient="auto"
        >
          <path d="M0 0 L10 5 L0 10 z" fill="currentColor" />
        </marker>
      </defs>
      {flows.map((flow) => {
        const way = WAYS[flow.id];
        if (way === undefined) return null;
        const [path, x, y] = way;
        const anchor = BESIDE.includes(flow.id) ? 'start' : 'middle';
        const number = flow.today === null ? '' : `${formatCount(flow.today)} `;
        return (
          <g key={flow.id}>
            <path
              d={path}
              fill="none"
              stroke="currentColor"
              strokeWidth={1.5}
              markerEnd={`url(#${id}-head)`}
            />
            <text x={x} y={y} textAnchor={anchor} fill="currentColor">
              <tspan fontWeight={700}>{number}</tspan>
              {flow.what}
            </text>
            {flow.words !== null && (
              <text x={x} y={y + 18} textAnchor={anchor} fill="currentColor" opacity={0.75}>
                {flow.words}
              </text>
            )}
          </g>
        );
      })}
      {(Object.keys(AT) as Pool[]).map((pool) => (
        <g key={pool}>
          <rect
            x={AT[pool][0]}
            y={AT[pool][1]}
            width={BOX}
            height={TALL}
            rx={8}
            fill="none"
            stroke="currentColor"
            strokeWidth={pool === 'clinical' ? 2.5 : 1.25}
          />
          <text
            x={AT[pool][0] + BOX / 2}
            y={AT[pool][1] + TALL / 2 + 5}
            textAnchor="middle"
            fontWeight={600}
            fill="currentColor"
          >
            {names[pool]}
          </text>
        </g>
      ))}
    </Box>
  );
}

/** A Sankey diagram in columns: bars with their words beside them, and bands between. */
import Box from '@mui/material/Box';
import { bandOutline, type FlowPath, flowLayout } from './layout.ts';

const [bar, gap, top, foot] = [12, 14, 22, 6];
const soft = 'var(--mui-palette-text-secondary)';
const strong = 'var(--mui-palette-text-primary)';
/** Pixels of a letter, and of the number behind the words. */
const [letter, number] = [6.6, 44];

/** Words that fit into so many pixels; Chinese characters are twice as wide. */
const fitting = (words: string, room: number): string => {
  const signs = [...words];
  let used = 0;
  const end = signs.findIndex((sign) => {
    used += /\p{Script=Han}/u.test(sign) ? 2 * letter : letter;
    return used > room;
  });
  return end < 0 ? words : `${signs.slice(0, end).join('')}…`;
};

export interface NodeWords {
  readonly words: string;
  readonly colour: string;
}

export function Sankey({
  label,
  scrolls,
  paths,
  headings,
  nodeOf,
  last,
  width,
}: {
  label: string;
  /** The name of the region, which may be wider than the page. */
  scrolls: string;
  paths: readonly FlowPath[];
  /** What stands over each column. */
  headings: readonly string[];
  nodeOf: (name: string) => NodeWords;
  /** Names at the foot of their column. */
  last?: ReadonlySet<string>;
  width: number;
}) {
  const rows = Math.max(
    1,
    ...headings.map((_, column) => new Set(paths.map(({ nodes }) => nodes[column])).size),
  );
  const height = Math.max(220, rows * 30);
  const { nodes, bands } = flowLayout(paths, height, gap, last);
  // A bar is read by the words at its right: a column is no narrower than they are.
  const column = Math.max(190, width / Math.max(1, headings.length));
  const x = (place: number) => place * column;
  return (
    <Box tabIndex={0} role="region" aria-label={scrolls} sx={{ overflowX: 'auto' }}>
      <Box
        component="svg"
        data-chart
        role="img"
        aria-label={label}
        width={column * headings.length}
        height={height + top + foot}
        sx={{ display: 'block', fontSize: 12 }}
      >
        {headings.map((words, place) => (
          <text key={words} x={x(place)} y={13} fill={soft}>
            {words}
          </text>
        ))}
        <g transform={`translate(0, ${top})`}>
          {bands.map((band) => (
            <path
              key={`${band.from.column} ${band.from.name} ${band.to.name}`}
              d={bandOutline(band, x(band.from.column) + bar, x(band.to.column))}
              fill={nodeOf(band.from.name).colour}
              opacity={0.28}
            />
          ))}
          {nodes.map((node) => {
            const { words, colour } = nodeOf(node.name);
            const cut = fitting(words, column - bar - number);
            return (
              <g key={`${node.column} ${node.name}`}>
                <rect
                  x={x(node.column)}
                  y={node.top}
                  width={bar}
                  height={Math.max(1, node.height)}
                  fill={colour}
                >
                  <title>{`${words}: ${node.value.toLocaleString('en')}`}</title>
                </rect>
                <text x={x(node.column) + bar + 4} y={node.top + node.height / 2 + 4} fill={strong}>
                  {cut} <tspan fill={soft}>{node.value.toLocaleString('en')}</tspan>
                </text>
              </g>
            );
          })}
        </g>
      </Box>
    </Box>
  );
}

import { escaped, inDigits } from '../escaped.ts';
import type { Drawing, Panel } from './panels.ts';
import type { Language, Plot } from './plot.ts';
import { COLOURS, scaleOf } from './scale.ts';

const WIDTH = 720;
const [LEFT, RIGHT, TOP, BOTTOM] = [220, 70, 4, 24] as const;
const BAR = 14;
const GAP = 6;
/** Bars of a panel; the table has them all. */
const MOST_BARS = 30;
/** Letters of a name that have room; Chinese ones are twice as wide. */
const ROOM = 30;

const fitted = (name: string): string => {
  let room = ROOM;
  const retained: string[] = [];
  for (const letter of name) {
    room -= /[\u2E80-\uFFEF]/.test(letter) ? 2 : 1;
    if (room < 0) return `${retained.join('')}…`;
    retained.push(letter);
  }
  return name;
};

/** Bars with their limits as lines over them. */
export const barPlots = ({ along, panels }: Drawing, language: Language): readonly Plot[] => {
  const { at: x, ticks } = scaleOf(panels, [LEFT, WIDTH - RIGHT], 6);
  const rowHeight = (panels[0]?.series.length ?? 1) * BAR + GAP;
  const members = along.flatMap((_, place) => {
    const there = panels.some(({ series }) =>
      series.some(({ marks }) => marks[place]?.value != null),
    );
    return there ? [place] : [];
  });
  const shown = members.slice(0, MOST_BARS);
  const height = TOP + shown.length * rowHeight + BOTTOM;
  const grid = ticks.map(
    (tick) =>
      `<line x1="${x(tick).toFixed(1)}" x2="${x(tick).toFixed(1)}" y1="${TOP}" y2="${height - BOTTOM}" stroke="${tick === 0 ? '#7a858f' : '#dfe4e8'}"/><text x="${x(tick).toFixed(1)}" y="${height - BOTTOM + 16}" text-anchor="middle">${inDigits(tick)}</text>`,
  );
  const barsOf = ({ series }: Panel): readonly string[] =>
    shown.flatMap((place, row) => {
      const top = TOP + row * rowHeight;
      const name = fitted(along[place]?.[language] ?? '');
      const middle = top + (rowHeight - GAP) / 2 + 4;
      return [
        `<text x="${LEFT - 8}" y="${middle.toFixed(1)}" text-anchor="end">${escaped(name)}</text>`,
        ...series.map(({ marks }, i) => {
          const { value, lower, upper } = marks[place] ?? { value: null, lower: null, upper: null };
          if (value === null) return '';
          const y = top + i * BAR;
          const [from, to] = [x(Math.min(0, value)), x(Math.max(0, value))];
          const end = Math.max(to, x(upper ?? value));
          const limits =
            lower === null || upper === null
              ? ''
              : `<line x1="${x(lower).toFixed(1)}" x2="${x(upper).toFixed(1)}" y1="${y + BAR / 2}" y2="${y + BAR / 2}" stroke="#1a1f24"/>`;
          return `<rect x="${from.toFixed(1)}" y="${y + 1}" width="${(to - from).toFixed(1)}" height="${BAR - 3}" fill="${COLOURS[i] ?? COLOURS[0]}"/>${limits}<text x="${(end + 5).toFixed(1)}" y="${y + BAR - 3}">${inDigits(value)}</text>`;
        }),
      ];
    });
  return panels.map((panel) => ({
    name: panel.name,
    width: WIDTH,
    height,
    drawn: [...grid, ...barsOf(panel)].join('\n'),
  }));
};

/** The bar of a series as the legend shows it. */
export const barSign = (series: number): string =>
  `<rect x="6" y="1" width="14" height="12" fill="${COLOURS[series] ?? COLOURS[0]}"/>`;

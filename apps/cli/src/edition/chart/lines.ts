import { escaped, inDigits } from '../escaped.ts';
import type { Drawing, Mark, Panel } from './panels.ts';
import type { Language, Plot } from './plot.ts';
import { COLOURS, type Scale, scaleOf } from './scale.ts';

const WIDTH = 720;
const HEIGHT = 260;
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 28, 10, 34] as const;
const DASHES = ['', '7 3', '2 3', '9 3 2 3', '4 4', '1 2'] as const;
/** Names along the chart that have room. */
const MOST_NAMES = 12;
/** Bands of more lines would hide each other. */
const MOST_BANDS = 3;

type Known = readonly [place: number, mark: Mark & { readonly value: number }];

/** Stretches of marks that have a value: a line is not drawn over what is not shown. */
const stretches = (marks: readonly Mark[]): Known[][] => {
  const made: Known[][] = [];
  let open: Known[] | null = null;
  marks.forEach((mark, place) => {
    if (mark.value === null) {
      open = null;
      return;
    }
    if (open === null) {
      open = [];
      made.push(open);
    }
    open.push([place, { ...mark, value: mark.value }]);
  });
  return made;
};

const point = (x: number, y: number): string => `${x.toFixed(1)},${y.toFixed(1)}`;

const bandOf = (
  stretch: readonly Known[],
  x: (place: number) => number,
  y: Scale['at'],
): string => {
  if (
    stretch.length < 2 ||
    stretch.some(([, { lower, upper }]) => lower === null || upper === null)
  )
    return '';
  const edge = (of: (mark: Mark) => number | null) =>
    stretch.map(([place, mark]) => point(x(place), y(of(mark) as number)));
  const around = [...edge(({ upper }) => upper), ...edge(({ lower }) => lower).reverse()];
  return `<polygon points="${around.join(' ')}"`;
};

const seriesOf = (panel: Panel, x: (place: number) => number, y: Scale['at']): readonly string[] =>
  panel.series.flatMap(({ marks }, i) => {
    const colour = COLOURS[i] ?? COLOURS[0];
    return stretches(marks).flatMap((stretch) => {
      const line = stretch.map(([place, { value }]) => point(x(place), y(value)));
      const band = panel.series.length > MOST_BANDS ? '' : bandOf(stretch, x, y);
      const dots = stretch.map(
        ([place, { value }]) =>
          `<circle cx="${x(place).toFixed(1)}" cy="${y(value).toFixed(1)}" r="2.5" fill="${colour}"/>`,
      );
      return [
        band === '' ? '' : `${band} fill="${colour}" fill-opacity=".16"/>`,
        `<polyline points="${line.join(' ')}" fill="none" stroke="${colour}" stroke-width="1.8" stroke-dasharray="${DASHES[i] ?? ''}"/>`,
        ...dots,
      ];
    });
  });

/** Lines along what runs: years, ages, time since diagnosis. */
export const linePlots = ({ along, panels }: Drawing, language: Language): readonly Plot[] => {
  const { at: y, ticks } = scaleOf(panels, [HEIGHT - BOTTOM, TOP], 5);
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, along.length - 1);
  const x = (place: number): number => LEFT + place * step;
  const every = Math.ceil(along.length / MOST_NAMES);
  const lines = ticks.map(
    (tick) =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick).toFixed(1)}" y2="${y(tick).toFixed(1)}" stroke="${tick === 0 ? '#7a858f' : '#dfe4e8'}"/><text x="${LEFT - 6}" y="${(y(tick) + 4).toFixed(1)}" text-anchor="end">${inDigits(tick)}</text>`,
  );
  const names = along.flatMap((name, place) =>
    place % every === 0
      ? [
          `<text x="${x(place).toFixed(1)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${escaped(name[language])}</text>`,
        ]
      : [],
  );
  return panels.map((panel) => ({
    name: panel.name,
    width: WIDTH,
    height: HEIGHT,
    drawn: [...lines, ...names, ...seriesOf(panel, x, y)].join('\n'),
  }));
};

/** The line of a series as the legend shows it. */
export const lineSign = (series: number): string =>
  `<line x1="0" x2="26" y1="7" y2="7" stroke="${COLOURS[series] ?? COLOURS[0]}" stroke-width="2" stroke-dasharray="${DASHES[series] ?? ''}"/>`;

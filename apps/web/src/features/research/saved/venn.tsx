/** Two or three circles that overlap, with the persons of each region; the table beside it says the same. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { okabeIto } from '../../../design/palette.ts';

export interface Region {
  /** Places of the cohorts it is in. */
  readonly of: readonly number[];
  /** Its count in words. */
  readonly words: string;
  /** Whether the set operation takes it in. */
  readonly taken: boolean;
}

const colours = [okabeIto.blue, okabeIto.vermillion, okabeIto.green];
const strong = 'var(--mui-palette-text-primary)';
const radius = 78;

/** Centres of the circles; areas are not to scale, and are not said to be. */
const centresOf = (cohorts: number): readonly (readonly [x: number, y: number])[] =>
  cohorts === 2
    ? [
        [138, 120],
        [232, 120],
      ]
    : [
        [138, 108],
        [232, 108],
        [185, 186],
      ];

/** Where the count of a region stands: by the mean of its centres, away from the others. */
const placeOf = (of: readonly number[], cohorts: number): readonly [x: number, y: number] => {
  const centres = centresOf(cohorts);
  const mean = (places: readonly number[]) =>
    [0, 1].map(
      (axis) =>
        places.reduce((sum, place) => sum + (centres[place]?.[axis] ?? 0), 0) / places.length,
    ) as [number, number];
  const all = mean(centres.map((_, place) => place));
  const own = mean(of);
  const away = of.length === cohorts ? 0 : of.length === 1 ? 0.5 : 0.75;
  return [own[0] + (own[0] - all[0]) * away, own[1] + (own[1] - all[1]) * away];
};

/** Letters that a name beside a circle has room for; a character of Chinese is as wide as two. */
const room = 18;
const widthOf = (letters: string): number =>
  [...letters].reduce(
    (sum, letter) => sum + (/\p{Script=Han}|[\uff00-\uff60]/u.test(letter) ? 2 : 1),
    0,
  );
const shortened = (name: string): string => {
  if (widthOf(name) <= room) return name;
  const letters = [...name];
  while (widthOf(letters.join('')) >= room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
};

export function Venn({ names, regions }: { names: readonly string[]; regions: readonly Region[] }) {
  const { t } = useLingui();
  const cohorts = names.length;
  const height = cohorts === 2 ? 232 : 300;
  const said = regions
    .map(({ of, words }) => `${of.map((place) => names[place]).join(' ∩ ')}: ${words}`)
    .join('; ');
  return (
    <Box
      component="svg"
      viewBox={`0 0 370 ${height}`}
      role="img"
      aria-label={t`Overlap of the cohorts. ${said}`}
      sx={{ width: '100%', maxWidth: 380, fontSize: 13 }}
    >
      {centresOf(cohorts).map(([x, y], place) => (
        <circle
          key={colours[place]}
          cx={x}
          cy={y}
          r={radius}
          fill={colours[place]}
          fillOpacity={0.16}
          stroke={colours[place]}
          strokeWidth={2}
          strokeDasharray={['none', '8 4', '2 4'][place]}
        />
      ))}
      {names.map((name, place) => {
        const [x, y] = centresOf(cohorts)[place] ?? [0, 0];
        const below = place === 2;
        return (
          <text
            key={`${name} ${colours[place]}`}
            x={place === 0 ? x + 30 : place === 1 ? x - 30 : x}
            y={below ? y + radius + 20 : y - radius - 10}
            textAnchor={place === 0 ? 'end' : place === 1 ? 'start' : 'middle'}
            fill={strong}
            fontWeight={600}
          >
            {shortened(name)}
          </text>
        );
      })}
      {regions.map(({ of, words, taken }) => {
        const [x, y] = placeOf(of, cohorts);
        return (
          <text
            key={of.join(' ')}
            x={x}
            y={y + 4}
            textAnchor="middle"
            fill={strong}
            fontWeight={taken ? 700 : 400}
            textDecoration={taken ? 'underline' : undefined}
            opacity={taken ? 1 : 0.75}
          >
            {words}
          </text>
        );
      })}
    </Box>
  );
}

/** Colours of an attribute over the columns of an oncoprint: one a value, or fifths of a number from pale to dark. */
import { okabeIto } from '../../design/palette.ts';

/** Columns of one colour, with what it stands for. */
export type TrackColours = readonly {
  readonly value: string;
  readonly colour: string;
  readonly columns: readonly number[];
}[];

const KINDS = [
  okabeIto.blue,
  okabeIto.orange,
  okabeIto.green,
  okabeIto.vermillion,
  okabeIto.skyBlue,
  okabeIto.purple,
  okabeIto.yellow,
];
/** ColorBrewer's Blues, five classes. */
const FIFTHS = ['#D8E8F3', '#A9CDE4', '#69A8D0', '#2C7AB2', '#0B4A82'];
const OTHERS = '…';

const rounded = (value: number): string => String(Number(value.toPrecision(4)));

/** @param isNumber whether the study takes the attribute for a number; one that holds words is none */
export const coloursOf = (values: readonly (string | null)[], isNumber: boolean): TrackColours => {
  const known = values.flatMap((value, column) => (value === null ? [] : [{ value, column }]));
  const numbers = known.map(({ value }) => Number(value));
  return isNumber && numbers.every(Number.isFinite) && known.length > 0
    ? fifths(known.map(({ column }, i) => ({ column, value: numbers[i] as number })))
    : kinds(known);
};

const fifths = (known: readonly { value: number; column: number }[]): TrackColours => {
  const sorted = known.map(({ value }) => value).sort((a, b) => a - b);
  const bounds = [1, 2, 3, 4].map(
    (fifth) => sorted[Math.floor((fifth * sorted.length) / 5)] as number,
  );
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  const edges = [least, ...bounds, most];
  return FIFTHS.map((colour, i) => ({
    colour,
    value: `${rounded(edges[i] as number)} – ${rounded(edges[i + 1] as number)}`,
    columns: known
      .filter(({ value }) => bounds.filter((bound) => value >= bound).length === i)
      .map(({ column }) => column),
  })).filter(({ columns }) => columns.length > 0);
};

const kinds = (known: readonly { value: string; column: number }[]): TrackColours => {
  const byValue = new Map<string, number[]>();
  for (const { value, column } of known) {
    const own = byValue.get(value);
    if (own === undefined) byValue.set(value, [column]);
    else own.push(column);
  }
  const ordered = [...byValue].toSorted(([, a], [, b]) => b.length - a.length);
  const rest = ordered.slice(KINDS.length).flatMap(([, columns]) => columns);
  return [
    ...ordered.slice(0, KINDS.length).map(([value, columns], i) => ({
      ...{ value, columns },
      colour: KINDS[i] as string,
    })),
    ...(rest.length > 0 ? [{ value: OTHERS, colour: okabeIto.grey, columns: rest }] : []),
  ];
};

/** Figures that a reader would look for and does not find. */
import { type Cell, type Cube, placesOf } from './cube.ts';

/** Of how many figures that can be searched for, and how many of them are not there for each reason. */
export type Missing<State extends string> = {
  readonly expected: number;
  readonly reasons: ReadonlyMap<State, number>;
};

/**
 * Nobody looks for what cannot be: cells of people who cannot exist or of whom a selection has none, and members not known
 * of whom there is no figure, which no drawing shows.
 */
export function missingOf<Dimension extends string, State extends string>(
  cube: Cube<Dimension, State>,
): Missing<State | 'ABSENT'> {
  const can = ({ state }: Cell<State>) => state !== 'ABSENT' && state !== 'NOT_APPLICABLE';
  const all = [...placesOf(cube.axes)].map((places) => ({ places, cell: cube.at(places) }));
  const empty = all.every(({ cell }) => cell.value === null);
  const seen = cube.axes.map(() => new Set<number>());
  for (const { places, cell } of all)
    if (cell.value !== null) for (const [a, place] of places.entries()) seen[a]?.add(place);
  const leftOut = (places: readonly number[]) =>
    !empty &&
    cube.axes.some(({ codes }, a) => {
      const place = places[a] ?? 0;
      return codes[place] === 'UNKNOWN' && !seen[a]?.has(place);
    });
  const expected = all.filter(({ places, cell }) => can(cell) && !leftOut(places));
  const reasons = new Map<State | 'ABSENT', number>();
  for (const { cell } of expected)
    if (cell.value === null) reasons.set(cell.state, (reasons.get(cell.state) ?? 0) + 1);
  return { expected: expected.length, reasons };
}

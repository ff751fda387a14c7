import type { Crossings, Division } from '@nodp/warehouse';
import type { StatisticsDimension } from '../../generated/resolvers.ts';
import { AGE_PLACES, type CountAsked, type EventCounts, SEX_PLACES } from '../source.ts';
import {
  byAge,
  bySex,
  type Layer,
  layersOf,
  malignantOnly,
  partsOf,
  registeredOnly,
} from './divisions.ts';

/** One layer of each axis, in all ways. */
const combined = (layers: readonly (readonly Layer[])[]): Layer[][] =>
  layers.reduce<Layer[][]>(
    (ways, ofAxis) => ways.flatMap((way) => ofAxis.map((layer) => [...way, layer])),
    [[]],
  );

/** The place in the whole table of each place of a layered one. */
const cellsOfLayers = (way: readonly Layer[], sizes: readonly number[]): number[] =>
  way.reduce<number[]>(
    (cells, { places }, axis) =>
      cells.flatMap((cell) => places.map((place) => cell * (sizes[axis] as number) + place)),
    [0],
  );

/** Cases of a release by the axes, exact. */
export const countCases = (
  crossings: Crossings,
  { axes, chosen, sexes, ages, registered }: CountAsked,
): EventCounts => {
  const anyBehaviour =
    chosen.BEHAVIOUR !== undefined || axes.some(({ dimension }) => dimension === 'BEHAVIOUR');
  const ofSites = chosen.SITE !== undefined || axes.some(({ dimension }) => dimension === 'SITE');
  const parts = Object.entries(chosen).map(([dimension, codes]) =>
    partsOf(crossings, dimension as StatisticsDimension, codes, anyBehaviour),
  );
  const rest: Division[] = [
    ...parts,
    ...(anyBehaviour || ofSites ? [] : [malignantOnly]),
    ...(registered ? [registeredOnly(crossings)] : []),
    ...(sexes ? [bySex] : []),
    ...(ages ? [byAge] : []),
  ];
  const shape = {
    parts: parts.reduce((product, { size }) => product * size, 1),
    sexes: sexes ? SEX_PLACES : 1,
    ages: ages ? AGE_PLACES : 1,
  };
  const ways = combined(
    axes.map(({ dimension, values }) =>
      layersOf(
        crossings,
        dimension,
        values.map(({ code }) => code),
        anyBehaviour,
      ),
    ),
  );
  const [only] = ways;
  if (ways.length === 1 && only !== undefined)
    return { ...shape, ...crossings.count([...only.map(({ division }) => division), ...rest]) };
  const sizes = axes.map(({ values }) => values.length);
  const block = shape.parts * shape.sexes * shape.ages;
  const length = sizes.reduce((a, b) => a * b, 1) * block;
  const [counts, keys] = [new Uint32Array(length), new Uint32Array(length)];
  for (const way of ways) {
    const made = crossings.count([...way.map(({ division }) => division), ...rest]);
    // No cell is of two ways: each code of an axis is in one of its layers.
    cellsOfLayers(way, sizes).forEach((cell, i) => {
      counts.set(made.counts.subarray(i * block, (i + 1) * block), cell * block);
      keys.set(made.keys.subarray(i * block, (i + 1) * block), cell * block);
    });
  }
  return { ...shape, counts, keys };
};

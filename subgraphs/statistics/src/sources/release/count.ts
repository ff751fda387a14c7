import type { Crossings, Division } from '@nodp/warehouse';
import type { StatisticsDimension } from '../../generated/resolvers.ts';
import {
  AGE_PLACES,
  type Axis,
  type Chosen,
  type CountAsked,
  type EventCounts,
  SEX_PLACES,
} from '../source.ts';
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

/** How a table's axes and what is chosen besides divide the cases of a release. */
export interface Divided {
  /** What a filter chose freely. */
  readonly parts: readonly Division[];
  /** Who is left out wherever they are: those not malignant, unless a site or a behaviour says otherwise. */
  readonly rest: readonly Division[];
  /** Layers of the axes in all ways; with the cell of each place of a way. */
  readonly ways: readonly { readonly divisions: readonly Division[]; readonly cells: number[] }[];
}

export const dividedBy = (crossings: Crossings, axes: readonly Axis[], chosen: Chosen): Divided => {
  const anyBehaviour =
    chosen.BEHAVIOUR !== undefined || axes.some(({ dimension }) => dimension === 'BEHAVIOUR');
  const ofSites = chosen.SITE !== undefined || axes.some(({ dimension }) => dimension === 'SITE');
  const sizes = axes.map(({ values }) => values.length);
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
  return {
    parts: Object.entries(chosen).map(([dimension, codes]) =>
      partsOf(crossings, dimension as StatisticsDimension, codes, anyBehaviour),
    ),
    rest: anyBehaviour || ofSites ? [] : [malignantOnly],
    ways: ways.map((way) => ({
      divisions: way.map(({ division }) => division),
      cells: cellsOfLayers(way, sizes),
    })),
  };
};

/** Cases of a release by the axes, exact. */
export const countCases = (
  crossings: Crossings,
  { axes, chosen, sexes, ages, registered }: CountAsked,
): EventCounts => {
  const { parts, rest, ways } = dividedBy(crossings, axes, chosen);
  const inside: Division[] = [
    ...parts,
    ...rest,
    ...(registered ? [registeredOnly] : []),
    ...(sexes ? [bySex] : []),
    ...(ages ? [byAge] : []),
  ];
  const shape = {
    parts: parts.reduce((product, { size }) => product * size, 1),
    sexes: sexes ? SEX_PLACES : 1,
    ages: ages ? AGE_PLACES : 1,
  };
  const [only] = ways;
  if (ways.length === 1 && only !== undefined)
    return { ...shape, ...crossings.count([...only.divisions, ...inside]) };
  const block = shape.parts * shape.sexes * shape.ages;
  const length = axes.reduce((product, { values }) => product * values.length, 1) * block;
  const [counts, keys] = [new Uint32Array(length), new Uint32Array(length)];
  for (const way of ways) {
    const made = crossings.count([...way.divisions, ...inside]);
    // No cell is of two ways: each code of an axis is in one of its layers.
    way.cells.forEach((cell, i) => {
      counts.set(made.counts.subarray(i * block, (i + 1) * block), cell * block);
      keys.set(made.keys.subarray(i * block, (i + 1) * block), cell * block);
    });
  }
  return { ...shape, counts, keys };
};

import type { StatisticsDimension } from '../generated/resolvers.ts';
import type { Axis } from '../sources/source.ts';

/**
 * Where a line of figures along one dimension stands in a table: the place of each of its figures, the dimension standing
 * anywhere among the axes, or not among them (lines of one figure).
 */
export const placeOf = (axes: readonly Axis[], dimension: StatisticsDimension) => {
  const along = axes.findIndex((axis) => axis.dimension === dimension);
  const after =
    along < 0
      ? 1
      : axes.slice(along + 1).reduce((product, { values }) => product * values.length, 1);
  const size = along < 0 ? 1 : (axes[along]?.values.length ?? 1);
  return (line: number, place: number): number =>
    (Math.floor(line / after) * size + place) * after + (line % after);
};

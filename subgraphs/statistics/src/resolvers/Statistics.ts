import type { StatisticsAxisResolvers, StatisticsSourceResolvers } from '../generated/resolvers.ts';
import { DIMENSIONS, EVERY_DIMENSION } from '../questions/dimensions.ts';

export const StatisticsSource: StatisticsSourceResolvers = {
  dimensions: ({ dimensions }) =>
    EVERY_DIMENSION.flatMap((dimension) => {
      const known = dimensions[dimension];
      return known === undefined
        ? []
        : [{ dimension, values: [...known.values, ...(known.choices ?? [])] }];
    }),
};

export const StatisticsAxis: StatisticsAxisResolvers = {
  label: ({ dimension }) => DIMENSIONS[dimension].label,
  codes: ({ values }) => values.map(({ code }) => code),
  labels: ({ values }) => values.map(({ label }) => label),
};

import type { Salts } from '../cases/moved-rate.ts';
import type { StandardPopulation } from '../generated/resolvers.ts';

/** Names of the moves of figures that weigh ages: no two figures share one, so that they are no equations. 1 to 10 are the standardised rates'. */
export const TRUNCATED_SALTS: Readonly<Record<StandardPopulation, Salts>> = {
  SEGI: [11, 12],
  WHO2000: [13, 14],
  CHINA2000: [15, 16],
  ESP1976: [17, 18],
  ESP2013: [19, 20],
};
/** Of the cumulative rate and of the risk, which is made of it. */
export const CUMULATIVE_SALTS: Salts = [21, 22];

import { defineSubgraph } from '@nodp/graph';
import { resolvers } from './resolvers/index.ts';
import { answerStanding } from './standing/standing.ts';

/** Regions with their populations, and what each institution sent over time. */
export const statistics = defineSubgraph({
  name: 'statistics',
  folder: new URL('..', import.meta.url),
  resolvers,
  needs: ['releases'],
  beforehand: ({ database, resources }) => answerStanding(database, resources.releases),
});

export { poolAnswers } from './pooled/pool-answers.ts';
export { seedRegions } from './regions/seed-regions.ts';
export { putRegistries } from './registration/put-registries.ts';
export { REGISTRATION_COLUMNS, readRegistries } from './registration/read-csv.ts';
export type { Registry } from './registration/registration.ts';
export { fileAt } from './registry-data/input/files.ts';
export { loadFiles } from './registry-data/load-files.ts';
export { ownerWriter } from './registry-data/owner-writer.ts';
export { seedLifeTables } from './registry-data/seed-life-tables.ts';

import { query, type Session, statement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import { population } from '../tables.ts';

const latest = statement(
  query
    .selectDistinctOn([population.regionCode], {
      regionCode: population.regionCode,
      persons: population.persons,
    })
    .from(population)
    .orderBy(population.regionCode, sql`${population.year} desc`),
);

/** Inhabitants of each region by its latest census; those that none counted are not among them. */
export const personsByRegion = async (session: Session): Promise<ReadonlyMap<string, number>> =>
  new Map((await session.run(latest)).map(({ regionCode, persons }) => [regionCode, persons]));

import { query, statement } from '@nodp/database';
import type { SubgraphContext } from '@nodp/graph';
import DataLoader from 'dataloader';
import { sql } from 'drizzle-orm';
import type { PopulationModel, RegionModel } from '../models.ts';
import { population, region } from '../tables.ts';

const codes = sql.placeholder('codes');

/** The divisions at province level, by code. */
export const everyRegion = statement(query.select().from(region).orderBy(region.code));

const regionsByCode = statement(
  query.select().from(region).where(sql`${region.code} = any(${codes})`),
);

const populationsByRegion = statement(
  query
    .select()
    .from(population)
    .where(sql`${population.regionCode} = any(${codes})`)
    .orderBy(sql`${population.year} desc`),
);

export const regionRow = ({ session }: SubgraphContext): DataLoader<string, RegionModel | null> =>
  new DataLoader(async (asked) => {
    const rows = await session.run(regionsByCode, { codes: [...asked] });
    const byCode = new Map(rows.map((row) => [row.code, row]));
    return asked.map((code) => byCode.get(code) ?? null);
  });

/** Inhabitants of regions by census, latest first. */
export const populationRows = ({
  session,
}: SubgraphContext): DataLoader<string, PopulationModel[]> =>
  new DataLoader(async (asked) => {
    const rows = await session.run(populationsByRegion, { codes: [...asked] });
    const byRegion = Map.groupBy(rows, (row) => row.regionCode);
    return asked.map((code) => byRegion.get(code) ?? []);
  });

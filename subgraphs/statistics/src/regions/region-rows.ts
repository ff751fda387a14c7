import { query, sqlStatement, statement } from '@nodp/database';
import type { SubgraphContext } from '@nodp/graph';
import DataLoader from 'dataloader';
import { sql } from 'drizzle-orm';
import type { PopulationModel, RegionModel, RegistrationModel } from '../models.ts';
import { personYears, population, region, registry, registryYear } from '../tables.ts';

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

const registrationsByRegion = sqlStatement<RegistrationModel & { regionCode: string }>(sql`
  select p.region_code, r.name_en, r.name_zh, r.source_en, r.source_zh,
    min(p.year)::int as first_year, max(p.year)::int as last_year,
    min(y.completeness) as completeness, max(y.closed_on)::text as closed_on,
    (array_agg(p.lived order by p.year desc))[1] as person_years
  from (
    select region_code, year, registry_code, sum(age) as lived
    from ${personYears}, unnest(ages) as age
    where region_code = any(${codes}) group by 1, 2, 3
  ) p
  join ${registry} r on r.code = p.registry_code
  join ${registryYear} y on y.registry_code = p.registry_code and y.year = p.year
  group by p.region_code, r.code order by max(p.year) desc`);

/** Registries that cover regions, latest first. */
export const registrationRows = ({
  session,
}: SubgraphContext): DataLoader<string, RegistrationModel[]> =>
  new DataLoader(async (asked) => {
    const rows = await session.run(registrationsByRegion, { codes: [...asked] });
    const byRegion = Map.groupBy(rows, (row) => row.regionCode);
    return asked.map((code) => byRegion.get(code) ?? []);
  });

import type { Sql } from 'postgres';
import type { Registry } from './registration.ts';

/**
 * Stores registries with their years and person-years; what was known of each before is replaced.
 * @param ownerSql as the role that owns the tables
 * @throws where an area would be covered by two registries in one year
 */
export const putRegistries = async (
  ownerSql: Sql,
  registries: readonly Registry[],
): Promise<void> => {
  const codes = registries.map(({ code }) => code);
  const heads = registries.map(({ code, name, source }) => ({
    code,
    name_en: name.en,
    name_zh: name.zh,
    source_en: source.en,
    source_zh: source.zh,
  }));
  const years = registries.flatMap(({ code, areas }) => {
    const byYear = new Map(areas.map((area) => [area.year, area]));
    return [...byYear.values()].map(({ year, completeness, closedOn }) => ({
      registry_code: code,
      year,
      completeness,
      closed_on: closedOn,
    }));
  });
  const lived = registries.flatMap(({ code, areas }) =>
    areas.flatMap(({ region, year, lived: sexes }) =>
      sexes.map((ages, sex) => ({
        region_code: region,
        year,
        sex,
        registry_code: code,
        ages: [...ages],
      })),
    ),
  );
  await ownerSql.begin(async (sql) => {
    await sql`delete from statistics.registry where code = any (${codes})`;
    await sql`
      insert into statistics.registry (code, name_en, name_zh, source_en, source_zh)
      select * from jsonb_to_recordset(${JSON.stringify(heads)}::text::jsonb)
        as i (code text, name_en text, name_zh text, source_en text, source_zh text)`;
    await sql`
      insert into statistics.registry_year (registry_code, year, completeness, closed_on)
      select * from jsonb_to_recordset(${JSON.stringify(years)}::text::jsonb)
        as i (registry_code text, year smallint, completeness float8, closed_on date)`;
    await sql`
      insert into statistics.person_years (region_code, year, sex, registry_code, ages)
      select * from jsonb_to_recordset(${JSON.stringify(lived)}::text::jsonb)
        as i (region_code text, year smallint, sex smallint, registry_code text, ages float8[])`;
  });
};

import { PROVINCES } from '@nodp/terminology/provinces';
import type { Sql } from 'postgres';

const census2020 = {
  source:
    'Seventh National Population Census of China, communiqué No. 3, National Bureau of Statistics, 11 May 2021',
  source_zh: '第七次全国人口普查公报（第三号），国家统计局，2021年5月11日',
};

const regions = () =>
  PROVINCES.map(({ code, label, fullName }) => ({
    code,
    name_en: fullName.en,
    name_zh: fullName.zh,
    short_name_en: label.en,
    short_name_zh: label.zh,
  }));

const populations = () =>
  PROVINCES.flatMap(({ code, population2020: persons }) =>
    persons === null ? [] : [{ region_code: code, year: 2020, persons, ...census2020 }],
  );

/**
 * Brings the regions and their census populations up to date with the terminology. As often as one likes.
 * @param ownerSql as the role that owns the tables
 */
export const seedRegions = async (ownerSql: Sql): Promise<void> => {
  await ownerSql.begin(async (sql) => {
    await sql`
      insert into statistics.region as r
      select * from jsonb_to_recordset(${JSON.stringify(regions())}::text::jsonb)
        as i (code text, name_en text, name_zh text, short_name_en text, short_name_zh text)
      on conflict (code) do update
      set name_en = excluded.name_en, name_zh = excluded.name_zh,
        short_name_en = excluded.short_name_en, short_name_zh = excluded.short_name_zh
      where r is distinct from excluded`;
    await sql`
      insert into statistics.population as p
      select * from jsonb_to_recordset(${JSON.stringify(populations())}::text::jsonb)
        as i (region_code text, year smallint, persons int, source text, source_zh text)
      on conflict (region_code, year) do update set persons = excluded.persons,
        source = excluded.source, source_zh = excluded.source_zh
      where p is distinct from excluded`;
  });
};

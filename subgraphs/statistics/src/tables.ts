import { integer, pgSchema, primaryKey, smallint, text } from 'drizzle-orm/pg-core';

/** Populations, rates, survival and indicators. */
export const statistics = pgSchema('statistics');

export const region = statistics.table('region', {
  /** GB/T 2260, six digits. */
  code: text('code').primaryKey(),
  nameEn: text('name_en').notNull(),
  nameZh: text('name_zh').notNull(),
  shortNameEn: text('short_name_en').notNull(),
  shortNameZh: text('short_name_zh').notNull(),
});

export const population = statistics.table(
  'population',
  {
    regionCode: text('region_code').notNull(),
    year: smallint('year').notNull(),
    persons: integer('persons').notNull(),
    source: text('source').notNull(),
  },
  (t) => [primaryKey({ columns: [t.regionCode, t.year] })],
);

import { sql } from 'drizzle-orm';
import {
  check,
  date,
  doublePrecision,
  foreignKey,
  integer,
  pgSchema,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

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
    /** In English. */
    source: text('source').notNull(),
    sourceZh: text('source_zh').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.regionCode, t.year] })],
);

/** Population-based cancer registries: who registers every case of an area's residents. */
export const registry = statistics.table('registry', {
  code: text('code').primaryKey(),
  nameEn: text('name_en').notNull(),
  nameZh: text('name_zh').notNull(),
  /** Where its person-years are from. */
  sourceEn: text('source_en').notNull(),
  sourceZh: text('source_zh').notNull(),
  loadedAt: timestamp('loaded_at', { withTimezone: true }).notNull().defaultNow(),
});

/** A year of a registry. */
export const registryYear = statistics.table(
  'registry_year',
  {
    registryCode: text('registry_code')
      .notNull()
      .references(() => registry.code, { onDelete: 'cascade' }),
    year: smallint('year').notNull(),
    /** Completeness of registration as the registry reports it, 0 to 1. */
    completeness: doublePrecision('completeness').notNull(),
    /** Last day on which cases of the year were taken; null while the year is open. */
    closedOn: date('closed_on', { mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.registryCode, t.year] }),
    check('completeness_is_a_share', sql`${t.completeness} between 0 and 1`),
  ],
);

/** Person-years lived in an area: the key lets no two registries cover the same people. */
export const personYears = statistics.table(
  'person_years',
  {
    /** GB/T 2260, six digits. */
    regionCode: text('region_code').notNull(),
    year: smallint('year').notNull(),
    /** 0 female, 1 male. */
    sex: smallint('sex').notNull(),
    registryCode: text('registry_code').notNull(),
    /** By ages 0–4, 5–9, … 80–84, 85 and more. */
    ages: doublePrecision('ages').array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.year, t.sex] }),
    foreignKey({
      name: 'person_years_of_a_registry_year',
      columns: [t.registryCode, t.year],
      foreignColumns: [registryYear.registryCode, registryYear.year],
    }).onDelete('cascade'),
    check('sex_is_known', sql`${t.sex} in (0, 1)`),
    check('eighteen_ages', sql`cardinality(${t.ages}) = 18 and 0 <= all (${t.ages})`),
  ],
);

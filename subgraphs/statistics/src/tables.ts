import { applicationRole } from '@nodp/database/tables';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  integer,
  pgPolicy,
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

/** A data set and its version, in every row that is of one. */
const ofVersion = {
  setId: text('set_id').notNull(),
  version: smallint('version').notNull(),
};

/** Years of a row, the same ones for a single year. */
const years = {
  firstYear: smallint('first_year').notNull(),
  lastYear: smallint('last_year').notNull(),
};

/** What a loaded data set says of itself. A version that was loaded stays as it is: the next one stands beside it. */
const aboutSet = {
  id: text('id').notNull(),
  version: smallint('version').notNull(),
  nameEn: text('name_en').notNull(),
  nameZh: text('name_zh').notNull(),
  /** Who made it. */
  sourceEn: text('source_en').notNull(),
  sourceZh: text('source_zh').notNull(),
  /** As it is to be cited. */
  citation: text('citation').notNull(),
  licence: text('licence').notNull(),
  ...years,
  /** SHA-256 of what was loaded: the same content is not loaded twice in a row. */
  sha256: text('sha256').notNull(),
  loadedAt: timestamp('loaded_at', { withTimezone: true }).notNull().defaultNow(),
  loadedBy: text('loaded_by').notNull(),
};

/** Aggregates of population-based registries from elsewhere: never mixed with the platform's own releases. */
export const registryDataSet = statistics.table(
  'registry_data_set',
  {
    ...aboutSet,
    /** Whether the registries published these figures; others are suppressed below the minimum cell. */
    published: boolean('published').notNull(),
    areas: integer('areas').notNull(),
    cases: doublePrecision('cases').notNull(),
    deaths: doublePrecision('deaths'),
    personYears: doublePrecision('person_years').notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.version] })],
);

/** A registry of a data set. */
export const registryDataArea = statistics.table(
  'registry_data_area',
  {
    ...ofVersion,
    /** As the data set codes its registries. */
    code: text('code').notNull(),
    nameEn: text('name_en').notNull(),
    nameZh: text('name_zh').notNull(),
    /** GB/T 2260, six digits of the division at province level; null where it is not known. */
    provinceCode: text('province_code'),
    /** GB/T 2260 codes of what it covers; empty where they were not given. */
    covers: text('covers').array().notNull(),
    /** GB/T 2260 codes inside of those that it does not cover. */
    without: text('without').array().notNull(),
    ...years,
  },
  (t) => [
    primaryKey({ columns: [t.setId, t.version, t.code] }),
    foreignKey({
      name: 'area_of_a_data_set',
      columns: [t.setId, t.version],
      foreignColumns: [registryDataSet.id, registryDataSet.version],
    }).onDelete('cascade'),
  ],
);

/** New cases, or deaths, of a registry in a period. */
export const registryDataCount = statistics.table(
  'registry_data_count',
  {
    ...ofVersion,
    kind: text('kind').notNull(),
    areaCode: text('area_code').notNull(),
    ...years,
    /** 0 female, 1 male. */
    sex: smallint('sex').notNull(),
    /** Site group, a part of one (`colorectum.colon`), or `all`. */
    site: text('site').notNull(),
    /** Ages 0–4, 5–9, … 80–84, 85 and more, then unknown. */
    ages: doublePrecision('ages').array().notNull(),
  },
  (t) => [
    primaryKey({
      name: 'registry_data_count_key',
      columns: [t.setId, t.version, t.kind, t.areaCode, t.firstYear, t.sex, t.site],
    }),
    foreignKey({
      name: 'count_of_a_data_set',
      columns: [t.setId, t.version],
      foreignColumns: [registryDataSet.id, registryDataSet.version],
    }).onDelete('cascade'),
    check('kind_is_known', sql`${t.kind} in ('CASES', 'DEATHS')`),
    check('count_sex_is_known', sql`${t.sex} in (0, 1)`),
    check('nineteen_ages', sql`cardinality(${t.ages}) = 19 and 0 <= all (${t.ages})`),
  ],
);

/** Person-years lived in a registry's area in a period. */
export const registryDataPersonYears = statistics.table(
  'registry_data_person_years',
  {
    ...ofVersion,
    areaCode: text('area_code').notNull(),
    ...years,
    /** 0 female, 1 male. */
    sex: smallint('sex').notNull(),
    /** Ages 0–4, 5–9, … 80–84, 85 and more. */
    ages: doublePrecision('ages').array().notNull(),
  },
  (t) => [
    primaryKey({
      name: 'registry_data_person_years_key',
      columns: [t.setId, t.version, t.areaCode, t.firstYear, t.sex],
    }),
    foreignKey({
      name: 'lived_of_a_data_set',
      columns: [t.setId, t.version],
      foreignColumns: [registryDataSet.id, registryDataSet.version],
    }).onDelete('cascade'),
    check('lived_sex_is_known', sql`${t.sex} in (0, 1)`),
    check('lived_eighteen_ages', sql`cardinality(${t.ages}) = 18 and 0 <= all (${t.ages})`),
  ],
);

/** Mortality of the general population, as net survival and years of life lost need it. */
export const lifeTableSet = statistics.table('life_table_set', aboutSet, (t) => [
  primaryKey({ columns: [t.id, t.version] }),
]);

export const lifeTableRow = statistics.table(
  'life_table_row',
  {
    ...ofVersion,
    /** GB/T 2260, six digits; 000000 for the nation. */
    region: text('region').notNull(),
    /** 0 female, 1 male. */
    sex: smallint('sex').notNull(),
    ...years,
    /** Month of the first year in which the rates begin to hold: 1, or 7 for periods from mid-year to mid-year. */
    firstMonth: smallint('first_month').notNull(),
    /** Completed years at which each rate begins to hold. */
    ages: smallint('ages').array().notNull(),
    /** Deaths per person-year from each age on. */
    mortality: doublePrecision('mortality').array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.setId, t.version, t.region, t.sex, t.firstYear] }),
    foreignKey({
      name: 'row_of_a_life_table_set',
      columns: [t.setId, t.version],
      foreignColumns: [lifeTableSet.id, lifeTableSet.version],
    }).onDelete('cascade'),
    check('life_sex_is_known', sql`${t.sex} in (0, 1)`),
    check('a_rate_for_each_age', sql`cardinality(${t.ages}) = cardinality(${t.mortality})`),
  ],
);

const ofOwnAccount = sql`account_id = (select current_setting('nodp.account', true))`;

/** Reports that accounts saved as templates: each account sees its own. */
export const reportTemplate = statistics.table(
  'report_template',
  {
    accountId: text('account_id').notNull(),
    name: text('name').notNull(),
    /** The report's address in the web app: what opens it again. */
    address: text('address').notNull(),
    /** Texts and questions in order, as JSON. */
    blocks: text('blocks').notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.name] }),
    pgPolicy('own_templates', {
      for: 'all',
      to: applicationRole,
      using: ofOwnAccount,
      withCheck: ofOwnAccount,
    }),
  ],
);

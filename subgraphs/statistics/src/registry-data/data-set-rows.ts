import { sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import { lifeTableSet, registryDataSet } from '../tables.ts';
import type { DataSetKind } from './load-files.ts';

/** A version of a data set, as it is listed. */
export interface DataSetRow {
  readonly id: string;
  readonly version: number;
  readonly kind: DataSetKind;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly sourceEn: string;
  readonly sourceZh: string;
  readonly citation: string;
  readonly licence: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly published: boolean | null;
  readonly registries: number | null;
  readonly cases: number | null;
  readonly deaths: number | null;
  readonly personYears: number | null;
  readonly loadedAt: string;
  readonly loadedBy: string;
  readonly newest: boolean;
}

const common =
  sql.raw(`id, version, name_en, name_zh, source_en, source_zh, citation, licence, first_year, last_year,
  loaded_at, loaded_by, version = max(version) over (partition by id) as newest`);

/** Every version of every data set and of life tables, the one loaded last first. */
export const everyDataSet = sqlStatement<DataSetRow>(sql`
  select 'REGISTRY' as kind, ${common}, published, areas as registries, cases, deaths, person_years
  from ${registryDataSet}
  union all
  select 'LIFE_TABLE', ${common}, null, null, null, null, null from ${lifeTableSet}
  order by loaded_at desc, id, version desc`);

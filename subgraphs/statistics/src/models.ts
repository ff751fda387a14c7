import type { Disclosed } from '@nodp/disclosure';
import type { ReleaseKey } from '@nodp/warehouse';
import type { StatisticsAnswer } from './cases/statistics.ts';
import type { DimensionInfo, MeasureInfo } from './questions/allowed.ts';
import type { TableAnswer } from './questions/answer.ts';
import type { DataSetRow } from './registry-data/data-set-rows.ts';
import type { Loaded, LoadedSet } from './registry-data/load-files.ts';
import type { SavedReportRow } from './reports/templates.ts';
import type { SimilarOf } from './similar/net-survival.ts';
import type { Axis, Source } from './sources/source.ts';
import type { ReceivedRow } from './submissions/received-by-month.ts';
import type { MonthRow } from './submissions/submissions-by-month.ts';
import type { population, region } from './tables.ts';

export type RegionModel = typeof region.$inferSelect;
export type PopulationModel = typeof population.$inferSelect;

/** A registry's years of a region. */
export interface RegistrationModel {
  readonly nameEn: string;
  readonly nameZh: string;
  readonly sourceEn: string;
  readonly sourceZh: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly completeness: number;
  readonly closedOn: string | null;
  readonly personYears: number;
}
export interface InstitutionModel {
  readonly institutionId: string;
}

/** A release is known here by what the research subgraph says of it. */
export interface ReleaseModel extends ReleaseKey {
  readonly builtAt: string;
}

export type CaseStatisticsModel = StatisticsAnswer;

export type StatisticsSourceModel = Source;

export type StatisticsAxisModel = Axis;

export type StatisticsMeasureInfoModel = MeasureInfo;

export type StatisticsDimensionInfoModel = DimensionInfo;

export type StatisticsTableModel = TableAnswer;

export type CasesInProvinceModel = StatisticsAnswer['byProvince'][number];

export type MonthlySubmissionsModel = MonthRow;

export type ReceivedInMonthModel = ReceivedRow;

/** A count that leaves is one that passed disclosure control: no other value has this type. */
export type DisclosedCountModel = Disclosed;

export type AggregateDataSetModel = DataSetRow;

export type AggregateLoadModel = Loaded;

export type AggregateLoadedModel = LoadedSet;

/** Known here by the release and the address of the cohort. */
export type SimilarPatientsModel = SimilarOf;

export type SavedReportModel = SavedReportRow;

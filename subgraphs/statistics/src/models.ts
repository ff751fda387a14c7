import type { ReceivedRow } from './submissions/received-by-month.ts';
import type { MonthRow } from './submissions/submissions-by-month.ts';
import type { population, region } from './tables.ts';

export type RegionModel = typeof region.$inferSelect;
export type PopulationModel = typeof population.$inferSelect;

export interface InstitutionModel {
  readonly institutionId: string;
}

export type MonthlySubmissionsModel = MonthRow;

export type ReceivedInMonthModel = ReceivedRow;

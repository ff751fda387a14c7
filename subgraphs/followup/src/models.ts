import type { Shown } from '@nodp/database/tables';
import type { Connection } from '@nodp/graph';
import type { contact } from './tables.ts';

/** A patient is known by its id; every list of it passes a loader that audits. */
export interface PatientModel {
  readonly patientId: string;
}

export type FollowupContactModel = Shown<typeof contact>;

/** A page, and how many are due and overdue where somebody asks. */
export interface ContactConnectionModel extends Connection<FollowupContactModel> {
  totalCount(): Promise<number>;
  overdueCount(): Promise<number>;
}

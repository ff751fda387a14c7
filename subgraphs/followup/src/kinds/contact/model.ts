import type { Shown } from '@nodp/database/tables';
import type { Connection } from '@nodp/graph';
import type { contact } from './table.ts';

export type FollowupContactModel = Shown<typeof contact>;

/** A page, and how many are due and overdue where somebody asks. */
export interface ContactConnectionModel extends Connection<FollowupContactModel> {
  totalCount(): Promise<number>;
  overdueCount(): Promise<number>;
}

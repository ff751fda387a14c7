import { sqlStatement } from '@nodp/database';
import type { SubgraphContext } from '@nodp/graph';
import DataLoader from 'dataloader';
import { sql } from 'drizzle-orm';

export interface ReceivedRow {
  readonly institutionId: string;
  /** YYYY-MM of the national calendar. */
  readonly month: string;
  /** YYYY-MM-DD of the national calendar. */
  readonly lastDay: string;
  readonly submissions: number;
  readonly records: number;
}

/** The view itself narrows what a session sees; submissions stay closed to it. */
const byInstitution = sqlStatement<ReceivedRow>(sql`
  select institution_id, month, last_day, submissions, records from statistics.received
  where institution_id = any(${sql.placeholder('ids')})
  order by institution_id, month`);

/** Counts of what institutions sent, month by month, earliest first; all institutions of a request in one statement. */
export const receivedByMonth = ({ session }: SubgraphContext): DataLoader<string, ReceivedRow[]> =>
  new DataLoader(async (ids) => {
    const rows = await session.run(byInstitution, { ids: [...ids] });
    const byId = Map.groupBy(rows, (row) => row.institutionId);
    return ids.map((id) => byId.get(id) ?? []);
  });

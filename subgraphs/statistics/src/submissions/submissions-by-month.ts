import { sqlStatement } from '@nodp/database';
import { nationalTimeZone, type SubgraphContext } from '@nodp/graph';
import DataLoader from 'dataloader';
import { sql } from 'drizzle-orm';

export interface MonthRow {
  readonly institutionId: string;
  /** YYYY-MM of the national calendar. */
  readonly month: string;
  readonly submissions: number;
  readonly records: number;
  readonly refused: number;
}

/** Row-level security narrows it to the reader's institution, unless the account is national. */
const byInstitution = sqlStatement<MonthRow>(sql`
  select s.institution_id,
    to_char(s.received_at at time zone ${sql.raw(`'${nationalTimeZone}'`)}, 'YYYY-MM') as month,
    count(*) as submissions,
    coalesce(sum(c.records), 0)::bigint as records,
    coalesce(sum(c.refused), 0)::bigint as refused
  from basic.submission s
  cross join lateral (
    select sum((r ->> 'created')::bigint + (r ->> 'updated')::bigint) as records,
      sum((r ->> 'refused')::bigint) as refused
    from jsonb_array_elements(s.counts) r
  ) c
  where s.institution_id = any(${sql.placeholder('ids')})
  group by s.institution_id, month
  order by s.institution_id, month`);

/** Data submitted by institutions, month by month, earliest first; all institutions of a request in one statement. */
export const submissionsByMonth = ({ session }: SubgraphContext): DataLoader<string, MonthRow[]> =>
  new DataLoader(async (ids) => {
    const rows = await session.run(byInstitution, { ids: [...ids] });
    const byId = Map.groupBy(rows, (row) => row.institutionId);
    return ids.map((id) => byId.get(id) ?? []);
  });

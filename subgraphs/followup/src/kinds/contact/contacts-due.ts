import { sqlStatement } from '@nodp/database';
import {
  badInput,
  connection,
  decodeCursor,
  nationalDay,
  nationalTimeZone,
  pageSize,
  type SubgraphContext,
} from '@nodp/graph';
import { type SQL, sql } from 'drizzle-orm';
import type { QueryContactsDueArgs } from '../../generated/resolvers.ts';
import type { ContactConnectionModel, FollowupContactModel } from './model.ts';
import { OPEN_STATUSES } from './overdue.ts';

const p = sql.placeholder;

interface DueRow extends FollowupContactModel {
  /** `at` to the microsecond, as the cursor keeps it. */
  readonly sortKey: string;
}

const startOf = (day: SQL): SQL =>
  sql`(${day}::timestamp at time zone ${sql.raw(`'${nationalTimeZone}'`)})`;

/** Row-level security narrows it to patients in care. */
const due = sql`
  from followup.contact c
  where c.institution_id = ${p('institution')}::uuid
    and c.status = any(${p('open')}::text[])
    and c.at < ${startOf(sql`(${p('until')}::date + 1)`)}
    and not exists (select 1 from followup.contact_outcome o where o.patient_id = c.patient_id
      and o.institution_id = c.institution_id and o.contact = c.source_id and o.taken_back_at is null)
    and not exists (select 1 from basic.death d where d.patient_id = c.patient_id)`;

const page = sqlStatement<DueRow>(sql`
  select c.*, c.at::text as sort_key ${due}
    and (${p('afterAt')}::timestamptz is null or (c.at, c.patient_id, c.id)
      > (${p('afterAt')}::timestamptz, ${p('afterPatient')}::uuid, ${p('afterId')}::uuid))
  order by c.at, c.patient_id, c.id limit ${p('limit')}::int`);

const numbers = sqlStatement<{ total: number; overdue: number }>(sql`
  select count(*)::int as total,
    (count(*) filter (where c.at < ${startOf(sql`${p('today')}::date`)}))::int as overdue ${due}`);

const day = (until: string): string => {
  const known = /^\d{4}-\d{2}-\d{2}$/.test(until) && new Date(`${until}T00:00Z`);
  if (known && !Number.isNaN(known.getTime()) && known.toISOString().startsWith(until))
    return until;
  throw badInput(`\`until\` must be a day of the calendar, YYYY-MM-DD, not “${until}”.`);
};

/** What is due at the reader's institution on or before a day, earliest first: what is overdue comes before all. */
export const contactsDue = async (
  { until, first, after }: QueryContactsDueArgs,
  context: SubgraphContext,
): Promise<ContactConnectionModel> => {
  const size = pageSize(first, 50, 200);
  const [afterAt, afterPatient, afterId] = after
    ? decodeCursor(after, ['instant', 'uuid', 'uuid'])
    : [null, null, null];
  const today = nationalDay(new Date());
  const asked = {
    institution: context.principal.institutionId,
    open: OPEN_STATUSES,
    until: until ? day(until) : today,
  };
  const rows = await context.session.run(page, {
    ...asked,
    afterAt,
    afterPatient,
    afterId,
    limit: size + 1,
  });
  await context.audit(rows.slice(0, size).map((row) => row.patientId));
  let counted: Promise<{ total: number; overdue: number } | undefined> | null = null;
  const count = () => {
    counted ??= context.session.run(numbers, { ...asked, today }).then(([row]) => row);
    return counted;
  };
  return {
    ...connection(rows, size, (row) => [row.sortKey, row.patientId, row.id]),
    totalCount: async () => (await count())?.total ?? 0,
    overdueCount: async () => (await count())?.overdue ?? 0,
  };
};

import { sqlStatement } from '@nodp/database';
import {
  badInput,
  type Connection,
  connection,
  decodeCursor,
  nationalDay,
  nationalTimeZone,
  pageSize,
  type SubgraphContext,
} from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { QueryContactsDueArgs } from '../generated/resolvers.ts';
import type { FollowupContactModel } from '../models.ts';

const p = sql.placeholder;

interface DueRow extends FollowupContactModel {
  /** `at` to the microsecond, as the cursor keeps it. */
  readonly sortKey: string;
}

/** FHIR Appointment.status of what is still to happen. Row-level security narrows it to patients in care. */
const page = sqlStatement<DueRow>(sql`
  select c.*, c.at::text as sort_key from followup.contact c
  where c.institution_id = ${p('institution')}::uuid
    and c.status in ('proposed', 'pending', 'booked')
    and c.at < ((${p('until')}::date + 1)::timestamp at time zone ${sql.raw(`'${nationalTimeZone}'`)})
    and (${p('afterAt')}::timestamptz is null or (c.at, c.patient_id, c.id)
      > (${p('afterAt')}::timestamptz, ${p('afterPatient')}::uuid, ${p('afterId')}::uuid))
  order by c.at, c.patient_id, c.id limit ${p('limit')}::int`);

const day = (until: string): string => {
  const known = /^\d{4}-\d{2}-\d{2}$/.test(until) && new Date(`${until}T00:00Z`);
  if (known && !Number.isNaN(known.getTime()) && known.toISOString().startsWith(until))
    return until;
  throw badInput(`\`until\` must be a day of the calendar, YYYY-MM-DD, not “${until}”.`);
};

/** What is due at the reader's institution on or before a day, earliest first. One statement. */
export const contactsDue = async (
  { until, first, after }: QueryContactsDueArgs,
  context: SubgraphContext,
): Promise<Connection<FollowupContactModel>> => {
  const size = pageSize(first, 50, 200);
  const [afterAt, afterPatient, afterId] = after
    ? decodeCursor(after, ['instant', 'uuid', 'uuid'])
    : [null, null, null];
  const rows = await context.session.run(page, {
    institution: context.principal.institutionId,
    until: until ? day(until) : nationalDay(new Date()),
    afterAt,
    afterPatient,
    afterId,
    limit: size + 1,
  });
  await context.audit(rows.slice(0, size).map((row) => row.patientId));
  return connection(rows, size, (row) => [row.sortKey, row.patientId, row.id]);
};

import { nationalDay } from '@nodp/oncology';
import type postgres from 'postgres';
import { RHYTHM_DAYS, rhythmOf } from './silence.ts';

interface Sender {
  readonly id: string;
  readonly days: readonly string[];
}

/** Raises an alert of each institution that fell silent by its own rhythm, and ends those of institutions that sent again. */
export const detectSilences = async (sql: postgres.Sql): Promise<void> => {
  const today = nationalDay(new Date());
  const senders = await sql<Sender[]>`
    select institution_id as id, array_agg(distinct day::text order by day::text) as days
    from basic.intake_tally where day > ${today}::date - ${RHYTHM_DAYS}::int group by institution_id`;
  const silent = senders.flatMap(({ id, days }) => {
    const { last, limit, silent: is } = rhythmOf(days, today);
    return is && last !== null && limit !== null ? [{ id, last, limit }] : [];
  });
  // Who has sent nothing at all for the whole time is silent still: an alert ends by a submission alone.
  await sql`
    with again as (
      select s.institution_id, min(t.day) as day from basic.silence s join basic.intake_tally t using (institution_id)
      where s.ended_on is null and t.day > s.last_on group by s.institution_id)
    update basic.silence s set ended_on = again.day from again
    where again.institution_id = s.institution_id and s.ended_on is null`;
  await sql`insert into basic.silence (institution_id, raised_on, last_on, limit_days)
    select r.id, ${today}::date, r.last, r.limit
    from jsonb_to_recordset(${JSON.stringify(silent)}::text::jsonb) as r(id uuid, last date, "limit" int)
    on conflict do nothing`;
};

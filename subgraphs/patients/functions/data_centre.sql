-- The pools as who runs the data centre sees them: its institution's, or of a national data manager all. From tallies, from
-- indexes bounded to 30 days, and counts that stop at 10,000: no table of patients or records is read through.
create or replace function patients.data_centre(today date, zone text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := nullif(current_setting('nodp.institution', true), '')::uuid;
  month timestamptz := (today - 29)::timestamp at time zone zone;
  day timestamptz := today::timestamp at time zone zone;
  whose uuid[];
  answer jsonb;
begin
  if current_setting('nodp.national', true) is distinct from 'on'
    and (mine is null or current_setting('nodp.review', true) is distinct from 'on') then
    raise exception 'This session may not see the data centre.' using errcode = '42501';
  end if;
  whose := case when mine is null then array(select i.id from basic.institution i) else array[mine] end;
  select jsonb_build_object('institutions', cardinality(whose)) into answer;
  answer := answer || (select jsonb_build_object('patients', coalesce(sum(t.patients), 0)::int)
    from patients.listed_tally t where t.institution_id = any (whose));
  answer := answer || jsonb_build_object('sites', coalesce((
    select jsonb_agg(jsonb_build_object('site', s.site_group, 'patients', s.n) order by s.n desc, s.site_group) from (
      select t.site_group, sum(t.patients)::int as n from patients.listed_tally t
      where t.institution_id = any (whose) and t.site_group is not null
      group by 1 having sum(t.patients) > 0 order by 2 desc, 1 limit 8) s), '[]'));
  answer := answer || (select jsonb_build_object('firstReceived', min(f.at), 'lastReceived', max(f.last)) from unnest(whose) as w(id)
    left join lateral (select s.received_at as at from basic.submission s where s.institution_id = w.id
      order by s.received_at limit 1) f1 on true
    left join lateral (select s.received_at as last from basic.submission s where s.institution_id = w.id
      order by s.received_at desc limit 1) f2 on true
    cross join lateral (select f1.at, f2.last) f);
  answer := answer || (select jsonb_build_object(
      'received', coalesce(sum(t.created + t.updated + t.unchanged + t.retained + t.held + t.refused), 0)::int,
      'receivedToday', coalesce(sum(t.created + t.updated + t.unchanged + t.retained + t.held + t.refused) filter (where t.day = today), 0)::int,
      'held', coalesce(sum(t.held), 0)::int, 'heldToday', coalesce(sum(t.held) filter (where t.day = today), 0)::int,
      'refused', coalesce(sum(t.refused), 0)::int, 'refusedToday', coalesce(sum(t.refused) filter (where t.day = today), 0)::int)
    from basic.intake_tally t where t.institution_id = any (whose) and t.day between today - 29 and today);
  answer := answer || jsonb_build_object('heldWaiting', (select count(*)::int from (
    select 1 from basic.held_record h where h.state = 'HELD' and h.institution_id = any (whose) limit 10000) h));
  answer := answer || jsonb_build_object('tasksWaiting', (select count(*)::int from (
    select 1 from patients.task t where t.state = 'OPEN' and t.institution_id = any (whose) limit 10000) t));
  answer := answer || (select jsonb_build_object('alerts', count(*)::int,
      'alertsToday', (count(*) filter (where t.raised_at >= day))::int)
    from patients.task t where t.institution_id = any (whose) and t.role = 'CLINICIAN'
      and t.state in ('OPEN', 'DONE', 'ENDED') and t.raised_at >= month and t.kind = 'RECURRENCE_ALERT');
  answer := answer || (select jsonb_build_object('acted', count(*)::int,
      'actedToday', (count(*) filter (where a.at >= day))::int,
      'hoursToAct', percentile_cont(0.5) within group (order by extract(epoch from a.at - t.raised_at)::float8 / 3600))
    from patients.task_act a join patients.task t on t.patient_id = a.patient_id and t.id = a.task_id
    where a.institution_id = any (whose) and a.act = 'DONE' and a.at >= month and t.kind = 'RECURRENCE_ALERT');
  return answer;
end
$$;
revoke execute on function patients.data_centre(date, text) from public;

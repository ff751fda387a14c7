-- Stores which patients may be one person, and who is one by now. What a data manager decided stands, but for a join of two whose
-- national numbers turned out to be two valid ones. Runs as the caller, who is to be the owner.
-- whose: of these every pair was searched for: those of theirs that are not among the pairs any more, and nobody decided, go.
-- pairs: [{"low", "high", "weight", "probability", "scores", "decision": "JOIN" | "REVIEW" | "DIFFERENT"}].
create or replace function patients.store_pairs(whose uuid[], pairs jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  touched uuid[];
begin
  if pairs = '[]' and not exists (select 1 from patients.match_pair p where p.low_id = any (whose))
    and not exists (select 1 from patients.match_pair p where p.high_id = any (whose)) then
    return;
  end if;
  -- Who is joined with whom is decided over several pairs: one writer at a time, until its transaction ends.
  lock table patients.match_pair in share row exclusive mode;
  with sent as (
    select r.* from jsonb_to_recordset(pairs)
      as r(low uuid, high uuid, weight float8, probability float8, scores jsonb, decision text)
  ), gone as (
    delete from patients.match_pair p
    where p.state in ('REVIEW', 'LINKED')
      and (exists (select 1 from sent s where s.low = p.low_id and s.high = p.high_id and s.decision = 'DIFFERENT')
        or (p.low_id = any (whose) or p.high_id = any (whose))
          and not exists (select 1 from sent s where s.low = p.low_id and s.high = p.high_id))
    returning p.low_id, p.high_id, p.state
  ), parted as (
    update patients.match_pair p set state = 'REVIEW', held = 'NUMBERS', checked_at = clock_timestamp()
    from sent s
    where s.low = p.low_id and s.high = p.high_id and s.decision = 'DIFFERENT' and p.state in ('JOINED', 'PROPOSED')
    returning p.low_id, p.high_id, p.state
  ), put as (
    insert into patients.match_pair as p (low_id, high_id, weight, probability, scores, state)
    select s.low, s.high, s.weight, s.probability, s.scores, case s.decision when 'JOIN' then 'LINKED' else 'REVIEW' end
    from sent s where s.decision <> 'DIFFERENT' order by 1, 2
    on conflict (low_id, high_id) do update set weight = excluded.weight, probability = excluded.probability,
      scores = excluded.scores, checked_at = clock_timestamp(),
      state = case when p.state in ('REVIEW', 'LINKED') then excluded.state else p.state end,
      held = case when p.held = 'NUMBERS' then null else p.held end
    returning p.low_id, p.high_id, p.state
  )
  select array_agg(distinct x.id) into touched
  from (select g.low_id, g.high_id from gone g where g.state = 'LINKED'
    union all select t.low_id, t.high_id from parted t
    union all select t.low_id, t.high_id from put t where t.state in ('LINKED', 'JOINED')
      or exists (select 1 from patients.person_link a join patients.person_link b using (person_id)
        where a.patient_id = t.low_id and b.patient_id = t.high_id)) w
  cross join lateral unnest(array[w.low_id, w.high_id]) as x(id);
  perform patients.compose_persons(touched);
end
$$;
revoke execute on function patients.store_pairs(uuid[], jsonb) from public;

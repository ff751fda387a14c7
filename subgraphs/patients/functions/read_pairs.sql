-- Pairs that may be one person, the likeliest first, for data managers: of a view (WAITING, JOINED, APART), beyond the last one shown.
create or replace function patients.read_pairs(of_view text, most integer, below float8, after_low uuid, after_high uuid)
returns table (low_id uuid, high_id uuid, weight float8, probability float8, scores jsonb, state text, held text, found_at timestamptz,
  proposed_by text, decided_by text, decided_at timestamptz, reason text, across boolean)
language plpgsql stable security definer rows 50 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.matching_institution();
begin
  return query
  select p.low_id, p.high_id, p.weight, p.probability, p.scores, p.state, p.held, p.found_at, p.proposed_by, p.decided_by, p.decided_at,
    p.reason, not exists (select 1 from basic.care_relationship a join basic.care_relationship b using (institution_id)
      where a.patient_id = p.low_id and b.patient_id = p.high_id)
  from patients.match_pair p
  where case of_view
      when 'WAITING' then p.state in ('REVIEW', 'PROPOSED') or p.held is not null
      when 'JOINED' then p.state in ('LINKED', 'JOINED') and p.held is null
      else p.state = 'APART' end
    and (below is null or (p.weight, p.low_id, p.high_id) < (below, after_low, after_high))
    and patients.may_review_pair(mine, p.low_id, p.high_id)
  order by p.weight desc, p.low_id desc, p.high_id desc limit most;
end
$$;
revoke execute on function patients.read_pairs(text, integer, float8, uuid, uuid) from public;

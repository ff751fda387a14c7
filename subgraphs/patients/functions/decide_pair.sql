-- What a data manager decides of a pair: JOIN (of two institutions' patients, where that needs two data managers, the first proposes),
-- APART, or UNDO, after which it waits again. Nothing of the two patients is changed: a join says for research and statistics that
-- they are one person, and opens neither's records to the other's institution.
-- @returns what became of it: the state, SAME_ACCOUNT where a second data manager is needed, null where there is no such pair
create or replace function patients.decide_pair(low uuid, high uuid, decision text, why text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.matching_institution();
  me text := current_setting('nodp.account', true);
  pair patients.match_pair;
  two boolean;
  became text;
begin
  if not patients.may_review_pair(mine, low, high) then
    return null;
  end if;
  lock table patients.match_pair in share row exclusive mode;
  select p.* into pair from patients.match_pair p where p.low_id = low and p.high_id = high;
  if pair.low_id is null or decision not in ('JOIN', 'APART', 'UNDO') or decision = 'JOIN' and pair.held = 'NUMBERS'
    or decision = 'UNDO' and pair.state not in ('PROPOSED', 'JOINED', 'APART') then
    return null;
  end if;
  two := coalesce((select m.four_eyes from patients.matching m where m.id = 1), false)
    and not exists (select 1 from basic.care_relationship a join basic.care_relationship b using (institution_id)
      where a.patient_id = low and b.patient_id = high);
  became := case
    when decision = 'APART' then 'APART'
    when decision = 'UNDO' then 'REVIEW'
    when not two or pair.state in ('JOINED', 'LINKED') then 'JOINED'
    when pair.state <> 'PROPOSED' then 'PROPOSED'
    when pair.proposed_by = me then 'SAME_ACCOUNT'
    else 'JOINED' end;
  if became = 'SAME_ACCOUNT' then
    return became;
  end if;
  update patients.match_pair p set state = became, reason = why,
    held = case when p.held in ('CHAIN', 'CROWD') and became <> 'JOINED' then null else p.held end,
    proposed_by = case became when 'PROPOSED' then me when 'JOINED' then p.proposed_by end,
    decided_by = case when became in ('JOINED', 'APART') then me end,
    decided_at = case when became in ('JOINED', 'APART') then clock_timestamp() end
  where p.low_id = low and p.high_id = high;
  perform patients.compose_persons(array[low, high]);
  return became;
end
$$;
revoke execute on function patients.decide_pair(uuid, uuid, text, text) from public;

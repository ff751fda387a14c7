-- What a sender said of two of its records of one person: the record of the one key gave its place to that of the other.
-- A key that is not known yet is from now on the patient's of the other. Where they are two patients: the one that stays
-- (`kept`) and the one whose rows are to be moved to it (`left`); a person who is not stored yet does not stay.
create or replace function patients.link_sources(replaced text, by text)
returns table (kept uuid, "left" uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
  old_one uuid;
  new_one uuid;
begin
  select coalesce(
    (select s.patient_id from patients.patient_source s where s.institution_id = mine and s.source_id = replaced),
    (select (array_agg(a.patient_id))[1] from patients.patient_alias a
      where a.institution_id = mine and a.alias = replaced having count(*) = 1)) into old_one;
  select coalesce(
    (select s.patient_id from patients.patient_source s where s.institution_id = mine and s.source_id = by),
    (select (array_agg(a.patient_id))[1] from patients.patient_alias a
      where a.institution_id = mine and a.alias = by having count(*) = 1)) into new_one;
  if old_one is null and new_one is null then
    return;
  elsif old_one is null then
    insert into patients.patient_source (institution_id, source_id, patient_id) values (mine, replaced, new_one)
    on conflict do nothing;
  elsif new_one is null then
    insert into patients.patient_source (institution_id, source_id, patient_id) values (mine, by, old_one)
    on conflict do nothing;
  elsif old_one <> new_one then
    -- Held in one order, as claims hold them.
    perform 1 from patients.patient p where p.patient_id in (old_one, new_one) order by p.patient_id for update;
    if exists (select 1 from patients.patient p where p.patient_id = new_one)
      or not exists (select 1 from patients.patient p where p.patient_id = old_one) then
      return query select new_one, old_one;
    else
      return query select old_one, new_one;
    end if;
  end if;
end
$$;
revoke execute on function patients.link_sources(text, text) from public;

-- After every statement that wrote what lists sum up. As the owner: nobody else writes the list.
create or replace function patients.relist() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  -- An array, not the transition table itself: the plan is made once, and is to look rows up by key.
  whose uuid[] := (select array_agg(distinct patient_id) from changed);
begin
  insert into patients.listed as l
    (institution_id, patient_id, diagnosed_on, born_on, died_on, site_group, broad_stage, vital_status, sex, keys)
  select v.institution_id, v.patient_id, v.diagnosed_on, v.born_on, v.died_on, v.site_group, v.broad_stage,
    v.vital_status, v.sex, v.keys
  from patients.to_be_listed v where v.patient_id = any (whose)
  -- In one order everywhere, so that overlapping submissions do not deadlock.
  order by v.patient_id, v.institution_id
  on conflict (patient_id, institution_id) do update set
    diagnosed_on = excluded.diagnosed_on, born_on = excluded.born_on, died_on = excluded.died_on,
    site_group = excluded.site_group, broad_stage = excluded.broad_stage,
    vital_status = excluded.vital_status, sex = excluded.sex, keys = excluded.keys
  where (l.diagnosed_on, l.born_on, l.died_on, l.site_group, l.broad_stage, l.vital_status, l.sex, l.keys)
    is distinct from (excluded.diagnosed_on, excluded.born_on, excluded.died_on, excluded.site_group,
      excluded.broad_stage, excluded.vital_status, excluded.sex, excluded.keys);
  if tg_op = 'DELETE' then
    delete from patients.listed l where l.patient_id = any (whose)
      and not exists (select 1 from patients.to_be_listed v
        where v.patient_id = l.patient_id and v.institution_id = l.institution_id);
  end if;
  return null;
end
$$;
revoke execute on function patients.relist() from public;
create or replace trigger relist_after_insert after insert on basic.care_relationship referencing new table as changed
  for each statement execute function patients.relist();
create or replace trigger relist_after_update after update on basic.care_relationship referencing new table as changed
  for each statement execute function patients.relist();
create or replace trigger relist_after_delete after delete on basic.care_relationship referencing old table as changed
  for each statement execute function patients.relist();
create or replace trigger relist_after_insert after insert on patients.patient referencing new table as changed
  for each statement execute function patients.relist();
create or replace trigger relist_after_update after update on patients.patient referencing new table as changed
  for each statement execute function patients.relist();
create or replace trigger relist_after_delete after delete on patients.patient referencing old table as changed
  for each statement execute function patients.relist();
create or replace trigger relist_after_insert after insert on patients.identity referencing new table as changed
  for each statement execute function patients.relist();
create or replace trigger relist_after_update after update on patients.identity referencing new table as changed
  for each statement execute function patients.relist();
create or replace trigger relist_after_delete after delete on patients.identity referencing old table as changed
  for each statement execute function patients.relist();

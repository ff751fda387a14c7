-- After every statement that wrote the list: appends by how many its counts changed.
create or replace function patients.tally_listed() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into patients.listed_tally (institution_id, site_group, broad_stage, vital_status, sex, patients)
    select institution_id, site_group, broad_stage, vital_status, sex, count(*)::int
    from added group by institution_id, site_group, broad_stage, vital_status, sex;
  elsif tg_op = 'DELETE' then
    insert into patients.listed_tally (institution_id, site_group, broad_stage, vital_status, sex, patients)
    select institution_id, site_group, broad_stage, vital_status, sex, -count(*)::int
    from removed group by institution_id, site_group, broad_stage, vital_status, sex;
  else
    insert into patients.listed_tally (institution_id, site_group, broad_stage, vital_status, sex, patients)
    select institution_id, site_group, broad_stage, vital_status, sex, sum(n)::int
    from (select institution_id, site_group, broad_stage, vital_status, sex, 1 as n from added
      union all select institution_id, site_group, broad_stage, vital_status, sex, -1 from removed) c
    group by institution_id, site_group, broad_stage, vital_status, sex having sum(n) <> 0;
  end if;
  -- One statement in a hundred pays for the others, so that a count never reads many rows.
  if random() < 0.01 then
    if tg_op = 'DELETE' then
      perform patients.add_up_tally(institution_id) from (select distinct institution_id from removed) r;
    else
      perform patients.add_up_tally(institution_id) from (select distinct institution_id from added) a;
    end if;
  end if;
  return null;
end
$$;
revoke execute on function patients.tally_listed() from public;
create or replace trigger tally_after_insert after insert on patients.listed referencing new table as added
  for each statement execute function patients.tally_listed();
create or replace trigger tally_after_update after update on patients.listed referencing new table as added old table as removed
  for each statement execute function patients.tally_listed();
create or replace trigger tally_after_delete after delete on patients.listed referencing old table as removed
  for each statement execute function patients.tally_listed();

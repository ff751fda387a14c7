-- Adds up an institution's rows. One writer works at a time, and a second writer has nothing to do. Rows that others
-- append meanwhile are neither seen nor touched, so nobody waits.
create or replace function patients.add_up_tally(whose uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('patients.listed_tally ' || whose::text, 0)) then
    return;
  end if;
  with taken as (delete from patients.listed_tally t where t.institution_id = whose returning *)
  insert into patients.listed_tally (institution_id, site_group, broad_stage, vital_status, sex, patients)
  select institution_id, site_group, broad_stage, vital_status, sex, sum(patients)::int
  from taken group by institution_id, site_group, broad_stage, vital_status, sex having sum(patients) <> 0;
end
$$;
revoke execute on function patients.add_up_tally(uuid) from public;

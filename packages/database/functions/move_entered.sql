-- Moves what an institution's people entered of one patient to another: every table of patients with the policy `read_entered`, and the donors
-- of its biobank (`read_own_biobank`), which are patients by reference. For functions of the owner that have asked already whether it may be. Runs as the caller, who is to be the owner.
create or replace function basic.move_entered(of_institution uuid, "left" uuid, kept uuid) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  entered record;
begin
  for entered in
    select c.oid::regclass as name from pg_policy o join pg_class c on c.oid = o.polrelid join pg_namespace n on n.oid = c.relnamespace
    where o.polname in ('read_entered', 'read_own_biobank')
      and exists (select 1 from pg_attribute p where p.attrelid = c.oid and p.attname = 'patient_id') order by n.nspname, c.relname
  loop
    execute format('update %s set patient_id = $3 where institution_id = $1 and patient_id = $2', entered.name)
    using of_institution, "left", kept;
  end loop;
end
$$;
revoke execute on function basic.move_entered(uuid, uuid, uuid) from public;

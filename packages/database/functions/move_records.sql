-- Moves an institution's rows of one patient to another, in every table of records (those with the policies of clinical tables and
-- a key of more than the patient): rows keep their ids. For functions of the owner that have asked already whether it may be.
-- Taken away and put in again: a patient's rows may lie on another node than the other patient's. Runs as the caller, who is to be the owner.
create or replace function basic.move_records(of_institution uuid, "left" uuid, kept uuid) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  records record;
begin
  for records in
    select c.oid::regclass as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns,
      string_agg(case a.attname when 'patient_id' then '$3' else quote_ident(a.attname) end, ', ' order by a.attnum) as moved
    from pg_policy o join pg_class c on c.oid = o.polrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_index i on i.indrelid = c.oid and i.indisprimary and i.indnkeyatts > 1
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where o.polname = 'delete_own' and exists (select 1 from pg_attribute p where p.attrelid = c.oid and p.attname = 'patient_id')
    group by c.oid, n.nspname, c.relname order by n.nspname, c.relname
  loop
    execute format('with gone as (delete from %s where patient_id = $2 and institution_id = $1 returning *)
      insert into %s (%s) select %s from gone', records.name, records.name, records.columns, records.moved)
    using of_institution, "left", kept;
  end loop;
end
$$;
revoke execute on function basic.move_records(uuid, uuid, uuid) from public;

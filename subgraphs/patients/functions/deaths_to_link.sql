-- Whom rows of a file of deaths may mean, among the patients in the care of the session's institution: by number and day of birth, and
-- where nobody has the number by name and day of birth (three at most). asked: [{"line", "hash": or null, "names": [hash], "born": day}]
create or replace function patients.deaths_to_link(asked jsonb)
returns table (line int, patient_id uuid, by_number boolean, same_name boolean, vital_status text, died_on date, died_precision text,
  last_contact_on date)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
begin
  return query with rows as (
    select a.line, a.hash, a.born, array(select jsonb_array_elements_text(a.names)) as names
    from jsonb_to_recordset(asked) as a(line int, hash text, names jsonb, born date)
  ), numbered as (
    select distinct r.line, c.patient_id from rows r
    join lateral (
      select n.patient_id from patients.national_identity n where n.identity_hash = r.hash
      union select s.patient_id from patients.patient_source s where s.institution_id = mine and s.national_hash = r.hash) f on true
    join basic.care_relationship c on c.patient_id = f.patient_id and c.institution_id = mine
  ), named as (
    select r.line, c.patient_id from rows r cross join lateral (
      select distinct i.patient_id from patients.identity i
      join patients.patient p on p.patient_id = i.patient_id and p.born_on = r.born and p.born_precision = 'day'
      where cardinality(r.names) > 0 and i.institution_id = mine and i.name_hashes @> r.names limit 3) c
    where not exists (select 1 from numbered n where n.line = r.line)
  )
  select f.line, f.patient_id, f.by_number,
    exists (select 1 from patients.identity i where i.patient_id = f.patient_id and cardinality(r.names) > 0 and i.name_hashes @> r.names),
    p.vital_status, p.died_on, p.died_precision, p.last_contact_on
  from (select n.line, n.patient_id, true as by_number from numbered n
    union all select d.line, d.patient_id, false from named d) f
  join rows r on r.line = f.line join patients.patient p on p.patient_id = f.patient_id
  order by f.line, f.patient_id;
end
$$;
revoke execute on function patients.deaths_to_link(jsonb) from public;

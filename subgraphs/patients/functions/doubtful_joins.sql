-- Persons joined of several institutions' patients whose sex, day of birth or names differ between them, the latest first: of
-- the auditor's institution, else of all. What a data manager confirmed is not among them.
create or replace function patients.doubtful_joins(most integer)
returns table (patient_id uuid, since timestamptz, sex boolean, born boolean, names boolean)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.auditing_institution();
begin
  return query
  with shared as (
    select c.patient_id, max(c.since) as since from basic.care_relationship c
    where mine is null or exists (select 1 from basic.care_relationship o where o.patient_id = c.patient_id and o.institution_id = mine)
    group by c.patient_id having count(*) > 1
  ), compared as (
    select s.patient_id, s.since,
      (select count(distinct d.sex) > 1 from patients.demographics d where d.patient_id = s.patient_id and d.sex <> 'UNKNOWN') as sex,
      (select count(distinct d.born_on) > 1 from patients.demographics d
        where d.patient_id = s.patient_id and d.born_precision = 'day') as born,
      exists (select 1 from patients.identity a join patients.identity b using (patient_id) where a.patient_id = s.patient_id
        and a.institution_id < b.institution_id and a.hash_version = b.hash_version
        and cardinality(a.name_hashes) > 0 and cardinality(b.name_hashes) > 0
        and not (a.name_hashes @> b.name_hashes or b.name_hashes @> a.name_hashes)) as names
    from shared s
  )
  select c.patient_id, c.since, c.sex, c.born, c.names from compared c
  where (c.sex or c.born or c.names) and not exists (select 1 from patients.identity_claim k
    where k.target_id = c.patient_id and k.state = 'OPENED' and k.decided_by is not null)
  order by c.since desc, c.patient_id limit most;
end
$$;
revoke execute on function patients.doubtful_joins(integer) from public;

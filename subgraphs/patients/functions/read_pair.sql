-- What every institution says of the two patients of a pair, sealed, for a data manager who may look at both.
create or replace function patients.read_pair(low uuid, high uuid)
returns table (patient_id uuid, institution_id uuid, ciphertext bytea, sex text, born_on date, born_precision text, recorded_at timestamptz)
language plpgsql stable security definer rows 4 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.matching_institution();
begin
  if not patients.may_review_pair(mine, low, high)
    or not exists (select 1 from patients.match_pair p where p.low_id = low and p.high_id = high) then
    return;
  end if;
  return query
  select i.patient_id, i.institution_id, i.ciphertext, d.sex, d.born_on, d.born_precision, d.recorded_at
  from patients.identity i
  join patients.demographics d on d.patient_id = i.patient_id and d.institution_id = i.institution_id
  where i.patient_id in (low, high) order by i.patient_id = high, d.recorded_at desc, i.institution_id;
end
$$;
revoke execute on function patients.read_pair(uuid, uuid) from public;

-- As store_summaries, of patients in the care of the session's institution, or joined or parted by it just now; when the
-- institution last met them is its own word, too.
create or replace function patients.put_summaries(seen jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.summing_institution();
begin
  update patients.demographics d set last_contact_on = n.seen_on
  from (select (r.one ->> 'patientId')::uuid as patient_id, max((r.one ->> 'lastContactOn')::date) as seen_on
    from jsonb_array_elements(seen) as r(one) group by 1) n
  where d.patient_id = n.patient_id and d.institution_id = mine and n.seen_on > coalesce(d.last_contact_on, '-infinity')
    and current_setting('nodp.writes', true) = 'on';
  perform patients.store_summaries(coalesce((select jsonb_agg(r.one) from jsonb_array_elements(seen) as r(one)
    where patients.may_sum_up((r.one ->> 'patientId')::uuid, mine)), '[]'));
end
$$;
revoke execute on function patients.put_summaries(jsonb) from public;

-- Days on which a patient's disease was said to have come back or grown: such statuses lie with follow-up. Runs as the caller.
create or replace function patients.came_back(whose uuid) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('on', s.assessed_on, 'precision', s.assessed_precision, 'status', true)), '[]')
    from followup.disease_status s
    where s.patient_id = whose and s.trend in ('RECURRED', 'PROGRESSED') and s.assessed_on is not null);
end
$$;

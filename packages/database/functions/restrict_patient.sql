-- Marks a patient in the institution's care as one of whom every access is reviewed; with no kind the mark is lifted, and what was
-- accessed until then stays to be reviewed. @returns whether there is such a patient
create or replace function basic.restrict_patient(whose uuid, as_kind text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.reviewing_institution();
begin
  if not basic.audited_patient(mine, whose) then
    return false;
  end if;
  if as_kind is null then
    update basic.restricted_patient r set lifted_by = current_setting('nodp.account', true), lifted_at = clock_timestamp()
    where r.institution_id = mine and r.patient_id = whose and r.lifted_at is null;
  else
    insert into basic.restricted_patient as r (institution_id, patient_id, kind, marked_by)
    values (mine, whose, as_kind, current_setting('nodp.account', true))
    on conflict (institution_id, patient_id) do update set kind = excluded.kind, lifted_by = null, lifted_at = null,
      marked_by = case when r.lifted_at is null then r.marked_by else excluded.marked_by end,
      marked_at = case when r.lifted_at is null then r.marked_at else excluded.marked_at end;
  end if;
  return true;
end
$$;
revoke execute on function basic.restrict_patient(uuid, text) from public;

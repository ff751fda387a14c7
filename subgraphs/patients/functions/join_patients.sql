-- After the institution's rows of one patient were moved to another: its keys and identifiers mean the other one, and the
-- patient goes whom no institution cares for any more. What other institutions reported of that patient stays theirs.
create or replace function patients.join_patients("left" uuid, kept uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
begin
  if (select count(*) from basic.care_relationship c
      where c.institution_id = mine and c.patient_id in ("left", kept)) <> 2 then
    raise exception 'The patients are not in the care of this institution.' using errcode = '42501';
  end if;
  perform patients.move_keys(mine, "left", kept);
end
$$;
revoke execute on function patients.join_patients(uuid, uuid) from public;

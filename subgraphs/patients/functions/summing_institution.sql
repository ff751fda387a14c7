-- The institution that the session writes for or reviews for. What may be summed up is asked beside it: who writes sums up the
-- patients in care, who reviews only those joined or parted just now.
create or replace function patients.summing_institution() returns uuid
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('nodp.review', true) = 'on' then
    return basic.reviewing_institution();
  end if;
  return patients.writing_institution();
end
$$;
revoke execute on function patients.summing_institution() from public;

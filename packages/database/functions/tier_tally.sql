-- What the institutions of a tier sent in a month, together: an institution compares itself with its like, and learns of no single one.
create or replace function basic.tier_tally(of_institution uuid, first_day date, last_day date)
returns table (institutions integer, received bigint, held bigint, refused bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not (current_setting('nodp.national', true) = 'on'
    or current_setting('nodp.review', true) = 'on'
      and of_institution = nullif(current_setting('nodp.institution', true), '')::uuid) then
    raise exception 'Only a data manager compares an institution with its tier.' using errcode = 'insufficient_privilege';
  end if;
  return query
  select count(distinct t.institution_id)::int,
    sum(t.created + t.updated + t.unchanged + t.retained + t.held + t.refused),
    sum(t.held)::bigint, sum(t.refused)::bigint
  from basic.intake_tally t
  join basic.institution i on i.id = t.institution_id
  where i.tier = (select o.tier from basic.institution o where o.id = of_institution)
    and t.institution_id <> of_institution and t.day between first_day and last_day
  -- Of fewer others their sum would nearly be one's own.
  having count(distinct t.institution_id) >= 3;
end
$$;
revoke execute on function basic.tier_tally(uuid, date, date) from public;

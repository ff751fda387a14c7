-- As `store_pairs`, for the institution that sends the patients.
create or replace function patients.put_pairs(whose uuid[], pairs jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform patients.writing_institution();
  perform patients.store_pairs(whose, pairs);
end
$$;
revoke execute on function patients.put_pairs(uuid[], jsonb) from public;

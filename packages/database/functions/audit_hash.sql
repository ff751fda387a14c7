-- What a row of the access audit says, with its place in the chain and the hash before it, as one SHA-256.
create or replace function basic.audit_hash(a basic.audit) returns bytea
language sql stable set search_path = pg_catalog, pg_temp as $$
  -- The moment as a number: its text would change with the time zone of who asks.
  select sha256(convert_to((jsonb_build_array(a.number, encode(a.previous_hash, 'hex'), a.id, extract(epoch from a.at),
    a.account_id, a.role, a.institution_id, a.action, a.operation, a.patient_ids, a.request_id, a.caller_request_id,
    a.detail)
    -- Rows older than the purpose have the hash that they were given.
    || case when a.purpose is null then '[]'::jsonb else jsonb_build_array(a.purpose) end)::text, 'UTF8'))
$$;

-- Puts a message for every webhook of the institution that wants to hear of the event. For triggers alone.
create or replace function basic.tell(institution uuid, what text, about jsonb) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into basic.webhook_delivery (id, webhook_id, institution_id, event, about)
  select gen_random_uuid(), w.id, w.institution_id, what, about from basic.webhook w
  where w.institution_id = institution and what = any(w.events) and w.disabled_at is null
$$;
revoke execute on function basic.tell(uuid, text, jsonb) from public;

-- Gives a new row of the access audit its place in the chain. As the owner: the application may only add to the audit.
create or replace function basic.chain_audit() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into basic.audit_head (number, hash) values (0, '') on conflict do nothing;
  -- Concurrent writers wait here until this transaction ends, so that the chain never forks.
  select h.number + 1, h.hash into new.number, new.previous_hash from basic.audit_head h for update;
  new.at := clock_timestamp();
  new.purpose := basic.audit_purpose(new.account_id, new.role, new.action, new.patient_ids);
  new.hash := basic.audit_hash(new);
  update basic.audit_head set number = new.number, hash = new.hash;
  return new;
end
$$;
create or replace trigger chain_audit before insert on basic.audit
for each row execute function basic.chain_audit();

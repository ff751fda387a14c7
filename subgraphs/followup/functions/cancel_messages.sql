-- Cancels what waits to be sent to a patient, of one institution or (null) of every. Failed ones keep no link that could be sent again.
-- Runs as the caller, who is to be the owner.
create or replace function followup.cancel_messages(of_patient uuid, of_institution uuid, why text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update followup.message m set
    state = case when m.state = 'WAITING' then 'CANCELLED' else m.state end,
    reason = case when m.state = 'WAITING' then why else m.reason end,
    ended_at = case when m.state = 'WAITING' then clock_timestamp() else m.ended_at end,
    next_at = null, sealed_token = null
  where m.patient_id = of_patient and (of_institution is null or m.institution_id = of_institution)
    and (m.state = 'WAITING' or m.sealed_token is not null);
end
$$;
revoke execute on function followup.cancel_messages(uuid, uuid, text) from public;

-- Ends the questionnaire of the session's link as answered. @returns COMPLETED, or how the link stands; null where it is none
create or replace function followup.complete_questionnaire() returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update followup.questionnaire q set state = 'COMPLETED', ended_at = clock_timestamp()
  where q.token_hash = decode(nullif(current_setting('nodp.link', true), ''), 'hex') and q.state = 'OPEN' and q.expires_at > now();
  return followup.link_state();
end
$$;
revoke execute on function followup.complete_questionnaire() from public;

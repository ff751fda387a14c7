-- Exports that were released, newest first: what everybody who researches may read of them. No key, no account, no words of a step.
create or replace function research.export_register(most integer, before timestamptz, before_id uuid)
returns table (id uuid, project_title text, institution text, release_number integer, cohort_hash text, format text, elements jsonb,
  sites text[], state text, released_at timestamptz, expires_on date, deleted_at timestamptz, certified boolean, sha256 text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.id, p.title, e.recipient ->> 'institution', e.release_number, e.cohort_hash, e.format, e.elements, e.sites, e.state,
    s.at, e.expires_on, e.deleted_at,
    exists (select 1 from research.data_export_step c where c.export_id = e.id and c.kind = 'CERTIFY'), e.sha256
  from research.data_export e
  join research.project p on p.id = e.project_id
  join research.data_export_step s on s.export_id = e.id and s.kind = 'RELEASE'
  where before is null or (s.at, e.id) < (before, before_id)
  order by s.at desc, e.id desc limit most;
$$;
revoke execute on function research.export_register(integer, timestamptz, uuid) from public;

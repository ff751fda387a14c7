-- The registry of patients: which person a sender's key means. These functions run as the owner,
-- because a person's row is shared by institutions; each first checks that the session may write.

create function patients.writing_institution() returns uuid
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := nullif(current_setting('nodp.institution', true), '')::uuid;
begin
  if current_setting('nodp.writes', true) is distinct from 'on' or mine is null then
    raise exception 'This session may not write patients.' using errcode = '42501';
  end if;
  return mine;
end
$$;
--> statement-breakpoint
-- claims: [{"key", "aliases": ["system|value"], "national": hash or null, "candidate": uuid or null}].
-- With a candidate the person is registered when new; without one the key is only looked up.
-- Whoever claims a patient holds its row until the transaction ends: submissions about one patient
-- follow one another, and what is summed up over the patient's rows is never stale.
create function patients.claim_patients(claims jsonb)
returns table (key text, patient uuid, state text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
begin
  -- National identifiers first and in one order, then keys in one order: no deadlock.
  insert into patients.national_identity (identity_hash, patient_id)
  select distinct on (c.national) c.national, coalesce(s.patient_id, c.candidate)
  from jsonb_to_recordset(claims) as c(key text, national text, candidate uuid)
  left join patients.patient_source s on s.institution_id = mine and s.source_id = c.key
  where c.national is not null and c.candidate is not null
  order by c.national, c.key
  on conflict do nothing;

  insert into patients.patient_source (institution_id, source_id, patient_id)
  select distinct on (c.key) mine, c.key, coalesce(
    (select (array_agg(a.patient_id))[1] from patients.patient_alias a
      where a.institution_id = mine and a.alias = c.key having count(*) = 1),
    n.patient_id, c.candidate)
  from jsonb_to_recordset(claims) as c(key text, national text, candidate uuid)
  left join patients.national_identity n on n.identity_hash = c.national
  where c.candidate is not null
  order by c.key
  on conflict do nothing;

  -- Where another submission registered the key first, the national identifier follows it.
  update patients.national_identity n set patient_id = s.patient_id
  from jsonb_to_recordset(claims) as c(key text, national text, candidate uuid)
  join patients.patient_source s on s.institution_id = mine and s.source_id = c.key
  where n.identity_hash = c.national and n.patient_id = c.candidate and s.patient_id <> c.candidate;

  insert into patients.patient_alias (institution_id, alias, patient_id)
  select distinct mine, a.alias, s.patient_id
  from jsonb_to_recordset(claims) as c(key text, aliases text[], candidate uuid)
  join patients.patient_source s on s.institution_id = mine and s.source_id = c.key
  cross join lateral unnest(c.aliases) as a(alias)
  where c.candidate is not null
  order by 2, 3
  on conflict do nothing;

  -- Held in one order until the transaction ends.
  perform 1 from patients.patient p
  where p.patient_id in (
    select s.patient_id from jsonb_to_recordset(claims) as c(key text)
    join patients.patient_source s on s.institution_id = mine and s.source_id = c.key)
  order by p.patient_id for no key update;

  insert into basic.care_relationship (institution_id, patient_id)
  select distinct mine, s.patient_id
  from jsonb_to_recordset(claims) as c(key text, candidate uuid)
  join patients.patient_source s on s.institution_id = mine and s.source_id = c.key
  where c.candidate is not null
  order by 2
  on conflict do nothing;

  return query
  select c.key, coalesce(s.patient_id, a.patient_id),
    case
      when s.patient_id is null and a.many > 1 then 'ambiguous'
      when s.patient_id is null and a.patient_id is null then 'unknown'
      when exists (select 1 from patients.patient p where p.patient_id = coalesce(s.patient_id, a.patient_id)) then 'known'
      else 'new'
    end
  from jsonb_to_recordset(claims) as c(key text)
  left join patients.patient_source s on s.institution_id = mine and s.source_id = c.key
  left join lateral (
    select count(*) as many, case when count(*) = 1 then (array_agg(x.patient_id))[1] end as patient_id
    from patients.patient_alias x where x.institution_id = mine and x.alias = c.key
  ) a on true;
end
$$;
--> statement-breakpoint
-- Demographics: [{"patientId", "sex", "bornOn", "bornPrecision", "vitalStatus", "diedOn", "diedPrecision",
-- "contentHash", "submissionId", "createOnly"}]. A death is not taken back by a record that does not
-- speak of it (vitalStatus UNKNOWN).
create function patients.put_patients(people jsonb)
returns table (patient uuid, created boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
begin
  return query
  insert into patients.patient as p (patient_id, institution_id, sex, born_on, born_precision,
    vital_status, died_on, died_precision, content_hash, submission_id)
  select r."patientId", mine, r.sex, r."bornOn", r."bornPrecision",
    r."vitalStatus", r."diedOn", r."diedPrecision", r."contentHash", r."submissionId"
  from jsonb_to_recordset(people) as r("patientId" uuid, sex text, "bornOn" date, "bornPrecision" text,
    "vitalStatus" text, "diedOn" date, "diedPrecision" text, "contentHash" text, "submissionId" uuid, "createOnly" boolean)
  where exists (select 1 from basic.care_relationship c
      where c.patient_id = r."patientId" and c.institution_id = mine)
    and not (r."createOnly" and exists (select 1 from patients.patient x where x.patient_id = r."patientId"))
  order by 1
  on conflict (patient_id) do update set
    institution_id = excluded.institution_id,
    sex = case when excluded.sex = 'UNKNOWN' then p.sex else excluded.sex end,
    born_on = coalesce(excluded.born_on, p.born_on),
    born_precision = case when excluded.born_on is null then p.born_precision else excluded.born_precision end,
    vital_status = case when excluded.vital_status = 'UNKNOWN' then p.vital_status else excluded.vital_status end,
    died_on = case excluded.vital_status
      when 'UNKNOWN' then p.died_on when 'DEAD' then coalesce(excluded.died_on, p.died_on) end,
    died_precision = case excluded.vital_status
      when 'UNKNOWN' then p.died_precision
      when 'DEAD' then case when excluded.died_on is null then p.died_precision else excluded.died_precision end end,
    content_hash = excluded.content_hash,
    submission_id = excluded.submission_id,
    recorded_at = now()
  where p.content_hash is distinct from excluded.content_hash
  returning p.patient_id, p.xmax = 0;
end
$$;
--> statement-breakpoint
-- Deaths reported beside the demographics: [{"patientId", "diedOn", "diedPrecision", "system", "code", "display"}].
create function patients.put_deaths(deaths jsonb)
returns table (patient uuid, outcome text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
begin
  return query
  with sent as (
    select * from jsonb_to_recordset(deaths) as r("patientId" uuid, "diedOn" date, "diedPrecision" text,
      system text, code text, display text)
    where exists (select 1 from basic.care_relationship c
      where c.patient_id = r."patientId" and c.institution_id = mine)
  ), former as (
    select p.patient_id, p.vital_status, p.died_on,
      row(p.cause_of_death_system, p.cause_of_death_code, p.cause_of_death_display) as cause,
      p.cause_of_death_code is null and p.cause_of_death_display is null as no_cause
    from patients.patient p join sent on sent."patientId" = p.patient_id
  ), done as (
    update patients.patient p set
      vital_status = 'DEAD',
      died_on = coalesce(sent."diedOn", p.died_on),
      died_precision = case when sent."diedOn" is null then p.died_precision else sent."diedPrecision" end,
      cause_of_death_system = coalesce(sent.system, p.cause_of_death_system),
      cause_of_death_code = coalesce(sent.code, p.cause_of_death_code),
      cause_of_death_display = coalesce(sent.display, p.cause_of_death_display)
    from sent where p.patient_id = sent."patientId"
    returning p.patient_id, p.died_on,
      row(p.cause_of_death_system, p.cause_of_death_code, p.cause_of_death_display) as cause
  )
  select d.patient_id,
    case
      when f.vital_status = 'DEAD' and f.cause is not distinct from d.cause
        and f.died_on is not distinct from d.died_on then 'unchanged'
      when f.no_cause then 'created'
      else 'updated'
    end
  from done d join former f on f.patient_id = d.patient_id;
end
$$;
--> statement-breakpoint
-- What lists show, from the rows it sums up. seen: [{"patientId", "lastContactOn"}].
-- The leading tumour is the latest primary, else the latest. Its stage is the one at diagnosis:
-- pathological before clinical before unsaid, the earliest of each, none after treatment or recurrence.
create function patients.renew_summaries(seen jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := patients.writing_institution();
begin
  with sent as (
    select r."patientId" as patient_id, max(r."lastContactOn") as last_contact_on
    from jsonb_to_recordset(seen) as r("patientId" uuid, "lastContactOn" date)
    where exists (select 1 from basic.care_relationship c
      where c.patient_id = r."patientId" and c.institution_id = mine)
    group by 1
  ), foremost as (
    select distinct on (t.patient_id) t.patient_id, t.id, t.institution_id, t.source_id, t.site_group, t.diagnosed_on,
      count(*) filter (where t.kind = 'PRIMARY') over (partition by t.patient_id) as primaries
    from patients.tumour t join sent on sent.patient_id = t.patient_id
    order by t.patient_id, t.kind = 'PRIMARY' desc, t.diagnosed_on desc nulls last, t.source_id
  ), staged as (
    select distinct on (l.patient_id) l.patient_id, s.broad_stage
    from foremost l join patients.stage s on s.patient_id = l.patient_id
      and (s.institution_id = l.institution_id and s.tumour_source_id = l.source_id
        or s.tumour_source_id is null and l.primaries <= 1)
    where s.axis not in ('T', 'N', 'M') and s.broad_stage <> 'UNKNOWN'
      and coalesce(s.classification, '') in ('p', 'c', '')
    order by l.patient_id, s.tumour_source_id is null,
      case s.classification when 'p' then 1 when 'c' then 2 else 3 end, s.assessed_on nulls last, s.source_id
  )
  update patients.patient p set
    leading_tumour_id = l.id,
    leading_site_group = l.site_group,
    leading_diagnosed_on = l.diagnosed_on,
    broad_stage = coalesce(g.broad_stage, 'UNKNOWN'),
    last_contact_on = greatest(p.last_contact_on, least(sent.last_contact_on, coalesce(p.died_on, sent.last_contact_on))),
    vital_status = case
      when p.vital_status = 'UNKNOWN' and sent.last_contact_on is not null then 'ALIVE'
      else p.vital_status end
  from sent
  left join foremost l on l.patient_id = sent.patient_id
  left join staged g on g.patient_id = sent.patient_id
  where p.patient_id = sent.patient_id;
end
$$;
--> statement-breakpoint
do $$
declare
  f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'patients'
  loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end
$$;

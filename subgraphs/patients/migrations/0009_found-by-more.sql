DROP INDEX "patients"."listed_in_order";--> statement-breakpoint
-- Made again below, all rows at once.
DROP INDEX "patients"."listed_by_key";--> statement-breakpoint
ALTER TABLE "patients"."identity" ADD COLUMN "hash_version" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "patients"."listed" ADD COLUMN "born_on" date;--> statement-breakpoint
ALTER TABLE "patients"."listed" ADD COLUMN "died_on" date;
--> statement-breakpoint
drop trigger tally_after_update on patients.listed;
--> statement-breakpoint
update patients.listed l set born_on = p.born_on, died_on = p.died_on,
  keys = case when p.born_precision = 'day' then l.keys || ('born ' || p.born_on::text) else l.keys end
from patients.patient p where p.patient_id = l.patient_id;
--> statement-breakpoint
create trigger tally_after_update after update on patients.listed referencing new table as added old table as removed
  for each statement execute function patients.tally_listed();
--> statement-breakpoint
CREATE INDEX "listed_by_key" ON "patients"."listed" USING gin ("keys");
--> statement-breakpoint
CREATE INDEX "listed_in_order" ON "patients"."listed" USING btree ("institution_id","diagnosed_on" DESC,"patient_id" DESC,"site_group","broad_stage","vital_status","sex","born_on","died_on");
--> statement-breakpoint
CREATE INDEX "identity_outdated" ON "patients"."identity" USING btree ("patient_id") WHERE hash_version < 2;
--> statement-breakpoint
-- What `patients.listed` says of a patient, from the rows it sums up. Reads as whoever asks.
drop view patients.to_be_listed;
--> statement-breakpoint
create view patients.to_be_listed with (security_invoker = true) as
select c.institution_id, p.patient_id, coalesce(p.leading_diagnosed_on, date '0001-01-01') as diagnosed_on,
  p.born_on, p.died_on, p.leading_site_group as site_group, p.broad_stage, p.vital_status, p.sex,
  c.institution_id::text || case when p.born_precision = 'day' then array['born ' || p.born_on::text] else '{}' end
  || coalesce((
    select array_agg(distinct h.hash)
    from patients.identity i, unnest(i.name_hashes || i.number_hashes) as h(hash)
    where i.patient_id = p.patient_id), '{}') as keys
from basic.care_relationship c join patients.patient p on p.patient_id = c.patient_id;
--> statement-breakpoint
-- After every statement that wrote what lists sum up. As the owner: nobody else writes the list.
create or replace function patients.relist() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  -- An array, not the transition table itself: the plan is made once, and is to look rows up by key.
  whose uuid[] := (select array_agg(distinct patient_id) from changed);
begin
  insert into patients.listed as l
    (institution_id, patient_id, diagnosed_on, born_on, died_on, site_group, broad_stage, vital_status, sex, keys)
  select v.institution_id, v.patient_id, v.diagnosed_on, v.born_on, v.died_on, v.site_group, v.broad_stage,
    v.vital_status, v.sex, v.keys
  from patients.to_be_listed v where v.patient_id = any (whose)
  -- In one order everywhere, so that overlapping submissions do not deadlock.
  order by v.patient_id, v.institution_id
  on conflict (patient_id, institution_id) do update set
    diagnosed_on = excluded.diagnosed_on, born_on = excluded.born_on, died_on = excluded.died_on,
    site_group = excluded.site_group, broad_stage = excluded.broad_stage,
    vital_status = excluded.vital_status, sex = excluded.sex, keys = excluded.keys
  where (l.diagnosed_on, l.born_on, l.died_on, l.site_group, l.broad_stage, l.vital_status, l.sex, l.keys)
    is distinct from (excluded.diagnosed_on, excluded.born_on, excluded.died_on, excluded.site_group,
      excluded.broad_stage, excluded.vital_status, excluded.sex, excluded.keys);
  if tg_op = 'DELETE' then
    delete from patients.listed l where l.patient_id = any (whose)
      and not exists (select 1 from patients.to_be_listed v
        where v.patient_id = l.patient_id and v.institution_id = l.institution_id);
  end if;
  return null;
end
$$;
--> statement-breakpoint
drop function patients.find_listed(text[], text[]);
--> statement-breakpoint
-- The listed patients of the session's institution who have all of the names' hashes, or one of the numbers'. As
-- the owner: under row-level security no index of arrays is used. What the policy of the list asks is asked here.
create function patients.find_listed(names text[], numbers text[])
returns table (patient_id uuid, institution_id uuid, diagnosed_on date, born_on date, died_on date,
  site_group text, broad_stage text, vital_status text, sex text)
language plpgsql stable security definer rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := nullif(current_setting('nodp.institution', true), '')::uuid;
begin
  if current_setting('nodp.identified', true) is distinct from 'on' or mine is null then
    return;
  end if;
  return query
  select l.patient_id, l.institution_id, l.diagnosed_on, l.born_on, l.died_on, l.site_group, l.broad_stage,
    l.vital_status, l.sex
  from patients.listed l
  where l.institution_id = mine and cardinality(names) > 0 and l.keys @> (names || mine::text)
  union
  select l.patient_id, l.institution_id, l.diagnosed_on, l.born_on, l.died_on, l.site_group, l.broad_stage,
    l.vital_status, l.sex
  from unnest(numbers) as n(hash)
  join patients.listed l on l.institution_id = mine and l.keys @> array[n.hash, mine::text];
end
$$;
--> statement-breakpoint
revoke execute on function patients.find_listed(text[], text[]) from public;

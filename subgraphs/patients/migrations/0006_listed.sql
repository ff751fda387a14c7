CREATE TABLE "patients"."listed" (
	"institution_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"diagnosed_on" date NOT NULL,
	"site_group" text,
	"broad_stage" text NOT NULL,
	"vital_status" text NOT NULL,
	"sex" text NOT NULL,
	"keys" text[] NOT NULL,
	CONSTRAINT "listed_patient_id_institution_id_pk" PRIMARY KEY("patient_id","institution_id")
);
--> statement-breakpoint
ALTER TABLE "patients"."listed" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
DROP INDEX "patients"."identity_by_name";
--> statement-breakpoint
DROP INDEX "patients"."identity_by_number";
--> statement-breakpoint
CREATE POLICY "read_own" ON "patients"."listed" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));
--> statement-breakpoint
-- What `patients.listed` says of a patient, from the rows it sums up. Reads as whoever asks.
create view patients.to_be_listed with (security_invoker = true) as
select c.institution_id, p.patient_id, coalesce(p.leading_diagnosed_on, date '0001-01-01') as diagnosed_on,
  p.leading_site_group as site_group, p.broad_stage, p.vital_status, p.sex,
  c.institution_id::text || coalesce((
    select array_agg(distinct h.hash)
    from patients.identity i, unnest(i.name_hashes || i.number_hashes) as h(hash)
    where i.patient_id = p.patient_id), '{}') as keys
from basic.care_relationship c join patients.patient p on p.patient_id = c.patient_id;
--> statement-breakpoint
insert into patients.listed (institution_id, patient_id, diagnosed_on, site_group, broad_stage, vital_status, sex, keys)
select institution_id, patient_id, diagnosed_on, site_group, broad_stage, vital_status, sex, keys
from patients.to_be_listed order by institution_id, diagnosed_on desc, patient_id desc;
--> statement-breakpoint
CREATE INDEX "listed_by_key" ON "patients"."listed" USING gin ("keys");
--> statement-breakpoint
CREATE INDEX "listed_in_order" ON "patients"."listed" USING btree ("institution_id","diagnosed_on" DESC,"patient_id" DESC,"site_group","broad_stage","vital_status","sex");
--> statement-breakpoint
-- After every statement that wrote what lists sum up. As the owner: nobody else writes the list.
create function patients.relist() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  -- An array, not the transition table itself: the plan is made once, and is to look rows up by key.
  whose uuid[] := (select array_agg(distinct patient_id) from changed);
begin
  insert into patients.listed as l
    (institution_id, patient_id, diagnosed_on, site_group, broad_stage, vital_status, sex, keys)
  select v.institution_id, v.patient_id, v.diagnosed_on, v.site_group, v.broad_stage, v.vital_status, v.sex, v.keys
  from patients.to_be_listed v where v.patient_id = any (whose)
  -- In one order everywhere, so that overlapping submissions do not deadlock.
  order by v.patient_id, v.institution_id
  on conflict (patient_id, institution_id) do update set
    diagnosed_on = excluded.diagnosed_on, site_group = excluded.site_group, broad_stage = excluded.broad_stage,
    vital_status = excluded.vital_status, sex = excluded.sex, keys = excluded.keys
  where (l.diagnosed_on, l.site_group, l.broad_stage, l.vital_status, l.sex, l.keys) is distinct from
    (excluded.diagnosed_on, excluded.site_group, excluded.broad_stage, excluded.vital_status, excluded.sex, excluded.keys);
  if tg_op = 'DELETE' then
    delete from patients.listed l where l.patient_id = any (whose)
      and not exists (select 1 from patients.to_be_listed v
        where v.patient_id = l.patient_id and v.institution_id = l.institution_id);
  end if;
  return null;
end
$$;
--> statement-breakpoint
create trigger relist_after_insert after insert on basic.care_relationship referencing new table as changed
  for each statement execute function patients.relist();
--> statement-breakpoint
create trigger relist_after_update after update on basic.care_relationship referencing new table as changed
  for each statement execute function patients.relist();
--> statement-breakpoint
create trigger relist_after_delete after delete on basic.care_relationship referencing old table as changed
  for each statement execute function patients.relist();
--> statement-breakpoint
create trigger relist_after_insert after insert on patients.patient referencing new table as changed
  for each statement execute function patients.relist();
--> statement-breakpoint
create trigger relist_after_update after update on patients.patient referencing new table as changed
  for each statement execute function patients.relist();
--> statement-breakpoint
create trigger relist_after_delete after delete on patients.patient referencing old table as changed
  for each statement execute function patients.relist();
--> statement-breakpoint
create trigger relist_after_insert after insert on patients.identity referencing new table as changed
  for each statement execute function patients.relist();
--> statement-breakpoint
create trigger relist_after_update after update on patients.identity referencing new table as changed
  for each statement execute function patients.relist();
--> statement-breakpoint
create trigger relist_after_delete after delete on patients.identity referencing old table as changed
  for each statement execute function patients.relist();
--> statement-breakpoint
-- The patients of the session's institution who have all of the names' hashes, or one of the numbers'. As the
-- owner: under row-level security no index of arrays is used. What the policy of the list asks is asked here.
create function patients.find_listed(names text[], numbers text[]) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine text := nullif(current_setting('nodp.institution', true), '')::uuid::text;
begin
  if current_setting('nodp.identified', true) is distinct from 'on' or mine is null then
    return;
  end if;
  return query
  select l.patient_id from patients.listed l where cardinality(names) > 0 and l.keys @> (names || mine)
  union
  select l.patient_id from unnest(numbers) as n(hash) join patients.listed l on l.keys @> array[n.hash, mine];
end
$$;
--> statement-breakpoint
revoke execute on function patients.relist(), patients.find_listed(text[], text[]) from public;

CREATE TABLE "patients"."listed_tally" (
	"institution_id" uuid NOT NULL,
	"site_group" text,
	"broad_stage" text NOT NULL,
	"vital_status" text NOT NULL,
	"sex" text NOT NULL,
	"patients" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "patients"."listed_tally" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "listed_tally_by_institution" ON "patients"."listed_tally" USING btree ("institution_id");--> statement-breakpoint
CREATE POLICY "read_own" ON "patients"."listed_tally" AS PERMISSIVE FOR SELECT TO "nodp_app" USING ((select current_setting('nodp.identified', true)) = 'on' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid));--> statement-breakpoint
insert into patients.listed_tally (institution_id, site_group, broad_stage, vital_status, sex, patients)
select institution_id, site_group, broad_stage, vital_status, sex, count(*)::int
from patients.listed group by institution_id, site_group, broad_stage, vital_status, sex;
--> statement-breakpoint
-- Adds up an institution's rows. One writer at a time: whoever comes second has nothing to do. Rows that others
-- append meanwhile are neither seen nor touched, so nobody waits.
create function patients.add_up_tally(whose uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('patients.listed_tally ' || whose::text, 0)) then
    return;
  end if;
  with taken as (delete from patients.listed_tally t where t.institution_id = whose returning *)
  insert into patients.listed_tally (institution_id, site_group, broad_stage, vital_status, sex, patients)
  select institution_id, site_group, broad_stage, vital_status, sex, sum(patients)::int
  from taken group by institution_id, site_group, broad_stage, vital_status, sex having sum(patients) <> 0;
end
$$;
--> statement-breakpoint
-- After every statement that wrote the list: appends by how many its counts changed.
create function patients.tally_listed() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into patients.listed_tally (institution_id, site_group, broad_stage, vital_status, sex, patients)
    select institution_id, site_group, broad_stage, vital_status, sex, count(*)::int
    from added group by institution_id, site_group, broad_stage, vital_status, sex;
  elsif tg_op = 'DELETE' then
    insert into patients.listed_tally (institution_id, site_group, broad_stage, vital_status, sex, patients)
    select institution_id, site_group, broad_stage, vital_status, sex, -count(*)::int
    from removed group by institution_id, site_group, broad_stage, vital_status, sex;
  else
    insert into patients.listed_tally (institution_id, site_group, broad_stage, vital_status, sex, patients)
    select institution_id, site_group, broad_stage, vital_status, sex, sum(n)::int
    from (select institution_id, site_group, broad_stage, vital_status, sex, 1 as n from added
      union all select institution_id, site_group, broad_stage, vital_status, sex, -1 from removed) c
    group by institution_id, site_group, broad_stage, vital_status, sex having sum(n) <> 0;
  end if;
  -- One statement in a hundred pays for the others, so that a count never reads many rows.
  if random() < 0.01 then
    if tg_op = 'DELETE' then
      perform patients.add_up_tally(institution_id) from (select distinct institution_id from removed) r;
    else
      perform patients.add_up_tally(institution_id) from (select distinct institution_id from added) a;
    end if;
  end if;
  return null;
end
$$;
--> statement-breakpoint
create trigger tally_after_insert after insert on patients.listed referencing new table as added
  for each statement execute function patients.tally_listed();
--> statement-breakpoint
create trigger tally_after_update after update on patients.listed referencing new table as added old table as removed
  for each statement execute function patients.tally_listed();
--> statement-breakpoint
create trigger tally_after_delete after delete on patients.listed referencing old table as removed
  for each statement execute function patients.tally_listed();
--> statement-breakpoint
revoke execute on function patients.add_up_tally(uuid), patients.tally_listed() from public;

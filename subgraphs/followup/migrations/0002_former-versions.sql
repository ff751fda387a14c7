-- Corrected and withdrawn rows leave their former version.
create trigger keep_former_of_corrected after update on followup.plan for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on followup.plan for each row execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_corrected after update on followup.contact for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on followup.contact for each row execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_corrected after update on followup.disease_status for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on followup.disease_status for each row execute function basic.keep_former();

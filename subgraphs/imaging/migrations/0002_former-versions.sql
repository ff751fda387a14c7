-- Corrected and withdrawn rows leave their former version.
create trigger keep_former_of_corrected after update on imaging.study for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on imaging.study for each row execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_corrected after update on imaging.imaging_report for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on imaging.imaging_report for each row execute function basic.keep_former();

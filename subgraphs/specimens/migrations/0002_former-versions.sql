-- Corrected and withdrawn rows leave their former version.
create trigger keep_former_of_corrected after update on specimens.specimen for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on specimens.specimen for each row execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_corrected after update on specimens.pathology_report for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on specimens.pathology_report for each row execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_corrected after update on specimens.biomarker for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on specimens.biomarker for each row execute function basic.keep_former();

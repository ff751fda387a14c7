-- Corrected and withdrawn rows leave their former version.
create trigger keep_former_of_corrected after update on patients.identity for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on patients.identity for each row execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_corrected after update on patients.tumour for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on patients.tumour for each row execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_corrected after update on patients.stage for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on patients.stage for each row execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_corrected after update on patients.observation for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on patients.observation for each row execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_corrected after update on patients.performance for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on patients.performance for each row execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_corrected after update on patients.treatment for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on patients.treatment for each row execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_corrected after update on patients.comorbidity for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on patients.comorbidity for each row execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_corrected after update on patients.encounter for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on patients.encounter for each row execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_corrected after update on patients.patient for each row
  when (old.content_hash is distinct from new.content_hash) execute function basic.keep_former();
--> statement-breakpoint
create trigger keep_former_of_withdrawn after delete on patients.patient for each row execute function basic.keep_former();

-- Results of patients that name p16: they lie with specimens. Runs as the caller.
create or replace function patients.p16_of(whose uuid[]) returns table (
  patient_id uuid, institution_id uuid, tumour_source_id text, code text, display text, finding text, value double precision,
  unit text, comparator text, tested_on date, tested_precision text)
language plpgsql stable rows 10 set search_path = pg_catalog, pg_temp as $$
begin
  return query select b.patient_id, b.institution_id, b.tumour_source_id, b.code, b.display, b.finding, b.value, b.unit,
      b.comparator, b.tested_on, b.tested_precision
    from specimens.biomarker b
    where b.patient_id = any (whose) and (b.display ~* 'p16' or b.code ~* 'p16')
    order by b.tested_on, b.id;
end
$$;

-- Notes that labels of specimens or containers were printed. @returns how often each was, this one counted; unknown barcodes are left out
create or replace function specimens.count_labels(asked text[]) returns table (barcode text, times integer)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.biobank', true, 'This session runs no biobank.');
begin
  insert into specimens.label_print (id, institution_id, barcode, printed_by)
  select gen_random_uuid(), mine, a, current_setting('nodp.account', true) from unnest(asked) a
  where exists (select 1 from specimens.bank_specimen s where s.institution_id = mine and s.barcode = a)
    or exists (select 1 from specimens.container c where c.institution_id = mine and c.barcode = a);
  return query select l.barcode, count(*)::integer from specimens.label_print l
    where l.institution_id = mine and l.barcode = any (asked) group by l.barcode;
end
$$;
revoke execute on function specimens.count_labels(text[]) from public;

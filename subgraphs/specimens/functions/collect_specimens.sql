-- A collection event of a donor with its primary specimens; the donor is made where the code is new.
-- donor: {"id", "code", "accession"}; event: columns of collection_event; items: columns of bank_specimen.
-- @returns MADE, BARCODE_TAKEN, or UNKNOWN_ACCESSION where the hospital sent no specimen of that number
create or replace function specimens.collect_specimens(donor jsonb, event jsonb, items jsonb) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine uuid := basic.session_institution('nodp.biobank', true, 'This session runs no biobank.');
  me text := current_setting('nodp.account', true);
  of_donor uuid;
  of_patient uuid;
begin
  select d.id into of_donor from specimens.bank_donor d where d.institution_id = mine and d.code = donor ->> 'code' for update;
  if of_donor is null then
    if donor ->> 'accession' is not null then
      select s.patient_id into of_patient from specimens.specimen s
      where s.institution_id = mine and s.accession = donor ->> 'accession' limit 1;
      if of_patient is null then
        return 'UNKNOWN_ACCESSION';
      end if;
    end if;
    of_donor := (donor ->> 'id')::uuid;
    insert into specimens.bank_donor (id, institution_id, code, patient_id, made_by)
    values (of_donor, mine, donor ->> 'code', of_patient, me);
  end if;
  insert into specimens.collection_event (id, institution_id, donor_id, collected_at, procedure, topography, diagnosis, site_group,
    warm_ischaemia, cold_ischaemia)
  select e.id, mine, of_donor, e.collected_at, e.procedure, e.topography, e.diagnosis, e.site_group, e.warm_ischaemia, e.cold_ischaemia
  from jsonb_populate_record(null::specimens.collection_event, event) e;
  perform specimens.add_specimens(mine, items, of_donor, (event ->> 'id')::uuid, null, 'PRIMARY');
  insert into specimens.custody_event (institution_id, specimen_id, kind, at, by)
  select mine, i.id, 'COLLECTED', (event ->> 'collected_at')::timestamptz, me
  from jsonb_populate_recordset(null::specimens.bank_specimen, items) i;
  insert into specimens.custody_event (institution_id, specimen_id, kind, by)
  select mine, i.id, 'RECEIVED', me from jsonb_populate_recordset(null::specimens.bank_specimen, items) i;
  return 'MADE';
exception when unique_violation then
  return 'BARCODE_TAKEN';
end
$$;
revoke execute on function specimens.collect_specimens(jsonb, jsonb, jsonb) from public;

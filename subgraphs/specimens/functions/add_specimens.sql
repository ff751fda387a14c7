-- Adds specimens with the amount that they begin with. For functions of the biobank, which asked whose session it is.
create or replace function specimens.add_specimens(mine uuid, items jsonb, of_donor uuid, of_event uuid, of_parent uuid, at_level text)
returns void language sql set search_path = pg_catalog, pg_temp as $$
  insert into specimens.bank_specimen (id, institution_id, barcode, level, donor_id, event_id, parent_id, type, preservation, sprec, unit,
    initial_amount, amount, concentration, concentration_unit, tumour_content, rin, temperature, min_celsius, max_celsius)
  select i.id, mine, i.barcode, coalesce(at_level, i.level), of_donor, of_event, of_parent, i.type, i.preservation, i.sprec, i.unit,
    i.amount, i.amount, i.concentration, i.concentration_unit, i.tumour_content, i.rin, i.temperature, i.min_celsius, i.max_celsius
  from jsonb_populate_recordset(null::specimens.bank_specimen, items) i
$$;
revoke execute on function specimens.add_specimens(uuid, jsonb, uuid, uuid, uuid, text) from public;

-- Deaths that were recorded before they were kept beside the records.
insert into basic.death (patient_id) select p.patient_id from patients.patient p where p.vital_status = 'DEAD' on conflict do nothing;

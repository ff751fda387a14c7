-- Who each linked patient is, of the patients that there are by now: the least of them stands for the person.
create or replace view patients.linked_persons with (security_invoker = true) as
select l.patient_id, first_value(l.patient_id) over (partition by l.person_id order by l.patient_id) as person_id
from patients.person_link l
where exists (select 1 from patients.patient p where p.patient_id = l.patient_id);

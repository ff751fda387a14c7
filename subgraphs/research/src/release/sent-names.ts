/**
 * Results and treatments that no code of the terminology names are retained by the name they were sent with, where so many
 * persons share it that it names none of them: what fewer share may be anything that was typed into the field.
 */
const SHARED_BY = 10;

/** What stands before such a name where a code would stand (`@nodp/cohorts` reads it alike). */
const PREFIX = 'sent:';

/** Names of one spelling in small letters; longer ones are sentences. */
const macro = `create macro name_as_sent(display) as (
  case when length(display) <= 80 then nullif(lower(trim(regexp_replace(nfc_normalize(display), '\\s+', ' ', 'g'))), '') end)`;

/** Table `sent_histology(name, code)`, once the cases are known (`numbered`), and what the others are made with. */
export const sentHistologies: readonly string[] = [
  macro,
  `create table sent_histology as
    select name, '${PREFIX}' || name as code from (
      select patient_id, name_as_sent(chosen.histology_sent) as name from numbered)
    where name is not null group by 1 having count(distinct patient_id) >= ${SHARED_BY}`,
];

/** Table `sent_name(what, name, code)`, once `biomarker_name` says what is known. */
export const sentNames: readonly string[] = [
  `create table sent_name as
    select what, name, '${PREFIX}' || name as code from (
      select 'biomarker' as what, b.patient_id, name_as_sent(b.display) as name
      from biomarker b left join biomarker_name m on m.system is not distinct from b.system
        and m.code is not distinct from b.code and m.display is not distinct from b.display
      where m.biomarker is null
      union all select 'drug', patient_id, name_as_sent(display) from treatment where kind = 'SYSTEMIC' and drug is null)
    where name is not null group by 1, 2 having count(distinct patient_id) >= ${SHARED_BY}
    union all select 'histology', name, code from sent_histology`,
];

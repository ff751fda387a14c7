/** What became of a decision, as the case and the worklist write it. */
import { sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';

const p = sql.placeholder;

/** Of the latest version alone; `id` is the subject of the task that asks for it: the case and the version. */
export const addOutcome = sqlStatement<{ done: boolean }>(sql`
  insert into patients.board_outcome (patient_id, id, case_id, version, institution_id, outcome, note, entered_by)
  select d.patient_id, ${p('newId')}::uuid, d.case_id, d.version, d.institution_id, ${p('verdict')}, ${p('reason')}, ${p('by')}
  from patients.board_decision d
  where d.patient_id = ${p('patient')}::uuid and d.case_id = split_part(${p('id')}, ' ', 1)::uuid
    and d.version = split_part(${p('id')}, ' ', 2)::smallint and not exists (select 1 from patients.board_decision later
      where later.patient_id = d.patient_id and later.case_id = d.case_id and later.version > d.version)
  returning true as done`);

/** The task that asks what became of it is done with that, where it waits. */
export const doneWith = sqlStatement<{ id: string }>(sql`
  select patients.act_on_tasks(coalesce((select jsonb_agg(jsonb_build_object('patientId', t.patient_id, 'id', t.id))
    from patients.task t where t.patient_id = ${p('patient')}::uuid and t.kind = 'BOARD_DECISION' and t.subject = ${p('subject')}
      and t.state = 'OPEN'), '[]'), 'DONE', null, null, ${p('came')}, ${p('words')}) as id`);

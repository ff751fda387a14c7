import { sqlStatement } from '@nodp/database';
import { rowsByPatient, type SubgraphContext } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { SymptomAlertModel, SymptomQuestionnaireModel } from '../models.ts';
import { gradesAreInForce } from './rule-in-force.ts';
import { symptomAlert } from './table.ts';

const p = sql.placeholder;

const shown = sql`q.patient_id, q.id, case when q.state = 'OPEN' and q.expires_at <= now() then 'EXPIRED' else q.state end as state,
  q.terms, q.made_by, q.made_at, q.expires_at, q.last_saved_at, q.ended_at,
  (select coalesce(jsonb_agg(jsonb_build_object('term', a.term, 'answers', a.answers, 'grade', a.grade, 'answeredAt', a.answered_at)
      order by array_position(q.terms, a.term)), '[]')
    from followup.symptom_answer a where a.patient_id = q.patient_id and a.questionnaire_id = q.id) as answers`;

/** Latest first, 100 of a patient at most. */
export const questionnaireRows = rowsByPatient(
  sqlStatement<SymptomQuestionnaireModel>(sql`
    select q.* from unnest(${p('ids')}::uuid[]) as k (patient_id) cross join lateral (
      select ${shown} from followup.questionnaire q where q.patient_id = k.patient_id
      order by q.made_at desc, q.id limit 100) q`),
);

const one = sqlStatement<SymptomQuestionnaireModel>(sql`
  select ${shown} from followup.questionnaire q where q.patient_id = ${p('patient')}::uuid and q.id = ${p('id')}::uuid`);

/** One of a patient, after the session changed it. */
export const questionnaireOf = async (
  { session }: SubgraphContext,
  patient: string,
  id: string,
): Promise<SymptomQuestionnaireModel | null> =>
  (await session.run(one, { patient, id }))[0] ?? null;

/** Open ones first, then the latest. */
export const alertRows = rowsByPatient(
  sqlStatement<SymptomAlertModel>(sql`
    select * from ${symptomAlert} where patient_id = any(${p('ids')})
    order by (state = 'OPEN') desc, raised_at desc, id`),
);

/** Asked once a request. */
export const inForce = ({ session }: SubgraphContext): Promise<boolean> =>
  gradesAreInForce(session);

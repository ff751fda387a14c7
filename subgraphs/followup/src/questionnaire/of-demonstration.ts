import { createHash, randomBytes } from 'node:crypto';
import {
  gradeOfTerm,
  isAnswered,
  PRO_CTCAE_VERSION,
  SYMPTOM_ALERT_VERSION,
  SYMPTOM_SETS,
  symptomAlert,
  symptomTerm,
} from '@nodp/oncology';
import type postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';

/** Who asks and acts. */
const BY = 'clinician';

/** What a patient answered of terms, by number: pain 48, fatigue 53, nausea 9, numbness 39, diarrhoea 16, breath 19. */
type Answers = Readonly<Record<number, readonly number[]>>;

interface Asked {
  readonly daysAgo: number;
  readonly state: 'OPEN' | 'COMPLETED' | 'REVOKED';
  readonly answers: Answers;
}

const WELL: Answers = { 53: [1, 1], 48: [0], 9: [0], 39: [0], 16: [0], 19: [0] };

/** One patient a line: what was asked, the latest last. */
const COURSES: readonly (readonly Asked[])[] = [
  // Severe pain: told to the clinician.
  [
    { daysAgo: 9, state: 'COMPLETED', answers: { ...WELL, 48: [2, 2, 1] } },
    { daysAgo: 1, state: 'COMPLETED', answers: { ...WELL, 48: [4, 3, 3], 53: [2, 2] } },
  ],
  // Nausea two grades worse within a week.
  [
    { daysAgo: 6, state: 'COMPLETED', answers: { ...WELL, 9: [0] } },
    { daysAgo: 0, state: 'COMPLETED', answers: { ...WELL, 9: [3, 2] } },
  ],
  // Nothing that anybody has to be told of.
  [{ daysAgo: 2, state: 'COMPLETED', answers: WELL }],
  // Begun and not finished: a grade cannot be told.
  [{ daysAgo: 0, state: 'OPEN', answers: { 53: [2, 2], 48: [2] } }],
  // Not answered yet, and a link that was ended.
  [
    { daysAgo: 3, state: 'REVOKED', answers: {} },
    { daysAgo: 0, state: 'OPEN', answers: {} },
  ],
];

const DAYS_OPEN = 7;

/** Grades of a term in the questionnaires before, as the rule of alerts compares them. */
const earlierOf = (term: number, asked: Asked, all: readonly Asked[]) =>
  all.flatMap((other) => {
    const definition = symptomTerm(term);
    const answers = other.answers[term];
    if (other === asked || other.daysAgo <= asked.daysAgo || !definition || !answers) return [];
    const grade = isAnswered(definition, answers) ? gradeOfTerm(definition, answers) : null;
    return grade === null ? [] : [{ grade, daysBefore: other.daysAgo - asked.daysAgo }];
  });

const put = async (
  sql: postgres.TransactionSql,
  { patient, institution }: { readonly patient: string; readonly institution: string },
  asked: Asked,
  all: readonly Asked[],
): Promise<void> => {
  const id = uuidv7();
  const at = new Date(Date.now() - asked.daysAgo * 86_400_000 - 3_600_000);
  // A link that nobody holds: only its hash was ever kept.
  const hash = createHash('sha256').update(randomBytes(32)).digest();
  const answered = Object.keys(asked.answers).length > 0;
  await sql`
    insert into followup.questionnaire (patient_id, id, institution_id, token_hash, terms, state, made_by, made_at, expires_at,
      last_saved_at, ended_at)
    values (${patient}, ${id}, ${institution}, ${hash}, ${[...(SYMPTOM_SETS[0]?.terms ?? [])]}::smallint[], ${asked.state}, ${BY}, ${at},
      ${new Date(at.getTime() + DAYS_OPEN * 86_400_000)}, ${answered ? at : null}, ${asked.state === 'OPEN' ? null : at})`;
  for (const [key, answers] of Object.entries(asked.answers)) {
    const term = Number(key);
    const definition = symptomTerm(term);
    if (definition === undefined) throw new Error(`There is no term ${term}.`);
    const grade = isAnswered(definition, answers) ? gradeOfTerm(definition, answers) : null;
    await sql`
      insert into followup.symptom_answer (patient_id, questionnaire_id, term, answers, grade, rule_version, answered_at)
      values (${patient}, ${id}, ${term}, ${[...answers]}::smallint[], ${grade}, ${PRO_CTCAE_VERSION}, ${at})`;
    const told = symptomAlert({ grade, earlier: earlierOf(term, asked, all) });
    if (told !== null)
      await sql`
        insert into followup.symptom_alert (patient_id, id, questionnaire_id, term, because, grade, from_grade, rule_version, raised_at)
        values (${patient}, ${uuidv7()}, ${id}, ${term}, ${told.because}, ${grade}, ${told.from}, ${SYMPTOM_ALERT_VERSION}, ${at})`;
  }
};

/**
 * What a few patients of the institution of the demonstration's clinician reported by a link: one that is told for its grade, one for
 * its rise, one of nothing, one not finished, one not begun. Once; nothing where somebody was asked already.
 * @param sql as the owner
 */
export const symptomsOfDemonstration = async (sql: postgres.Sql): Promise<void> => {
  await sql.begin(async (transaction) => {
    const [place] = await transaction<{ id: string; known: boolean }[]>`
      select i.id, exists (select 1 from followup.questionnaire q where q.institution_id = i.id) as known
      from basic.institution i where i.tier = 'NATIONAL' order by i.code limit 1`;
    if (place === undefined || place.known) return;
    const patients = await transaction<{ id: string }[]>`
      select l.patient_id as id from patients.listed l
      where l.institution_id = ${place.id} and l.vital_status <> 'DEAD'
        and not exists (select 1 from basic.death d where d.patient_id = l.patient_id)
        and exists (select 1 from basic.care_relationship r where r.patient_id = l.patient_id and r.institution_id = ${place.id})
      order by l.diagnosed_on desc, l.patient_id desc limit ${COURSES.length}`;
    for (const [turn, { id }] of patients.entries()) {
      const course = COURSES[turn] ?? [];
      for (const asked of course)
        await put(transaction, { patient: id, institution: place.id }, asked, course);
    }
    // Their tasks are found by the job of the day.
    await transaction`insert into patients.task_recheck (patient_id, recheck_on)
      select unnest(${patients.map(({ id }) => id)}::uuid[]), current_date
      on conflict (patient_id) do update set recheck_on = excluded.recheck_on`;
  });
};

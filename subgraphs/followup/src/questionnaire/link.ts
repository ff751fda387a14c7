/** What the holder of a patient's link may do: read the one questionnaire, answer it, and end it. */
import { createHash } from 'node:crypto';
import {
  auditRecord,
  type Database,
  type Principal,
  type RequestOrigin,
  type Session,
  sqlStatement,
} from '@nodp/database';
import {
  areAnswersOf,
  gradeOfTerm,
  isAnswered,
  PRO_CTCAE_VERSION,
  SYMPTOM_ALERT_VERSION,
  type SymptomTerm,
  symptomAlert,
  symptomTerm,
} from '@nodp/oncology';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { gradesAreInForce } from './rule-in-force.ts';

const p = sql.placeholder;

interface OpenRow {
  readonly patientId: string;
  readonly id: string;
  readonly institutionId: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly terms: readonly number[];
  readonly expiresAt: string;
  readonly answers: Readonly<Record<string, readonly number[]>>;
}

const open = sqlStatement<OpenRow>(sql`
  select q.patient_id, q.id, q.institution_id, i.name_en, i.name_zh, q.terms, q.expires_at,
    (select coalesce(jsonb_object_agg(a.term, a.answers), '{}') from followup.symptom_answer a
      where a.patient_id = q.patient_id and a.questionnaire_id = q.id) as answers
  from followup.questionnaire q join basic.institution i on i.id = q.institution_id`);
const state = sqlStatement<{ state: string | null }>(sql`select followup.link_state() as state`);
const earlier = sqlStatement<{ grade: number; daysBefore: number }>(sql`
  select grade, days_before from followup.earlier_grades(${p('term')}::smallint)`);
const answer = sqlStatement<{ state: string | null }>(sql`
  select followup.answer_term(${p('term')}::smallint, ${p('answers')}::smallint[], ${p('grade')}::smallint,
    ${p('version')}::smallint, ${p('alert')}::text::jsonb) as state`);
const complete = sqlStatement<{ state: string | null }>(sql`
  select followup.complete_questionnaire() as state`);

/** 32 random bytes, as the link has them. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export const isToken = (text: unknown): text is string =>
  typeof text === 'string' && TOKEN.test(text);

/** No right of any role: what the link shows, row-level security finds by the token's hash. */
const holderOf = (token: string): Principal => ({
  accountId: 'patient-link',
  name: { en: 'Patient, by a link', zh: '患者（链接）' },
  role: 'SYSTEM',
  institutionId: null,
  grant: { reads: [], writes: false },
  link: createHash('sha256').update(token).digest('hex'),
});

export type LinkState = 'OPEN' | 'COMPLETED' | 'EXPIRED' | 'CLOSED';
export type Ended = { readonly state: Exclude<LinkState, 'OPEN'> | null };

export interface OpenQuestionnaire {
  readonly state: 'OPEN';
  readonly institution: { readonly en: string; readonly zh: string };
  readonly expiresAt: string;
  readonly terms: readonly SymptomTerm[];
  /** By the number of the term. */
  readonly answers: Readonly<Record<string, readonly number[]>>;
}

/** What cannot be retained: where it is, and how to correct it. */
export class AnswerRefused extends Error {}

type Action = 'read' | 'write' | 'change';

/**
 * A link's work on the database. Each look and each change is on record, under the questionnaire and the institution that asked, before
 * it is shown or done.
 */
export const patientLinks = (database: Database) => {
  const ended = async (session: Session): Promise<Ended> => {
    const [row] = await session.run(state);
    return { state: (row?.state ?? null) as Ended['state'] };
  };

  const within = <Answer>(
    token: string,
    origin: RequestOrigin,
    action: Action,
    work: (session: Session, row: OpenRow) => Promise<Answer>,
  ): Promise<Answer | Ended> =>
    database.session(
      holderOf(token),
      async (session) => {
        const [row] = await session.run(open);
        if (row === undefined) return ended(session);
        await database.record(
          auditRecord(
            { ...session.principal, institutionId: row.institutionId },
            origin,
            action,
            [row.patientId],
            { questionnaire: row.id },
          ),
        );
        return work(session, row);
      },
      origin,
    );

  return {
    /** The questionnaire of a link, or how a link stands that is over; null for a token that is none. */
    open: (token: string, origin: RequestOrigin): Promise<OpenQuestionnaire | Ended> =>
      within(token, origin, 'read', async (_, row) => ({
        state: 'OPEN',
        institution: { en: row.nameEn, zh: row.nameZh },
        expiresAt: row.expiresAt,
        terms: row.terms.flatMap((number) => symptomTerm(number) ?? []),
        answers: row.answers,
      })),

    /**
     * Keeps the answers of a term as far as they are given, and the alert that they raise.
     * @throws AnswerRefused where they are none of the term
     */
    answer: (
      token: string,
      number: number,
      given: readonly number[],
      origin: RequestOrigin,
    ): Promise<{ readonly state: 'SAVED' } | Ended> =>
      within(token, origin, 'write', async (session, row) => {
        const term = row.terms.includes(number) ? symptomTerm(number) : undefined;
        if (term === undefined)
          throw new AnswerRefused(`This questionnaire does not ask the term ${number}.`);
        if (!areAnswersOf(term, given))
          throw new AnswerRefused(`These are no answers to the questions of the term ${number}.`);
        const grade = isAnswered(term, given) ? gradeOfTerm(term, given) : null;
        return session.transaction(async () => {
          const told =
            grade !== null && (await gradesAreInForce(session))
              ? symptomAlert({ grade, earlier: await session.run(earlier, { term: number }) })
              : null;
          const alert =
            told === null
              ? null
              : {
                  id: uuidv7(),
                  because: told.because,
                  fromGrade: told.from,
                  ruleVersion: SYMPTOM_ALERT_VERSION,
                };
          const [saved] = await session.run(answer, {
            term: number,
            answers: given,
            grade,
            version: PRO_CTCAE_VERSION,
            alert: alert === null ? null : JSON.stringify(alert),
          });
          if (saved?.state === 'SAVED') return { state: 'SAVED' as const };
          if (saved?.state === 'TOO_MANY')
            throw new AnswerRefused('The answers of this link were changed too often.');
          return ended(session);
        });
      }),

    /** Ends the questionnaire as answered: the link opens nothing more. */
    complete: (token: string, origin: RequestOrigin): Promise<Ended> =>
      within(token, origin, 'change', async (session) => {
        const [row] = await session.run(complete);
        return { state: (row?.state ?? null) as Ended['state'] };
      }),
  };
};

export type PatientLinks = ReturnType<typeof patientLinks>;

import type { ProjectState, StepRow } from './project.ts';

export type DeadlineKind = 'DECIDE' | 'ANSWER' | 'RENEW' | 'REPORT';

/** What has to be done by when, and by whom. */
export interface Deadline {
  readonly kind: DeadlineKind;
  /** YYYY-MM-DD, the last day. */
  readonly due: string;
  readonly by: 'APPLICANT' | 'COMMITTEE';
}

/** Days from a submission or an answer in which the committee decides, and from its questions in which they are answered. */
const DECIDED_WITHIN = 45;
const ANSWERED_WITHIN = 30;
/** Days before a project's end from which a renewal is due, and after it in which its report is. */
const RENEWED_BEFORE = 60;
const REPORTED_WITHIN = 30;

const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + days * 86_400_000)
    .toISOString()
    .slice(0, 10);

interface Standing {
  readonly state: ProjectState;
  readonly pending: unknown;
  readonly steps: readonly Pick<StepRow, 'kind' | 'at'>[];
  /** The last day granted; null where nothing is. */
  readonly until: string | null;
  /** YYYY-MM-DD of the national calendar. */
  readonly today: string;
}

/** What is due of a project, the soonest first. */
export const deadlinesOf = ({ state, pending, steps, until, today }: Standing): Deadline[] => {
  const last = (...kinds: string[]): string | null =>
    steps.findLast(({ kind }) => kinds.includes(kind))?.at ?? null;
  const due: Deadline[] = [];
  const asked = last('SUBMIT', 'ANSWER', 'AMEND', 'RENEW');
  if ((state === 'SUBMITTED' || (state === 'ACTIVE' && pending !== null)) && asked !== null)
    due.push({ kind: 'DECIDE', due: later(asked, DECIDED_WITHIN), by: 'COMMITTEE' });
  const questions = last('ASK');
  if (state === 'QUESTIONS' && questions !== null)
    due.push({ kind: 'ANSWER', due: later(questions, ANSWERED_WITHIN), by: 'APPLICANT' });
  if ((state === 'ACTIVE' || state === 'SUSPENDED') && until !== null) {
    if (
      state === 'ACTIVE' &&
      pending === null &&
      later(until, -RENEWED_BEFORE) <= today &&
      today <= until
    )
      due.push({ kind: 'RENEW', due: until, by: 'APPLICANT' });
    due.push({ kind: 'REPORT', due: later(until, REPORTED_WITHIN), by: 'APPLICANT' });
  }
  if (state === 'REPORTED' && until !== null) {
    const reported = last('REPORT');
    if (reported !== null)
      due.push({ kind: 'DECIDE', due: later(reported, DECIDED_WITHIN), by: 'COMMITTEE' });
  }
  return due.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
};

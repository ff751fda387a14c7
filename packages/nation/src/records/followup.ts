import type { Course } from '../course/course.ts';
import type { Care } from '../course/treatment.ts';
import type { Random } from '../random/random.ts';
import { type Day, instantOf, onDay, YEAR } from '../time/days.ts';
import { workday, workdayBefore } from '../time/workdays.ts';
import type { Answer } from './lesions.ts';
import { coded, inWords, type Said } from './records.ts';
import { APPOINTMENT_REASON, SNOMED } from './systems.ts';
import type { View, Writer } from './writer.ts';

/** Findings of mCODE's cancer disease status (SNOMED CT). */
const FOUND: Readonly<
  Record<Exclude<Said<'disease-status'>['trend'], 'NOT_EVALUABLE'>, readonly [string, string]>
> = {
  REMISSION: ['103338009', '完全缓解'],
  IMPROVED: ['268910001', '好转'],
  STABLE: ['359746009', '病情稳定'],
  PROGRESSED: ['271299001', '病情进展'],
  RECURRED: ['246455001', '复发'],
};

const status = (writer: Writer, key: string, day: Day, trend: keyof typeof FOUND): void => {
  const [code, display] = FOUND[trend];
  writer.add('disease-status', writer.at(day), 'Observation', key, day, {
    trend,
    sent: coded(SNOMED, code, display),
    assessed: onDay(day),
  });
};

/** How the disease stood after treatment and when it came back. */
export const writeStatuses = (
  writer: Writer,
  course: Course,
  care: Care,
  answer: Answer,
  random: Random,
): void => {
  const { end, relapse, stage } = course;
  const done = care.surgery?.on ?? care.systemic[0]?.from ?? care.radiotherapy[0]?.from ?? null;
  const first = done === null ? null : workday(done + 95 + random.below(60));
  if (first !== null && first < Math.min(end, relapse ?? end)) {
    const trend = care.surgery !== null && stage < 3 ? 'REMISSION' : answer;
    status(writer, 'status-1', first, trend);
  }
  if (relapse !== null) {
    status(
      writer,
      'status-2',
      relapse,
      care.surgery !== null && stage < 3 ? 'RECURRED' : 'PROGRESSED',
    );
  }
};

/** What is to be done, from and to which year after diagnosis. */
const SCHEDULE = [
  { zh: '每3个月复查（2年内）', from: 0, to: 2 },
  { zh: '每6个月复查（第3至5年）', from: 2, to: 5 },
  { zh: '每年复查（5年后）', from: 5, to: Number.POSITIVE_INFINITY },
];

const plan = (writer: Writer, view: View, course: Course, from: Day): void => {
  const over = course.death !== null;
  const years = (course.end - course.diagnosed) / YEAR;
  writer.add('plan', view, 'CarePlan', 'follow-up-plan', from, {
    what: inWords(`${course.cancer.zh}治疗后随访计划`),
    status: over ? 'completed' : 'active',
    started: onDay(from),
    ended: over ? onDay(course.end) : null,
    activities: SCHEDULE.map(({ zh, from: first, to: last }) => ({
      ...inWords(zh),
      status: years >= last ? 'completed' : years >= first ? 'in-progress' : 'not-started',
    })),
  });
};

/** Days from the first failed attempt to each. */
const ATTEMPTS = [0, 46, 93];

const NOTES = [
  '电话随访：本人接听，一般情况可。',
  '电话随访：家属代答，病情稳定。',
  '门诊复诊：无不适主诉。',
  '微信随访：已回复，近期拟复查。',
];

/** The plan after treatment, contacts made, and those due around the reference day. */
export const writeFollowUp = (
  random: Random,
  writer: Writer,
  course: Course,
  care: Care,
  reference: Day,
): void => {
  const { end, death, diagnosed } = course;
  const from = (care.surgery?.on ?? care.systemic[0]?.from ?? diagnosed) + 30;
  const view = writer.at(end);
  if (from < end) plan(writer, view, course, from);
  const contact = (key: string, day: Day, known: Day, state: string, note: string | null): void => {
    writer.add('contact', view, 'Appointment', key, known, {
      what: coded(APPOINTMENT_REASON, 'FOLLOWUP', '治疗后随访'),
      status: state,
      at: instantOf(day, 540 + random.below(420)),
      note,
      venue: state === 'booked' ? '门诊楼三层 肿瘤随访门诊' : null,
    });
  };
  const before = workdayBefore(end - 90 - random.below(120));
  if (before > from) contact('contact-1', before, before, 'fulfilled', random.pick(NOTES));
  const last = death === null ? random.pick(NOTES) : '家属告知患者已去世。';
  contact('contact-2', end, end, 'fulfilled', last);
  if (death !== null) return;
  if (course.lost) {
    // Tried three times over three months, which is lost; who was lost of late is still being tried.
    const first = end + 60 + random.below(60);
    ATTEMPTS.forEach((after, n) => {
      const tried = workday(first + after);
      if (tried < reference)
        contact(`contact-${3 + n}`, tried, tried, 'noshow', '多次电话无人接听。');
    });
    return;
  }
  // Every few months from the last one: some are due these days, a few are overdue.
  const next = workday(end + 85 + random.below(110));
  contact('contact-3', next, end, 'booked', null);
};

import { badInput, nationalDay, type SubgraphContext } from '@nodp/graph';
import {
  clinicalRuleOf,
  declineAfter,
  SCHEDULES_MARK,
  SCHEDULES_SOURCE,
  type Survey,
  survey,
} from '@nodp/oncology';
import type {
  MarkerCourse,
  Surveillance,
  SurveillanceImagingInput,
} from '../generated/resolvers.ts';
import { encounterRows } from '../kinds/encounter/rows.ts';
import { treatmentRows } from '../kinds/treatment/rows.ts';
import { isCalendarDay } from '../people/calendar-day.ts';
import { inForce } from '../rules/rule-rows.ts';
import { listedRule, SURVEILLANCE_RULE } from './alerts-of.ts';
import { citedRule } from './cited-rule.ts';
import { examinationOf, type Performed } from './examinations.ts';
import { repeatsOf } from './repeats.ts';
import { surveyedOf, surveyedRow } from './surveyed-rows.ts';

const STATES = {
  alert: 'ALERT',
  pending: 'PENDING',
  quiet: 'QUIET',
  'not-judged': 'NOT_JUDGED',
} as const;
const MOST_EXAMINATIONS = 2_000;

type Found = Survey['markers'][number];

const doublingOf = (points: Found['course']['points']): number | null => {
  const decision = clinicalRuleOf('doubling-time')?.decide({
    points: points
      .filter(({ below, value }) => !below && value > 0)
      .map(({ date, value }) => ({ date, value })),
  });
  const value = decision?.value as { readonly doubling_months?: number | null } | null | undefined;
  return value?.doubling_months ?? null;
};

const NOT_IN_FORCE = {
  en: 'The clinical board has not switched the rule of this marker on: nothing is judged.',
  zh: '临床委员会尚未启用此标志物的规则：不作判断。',
};

const courseOf = (
  found: Found,
  anchor: Survey['anchor'],
  rules: ReadonlySet<string>,
  overdue: boolean,
): MarkerCourse => {
  const { marker, judgement, course, all } = found;
  const listed = found.rule === null ? null : listedRule(found.rule);
  const judged = listed === null || rules.has(listed);
  const stored = new Set(course.points.map(({ date, value }) => `${date} ${value}`));
  const decline =
    // Of a marker that cannot be judged a slow decline tells nothing either.
    found.state !== 'not-judged' && anchor?.kind === 'operation' && course.before !== null
      ? declineAfter(marker, course.before, anchor.date, all).slice(0, 12)
      : [];
  return {
    marker: marker.id,
    name: marker.name,
    unit: marker.unit,
    upperLimit: marker.upperLimit,
    halfLifeDays: [...marker.halfLife],
    clearanceDays: marker.clearanceDays,
    state: judged ? STATES[found.state] : 'NOT_JUDGED',
    rule: listed === null || !judged ? null : citedRule(listed, null, new Set(), marker.id),
    explanation: judged ? [...(judgement?.explanation ?? []), ...found.notes] : [NOT_IN_FORCE],
    repeatBy: judged ? (judgement?.repeatBy ?? null) : null,
    repeatOverdue: judged && overdue,
    restartedOn: course.restarted,
    doublingMonths: doublingOf(course.points),
    decline: decline.map(({ date, halfLife, ...rest }) => ({
      on: date,
      halfLifeDays: halfLife,
      ...rest,
    })),
    couldBe: [...marker.falseAlarms],
    source: marker.source,
    points: all.map(({ date, value, below }) => ({
      on: date,
      value,
      below,
      judged: stored.has(`${date} ${value}`) && !below,
    })),
  };
};

const readImaging = (
  imaging: readonly SurveillanceImagingInput[],
): readonly SurveillanceImagingInput[] => {
  if (imaging.length > MOST_EXAMINATIONS)
    throw badInput(`\`imaging\` has ${MOST_EXAMINATIONS} examinations at most.`);
  for (const { on, modality } of imaging)
    if (!isCalendarDay(on) || modality.length > 16)
      throw badInput('`imaging` has days of the calendar, YYYY-MM-DD, and DICOM modalities.');
  return imaging;
};

const readContacts = (contacts: readonly string[]): readonly string[] => {
  if (contacts.length > MOST_EXAMINATIONS)
    throw badInput(`\`contacts\` has ${MOST_EXAMINATIONS} days at most.`);
  if (!contacts.every(isCalendarDay))
    throw badInput('`contacts` has days of the calendar, YYYY-MM-DD.');
  return contacts;
};

/** What was done elsewhere than this subgraph knows. */
interface Elsewhere {
  readonly imaging: readonly SurveillanceImagingInput[];
  /** Days of follow-up contacts that took place. */
  readonly contacts: readonly string[];
}

/** How a patient's surveillance stands today. @throws BAD_USER_INPUT */
export const surveillanceOf = async (
  patientId: string,
  { imaging, contacts }: Elsewhere,
  context: SubgraphContext,
): Promise<Surveillance> => {
  const [read, met] = [readImaging(imaging), readContacts(contacts)];
  const [row, rules, visits, treatments] = await Promise.all([
    context.once(surveyedRow).load(patientId),
    inForce(context),
    context.once(encounterRows).load(patientId),
    context.once(treatmentRows).load(patientId),
  ]);
  if (row === null) throw new Error('A patient that may not be seen was surveyed.');
  const today = nationalDay(new Date());
  const surveyed = surveyedOf(row);
  const found = survey(surveyed, today);
  const { anchor, notApplicable, ended, schedule, markers } = found;
  const late = new Set(repeatsOf(found, rules).flatMap(({ id, by }) => (by < today ? [id] : [])));
  const performed: Performed = {
    imaging: read,
    results: surveyed.results,
    visits: [
      ...visits.flatMap(({ startedAt }) =>
        startedAt === null ? [] : [nationalDay(new Date(startedAt))],
      ),
      ...met,
    ],
    procedures: treatments.flatMap(({ kind, startedOn, code, display }) =>
      kind === 'OTHER' && startedOn !== null
        ? [{ on: startedOn, words: `${code} ${display}` }]
        : [],
    ),
  };
  const shows = rules.has(SURVEILLANCE_RULE);
  return {
    anchor: anchor && {
      kind: anchor.kind === 'operation' ? 'OPERATION' : 'RADIOTHERAPY',
      date: anchor.date,
    },
    notApplicable,
    ended: ended && {
      date: ended.on,
      because: ended.because.toUpperCase() as 'DEATH' | 'RECURRENCE' | 'PALLIATIVE',
    },
    schedule:
      schedule === null || anchor === null || !rules.has('surveillance-due')
        ? null
        : {
            title: schedule.title,
            source: SCHEDULES_SOURCE,
            mark: SCHEDULES_MARK.toUpperCase() as 'DRAFT',
            examinations: schedule.examinations.map((one) =>
              examinationOf(one, anchor.date, ended?.on ?? null, performed, today),
            ),
          },
    courses: markers.map((one) =>
      courseOf(
        shows ? one : { ...one, rule: one.rule ?? 'marker-twice-over' },
        anchor,
        rules,
        late.has(one.marker.id),
      ),
    ),
  };
};

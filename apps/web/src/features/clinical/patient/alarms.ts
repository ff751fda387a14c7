/** What should not be overlooked of a living patient: values that endanger, contacts and tests overdue. */
import type { Patient } from './data.ts';
import { flagOf, keyOf, numbersOf } from './laboratory/series.ts';

type Series = Patient['laboratory'][number];
type Contact = Patient['followupContacts'][number];

/** A grade of 2 to 4 (CTCAE), as the platform gives it, or where a tumour marker lies outside its range. */
export type Severity = 2 | 3 | 4 | 'high' | 'low';

export type Alarm =
  | { kind: 'value'; severity: Severity; series: Series; key: string; at: string; days: number }
  | { kind: 'contact'; contact: Contact; days: number }
  /** A tumour marker followed until then. */
  | { kind: 'test'; series: Series; key: string; months: number };

const day = 86_400_000;
/** A marker is missed when it was followed and nobody measured it for longer than any schedule allows. */
const missedAfter = 365 * day;

/** Months between two instants, completed. */
export const monthsSince = (at: number, now: number): number =>
  Math.floor((now - at) / (30.4375 * day));

/** Whether a marker was followed (measured twice at least) and then no more for over a year; since when. */
function missedSince(series: Series, now: number): number | null {
  if (series.category !== 'tumour-marker') return null;
  const times = numbersOf(series).map(([at]) => at);
  const last = times.at(-1);
  return times.length >= 2 && last !== undefined && now - last > missedAfter ? last : null;
}

/** Grades by severity, then contacts, then tests that are missed, then markers outside their range. */
const rank = (alarm: Alarm): number => {
  if (alarm.kind === 'contact') return 8.5;
  if (alarm.kind === 'test') return 8.6;
  return typeof alarm.severity === 'number' ? 10 - alarm.severity : 9;
};

function severityOf(series: Series, value: number): Severity | null {
  const grade = series.latestGrade?.grade;
  if (grade === 2 || grade === 3 || grade === 4) return grade;
  if (series.category !== 'tumour-marker') return null;
  const flag = flagOf(value, series);
  if (flag === 'high') return 'high';
  // A marker with a lower limit alone is one whose low values alarm (free to total PSA).
  return flag === 'low' && series.referenceHigh === null ? 'low' : null;
}

/**
 * Alarms, the worst first and of the same severity the newest: of every analyte the latest value where the platform
 * gives it grade 2 or more, of tumour markers also where it is outside its range. Of the dead there is nothing to do:
 * none.
 */
export function alarmsOf(patient: Patient, now: number): Alarm[] {
  if (patient.vitalStatus === 'DEAD') return [];
  const values = patient.laboratory.flatMap((series): Alarm[] => {
    const point = series.points.findLast((p) => p.value !== null && p.notFinal === null);
    const severity = point?.value == null ? null : severityOf(series, point.value);
    if (!point || severity === null) return [];
    const days = Math.max(0, Math.floor((now - Date.parse(point.at)) / day));
    return [{ kind: 'value', severity, series, key: keyOf(series), at: point.at, days }];
  });
  const contacts = patient.followupContacts.flatMap((contact): Alarm[] =>
    contact.daysLate !== null && contact.daysLate > 0
      ? [{ kind: 'contact', contact, days: contact.daysLate }]
      : [],
  );
  const tests = patient.laboratory.flatMap((series): Alarm[] => {
    const since = missedSince(series, now);
    return since === null
      ? []
      : [{ kind: 'test', series, key: keyOf(series), months: monthsSince(since, now) }];
  });
  const newness = (a: Alarm) => (a.kind === 'value' ? a.days : -1);
  return [...values, ...contacts, ...tests].toSorted(
    (a, b) => rank(a) - rank(b) || newness(a) - newness(b),
  );
}

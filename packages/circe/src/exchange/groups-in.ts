import type { CohortDefinition, Occurs, Time, TimeEvent, TimeTree } from '@nodp/cohorts';
import {
  type Correlated,
  type Demographic,
  type Group,
  isEmpty,
  readCriterion,
} from '../schema/criteria.ts';
import type { CohortExpression } from '../schema/expression.ts';
import type { Endpoint, Occurrence } from '../schema/window.ts';
import { eventsIn, nameUnread, personIn } from './criteria-in.ts';
import { DAYS_BEFORE } from './groups.ts';
import type { Take } from './note.ts';

type Sets = CohortExpression['ConceptSets'];

const dayOf = (endpoint: Endpoint | undefined): number | undefined =>
  endpoint?.Days === undefined
    ? undefined
    : endpoint.Days === 0
      ? 0
      : endpoint.Days * endpoint.Coeff;

const timesIn = ({ Type, Count }: Occurrence): Occurs['times'] =>
  Type === 0 ? { from: Count, to: Count } : Type === 1 ? { from: 0, to: Count } : { from: Count };

export const anyOf = <T extends object>(of: T[]): T | { any: T[] } | null =>
  of.length === 0 ? null : of.length === 1 ? (of[0] as T) : { any: of };

export const criterionOfEvent = (event: TimeEvent): CohortDefinition | null =>
  'mark' in event ? null : (event as unknown as CohortDefinition);

const nameWindow = (
  { EndWindow, RestrictVisit, IgnoreObservationPeriod, Occurrence }: Correlated,
  at: string,
  take: Take,
): void => {
  if (EndWindow !== undefined)
    take(
      'LEFT_OUT',
      `${at}.EndWindow`,
      'Ours has one window, of the start or the end.',
      '本平台只有一个时间窗。',
    );
  if (RestrictVisit)
    take('LEFT_OUT', `${at}.RestrictVisit`, 'Ours knows no visits.', '本平台的定义不涉及就诊。');
  if (IgnoreObservationPeriod)
    take(
      'APPROXIMATE',
      `${at}.IgnoreObservationPeriod`,
      'Ours never asks that events lie within an observation period.',
      '本平台从不要求事件在观察期内。',
    );
  if (Occurrence.IsDistinct)
    take(
      'LEFT_OUT',
      `${at}.Occurrence.IsDistinct`,
      'Ours counts days of events, not distinct values.',
      '本平台按事件日计数，不按不同值计数。',
    );
};

/** What a criterion around an event asks besides the event itself. */
const nameInner = ({ Criteria }: Correlated, at: string, take: Take): void => {
  const { name, value } = readCriterion(Criteria);
  if (value.First)
    take(
      'LEFT_OUT',
      `${at}.Criteria.${name}.First`,
      'Ours asks for any such event within the days, not for the first ever.',
      '本平台询问时间窗内的任一事件，而不是历史上第一次。',
    );
  if (value.CorrelatedCriteria !== undefined && !isEmpty(value.CorrelatedCriteria))
    take(
      'LEFT_OUT',
      `${at}.Criteria.${name}.CorrelatedCriteria`,
      'Ours asks nothing around an event that lies around another.',
      '本平台不再询问相关事件周围的事件。',
    );
};

/** Events around an index event, as a tree of time; null where none can be said. */
const occursIn = (correlated: Correlated, sets: Sets, at: string, take: Take): TimeTree | null => {
  const { events } = eventsIn(correlated.Criteria, sets, `${at}.Criteria`, take);
  const { StartWindow, Occurrence } = correlated;
  nameWindow(correlated, at, take);
  nameInner(correlated, at, take);
  const [from, to] = [dayOf(StartWindow.Start), dayOf(StartWindow.End)];
  return anyOf(
    events.map(
      (event): TimeTree => ({
        occurs: {
          event,
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
          times: timesIn(Occurrence) ?? {},
          ...(StartWindow.UseEventEnd ? { measure: 'END' as const } : {}),
          ...(StartWindow.UseIndexEnd ? { since: 'END' as const } : {}),
        },
      }),
    ),
  );
};

/** What a group asks around an event. */
const meetsIn = (group: Group, sets: Sets, at: string, take: Take): TimeTree | null => {
  group.DemographicCriteriaList.forEach((_, i) => {
    take(
      'LEFT_OUT',
      `${at}.DemographicCriteriaList.${i}`,
      'Ours asks of the person at the diagnosis alone.',
      '本平台只在诊断时询问本人情况。',
    );
  });
  const parts = [
    ...group.CriteriaList.map((each, i) => occursIn(each, sets, `${at}.CriteriaList.${i}`, take)),
    ...group.Groups.map((each, i) => meetsIn(each, sets, `${at}.Groups.${i}`, take)),
  ].filter((each) => each !== null);
  return put(group, parts);
};

/** Parts put together as the group says; null where none is left. */
const put = <T extends object>(
  { Type, Count = 0 }: Group,
  parts: T[],
):
  | T
  | { all: T[] }
  | { any: T[] }
  | { atLeast: { least: number; of: T[] } }
  | { atMost: { most: number; of: T[] } }
  | null => {
  if (parts.length === 0) return null;
  if (Type === 'AT_LEAST') return { atLeast: { least: Count, of: parts } };
  if (Type === 'AT_MOST') return { atMost: { most: Count, of: parts } };
  if (parts.length === 1) return parts[0] as T;
  return Type === 'ALL' ? { all: parts } : { any: parts };
};

/** From shortly before the diagnosis on, at least once: what a plain criterion of ours asks. */
const isPlain = ({ StartWindow, EndWindow, Occurrence }: Correlated): boolean => {
  const [from, to] = [dayOf(StartWindow.Start), dayOf(StartWindow.End)];
  return (
    Occurrence.Type === 2 &&
    Occurrence.Count === 1 &&
    EndWindow === undefined &&
    !StartWindow.UseIndexEnd &&
    !StartWindow.UseEventEnd &&
    to === undefined &&
    (from === undefined || from === -DAYS_BEFORE)
  );
};

const correlatedIn = (
  correlated: Correlated,
  sets: Sets,
  at: string,
  take: Take,
): CohortDefinition | null => {
  const { value } = readCriterion(correlated.Criteria);
  const around = value.CorrelatedCriteria;
  const { events, sites, any } = eventsIn(correlated.Criteria, sets, `${at}.Criteria`, () => {});
  if (sites.length > 0 || any) {
    eventsIn(correlated.Criteria, sets, `${at}.Criteria`, take);
    const [from, to] = [dayOf(correlated.StartWindow.Start), dayOf(correlated.StartWindow.End)];
    if (from !== 0 || to !== 0)
      take(
        'LEFT_OUT',
        `${at}.StartWindow`,
        'A diagnosis is of the case itself: its window is not taken over.',
        '诊断属于病例本身，其时间窗未导入。',
      );
    nameUnread(value, new Set(['CodesetId']), `${at}.Criteria`, take);
    if (any) return null;
    const diagnosis: CohortDefinition = { site: sites };
    return correlated.Occurrence.Type === 0 && correlated.Occurrence.Count === 0
      ? { not: diagnosis }
      : diagnosis;
  }
  const meets =
    around === undefined || isEmpty(around)
      ? null
      : meetsIn(around, sets, `${at}.Criteria.CorrelatedCriteria`, take);
  if (meets !== null) {
    eventsIn(correlated.Criteria, sets, `${at}.Criteria`, take);
    nameWindow(correlated, at, take);
    if (!value.First)
      take(
        'APPROXIMATE',
        `${at}.Criteria`,
        'Ours looks around the first such event, circe around each.',
        '本平台以第一次事件为索引，circe 以每一次。',
      );
    return anyOf(
      events.map((event): CohortDefinition => ({ time: { index: { event }, meets } as Time })),
    );
  }
  if (isPlain(correlated)) {
    const nodes = events.map(criterionOfEvent);
    if (nodes.length > 0 && !nodes.includes(null)) {
      eventsIn(correlated.Criteria, sets, `${at}.Criteria`, take);
      nameWindow(correlated, at, take);
      nameInner(correlated, at, take);
      return anyOf(nodes.filter((each) => each !== null));
    }
  }
  const tree = occursIn(correlated, sets, at, take);
  return tree === null
    ? null
    : { time: { index: { event: { mark: 'DIAGNOSIS' } }, meets: tree } as Time };
};

const demographicIn = (
  demographic: Demographic,
  at: string,
  take: Take,
): CohortDefinition | null => {
  const { nodes, read } = personIn(demographic, at, take);
  nameUnread(demographic, read, at, take);
  return nodes.length === 0
    ? null
    : nodes.length === 1
      ? (nodes[0] as CohortDefinition)
      : { all: nodes };
};

/** A group asked of a diagnosis, as a definition over cases; null where nothing of it can be said. */
export const groupIn = (
  group: Group,
  sets: Sets,
  at: string,
  take: Take,
): CohortDefinition | null =>
  put(
    group,
    [
      ...group.CriteriaList.map((each, i) =>
        correlatedIn(each, sets, `${at}.CriteriaList.${i}`, take),
      ),
      ...group.DemographicCriteriaList.map((each, i) =>
        demographicIn(each, `${at}.DemographicCriteriaList.${i}`, take),
      ),
      ...group.Groups.map((each, i) => groupIn(each, sets, `${at}.Groups.${i}`, take)),
    ].filter((each) => each !== null),
  );

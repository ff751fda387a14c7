/** A person's course from what a workspace answered. */
import type { Answer } from '../queries.ts';

export const LANES = [
  'case',
  'treatment',
  'biomarker',
  'variant',
  'laboratory',
  'outcome',
  'end',
] as const;
export type Lane = (typeof LANES)[number];

export interface CourseEvent {
  readonly lane: Lane;
  /** As the statement names it. */
  readonly source: string;
  /** Days from the first diagnosis; null where no day is told. */
  readonly day: number | null;
  /** The last day of what lasts. */
  readonly until: number | null;
  /** The four words of the statement, as the release has them. */
  readonly words: readonly (string | null)[];
}

const laneOf = (source: string): Lane =>
  LANES.find((lane) => lane === source) ?? (source === 'recurrence' ? 'outcome' : 'case');

const numberOf = (text: string | null | undefined): number | null =>
  text === null || text === undefined ? null : Number(text);

/** The first case is where days are counted from; by day, what has none first. */
export const eventsOf = ({ rows }: Pick<Answer, 'rows'>): CourseEvent[] =>
  rows
    .map(([source, day, until, ...words]): CourseEvent => {
      const isFirst = source === 'case' && (words[3] ?? null) === '1';
      return {
        ...{ source: source ?? '', lane: laneOf(source ?? ''), words },
        day: isFirst ? 0 : numberOf(day),
        until: numberOf(until),
      };
    })
    .filter(({ source, day }) => day !== null || source === 'case' || source === 'variant')
    .toSorted(
      (a, b) =>
        LANES.indexOf(a.lane) - LANES.indexOf(b.lane) ||
        (a.day ?? Number.NEGATIVE_INFINITY) - (b.day ?? Number.NEGATIVE_INFINITY),
    );

/** The days that a drawing goes over: the diagnosis is always among them. */
export const spanOf = (events: readonly CourseEvent[]): readonly [number, number] => {
  const days = events.flatMap(({ day, until }) => [day, until]).filter((day) => day !== null);
  const [from, to] = [Math.min(0, ...days), Math.max(0, ...days)];
  return to - from < 30 ? [from, from + 30] : [from, to];
};

import type fc from 'fast-check';
import { EVENT_TABLES, type EventTable } from '../criterion/event.ts';
import type { TextColumn } from '../criterion/where.ts';

export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

/** What tests hold a criterion to. */
export interface CriterionTesting<CriterionValue> {
  /** Values that people could ask for, many of which some random rows meet and some do not. */
  readonly arbitrary: fc.Arbitrary<CriterionValue>;
  /** Whether a case meets it, read the plainest way: what every other way of counting is held to. */
  readonly holds: (value: CriterionValue, row: Row, events: Events) => boolean;
  /** Whether a case is known not to meet it; where left out, each that does not. */
  readonly denies?: (value: CriterionValue, row: Row, events: Events) => boolean;
  /** What random cases have in the columns that it asks. */
  readonly columns?: Readonly<Partial<Record<TextColumn, readonly string[]>>>;
}

/** The events of the person of a case that may be of the case, and the person's results. */
export type Events = Readonly<Record<EventTable | 'results', readonly Row[]>>;

/** Tables of what happened to a person. */
export const EVENTS = [...(Object.keys(EVENT_TABLES) as EventTable[]), 'results'] as const;

export const NO_EVENTS = Object.fromEntries(
  EVENTS.map((table) => [table, []]),
) as unknown as Events;

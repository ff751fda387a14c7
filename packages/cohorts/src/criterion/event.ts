/** The person has a row of the table whose columns all have one of their listed values. */
export interface Event {
  readonly kind: 'event';
  readonly table: EventTable;
  readonly among: readonly (readonly [column: string, values: readonly (string | number)[]])[];
}

/**
 * Tables of a person's events, with the columns that criteria ask. A day is counted from the person's first diagnosis; an event
 * without a length ends on the day it begins. `ofCases` says whether a row tells of which of the person's cases it may be.
 */
export const EVENT_TABLES = {
  treatments: {
    day: 'start_days',
    lasts: 'duration_days',
    ofCases: true,
    text: ['kind', 'drug', 'regimen'],
    whole: ['line'],
  },
  biomarkers: {
    day: 'tested_days',
    lasts: null,
    ofCases: true,
    text: ['biomarker', 'finding'],
    whole: [],
  },
  outcomes: { day: 'assessed_days', lasts: null, ofCases: false, text: ['trend'], whole: [] },
} as const;
export type EventTable = keyof typeof EVENT_TABLES;

/** As what its values are kept in memory. */
export interface EventTableOf {
  readonly day: string;
  readonly lasts: string | null;
  readonly ofCases: boolean;
  readonly text: readonly string[];
  readonly whole: readonly string[];
}

export const eventTable = (table: EventTable): EventTableOf => EVENT_TABLES[table];

type ColumnOf<Table extends EventTable> =
  | (typeof EVENT_TABLES)[Table]['text'][number]
  | (typeof EVENT_TABLES)[Table]['whole'][number];

/** Columns without values are not asked. */
export const event = <Table extends EventTable>(
  table: Table,
  asked: Readonly<Partial<Record<ColumnOf<Table>, readonly (string | number)[] | undefined>>>,
): Event => ({
  kind: 'event',
  table,
  among: Object.entries<readonly (string | number)[] | undefined>(asked).flatMap(
    ([column, values]) =>
      values === undefined || values.length === 0 ? [] : [[column, values] as const],
  ),
});

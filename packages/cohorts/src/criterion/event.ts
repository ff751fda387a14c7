/** Inclusive bounds of whole numbers; a missing one is open. */
export interface Range {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** The person has a row of the table whose columns all have one of their listed values, and lie within their bounds. */
export interface Event {
  readonly kind: 'event';
  readonly table: EventTable;
  readonly among: readonly (readonly [column: string, values: readonly (string | number)[]])[];
  /** Columns of whole numbers with inclusive bounds; one that is null is open. Left out where none is bounded. */
  readonly within?: readonly (readonly [column: string, from: number | null, to: number | null])[];
  /** A value that is not known counts as one of those asked: whether the row may be what is asked. */
  readonly mayBe?: true;
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
    text: ['kind', 'drug', 'regimen', 'intent'],
    whole: ['line', 'dose', 'fractions', 'duration_days'],
  },
  biomarkers: {
    day: 'tested_days',
    lasts: null,
    ofCases: true,
    text: ['biomarker', 'finding'],
    whole: [],
  },
  variants: {
    day: 'tested_days',
    lasts: null,
    ofCases: true,
    text: ['gene', 'result', 'kind', 'protein', 'origin'],
    whole: ['codon', 'last_codon', 'fraction'],
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

type Asked<Table extends EventTable> = Readonly<
  Partial<Record<ColumnOf<Table>, readonly (string | number)[] | undefined>>
>;

/** Columns without values, and bounds without either end, are not asked. */
export const event = <Table extends EventTable>(
  table: Table,
  asked: Asked<Table>,
  bounds?: Readonly<
    Partial<Record<(typeof EVENT_TABLES)[Table]['whole'][number], Range | undefined>>
  >,
): Event => {
  const within = Object.entries<Range | undefined>(bounds ?? {}).flatMap(([column, range]) =>
    range === undefined || (range.from === undefined && range.to === undefined)
      ? []
      : [[column, range.from ?? null, range.to ?? null] as const],
  );
  return {
    kind: 'event',
    table,
    among: Object.entries<readonly (string | number)[] | undefined>(asked).flatMap(
      ([column, values]) =>
        values === undefined || values.length === 0 ? [] : [[column, values] as const],
    ),
    ...(within.length === 0 ? {} : { within }),
  };
};

/** The same, whatever of it is not known taken to be as asked. */
export const mayBe = (of: Event): Event => ({ ...of, mayBe: true });

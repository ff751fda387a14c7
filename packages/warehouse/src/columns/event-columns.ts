import { type Coded, type Event, type EventTable, eventTable } from '@nodp/cohorts/engine';
import type { Engine } from '../engines/engine.ts';
import { type CaseColumns, endOfPerson } from './case-columns.ts';

/** The day of an event that is not known: after every other. */
export const UNDATED = 0x7fffffff;
/** An event that may be of any of the person's cases. */
const ANY = 32_767;

/** A table of events in memory: those of each case together, by day. An event that may be of several cases stands under each. */
export interface EventColumns {
  /** Where the events of each case begin; one more than there are cases. */
  readonly from: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly coded: Readonly<Record<string, Coded<string | number>>>;
}

const distinct = async (engine: Engine, table: EventTable, column: string): Promise<string[]> => {
  const [values = []] = await engine.columns({
    text: `select distinct ${column} from ${engine.dialect.table(table)} where ${column} is not null order by 1`,
    parameters: [],
  });
  return values as string[];
};

/** Places of each row's events: how many a case has, added up. */
const placesOf = (spans: readonly (readonly [row: number, end: number])[], rows: number) => {
  const from = new Int32Array(rows + 1);
  for (const [first, end] of spans)
    for (let row = first; row < end; row++) from[row + 1] = (from[row + 1] as number) + 1;
  for (let row = 0; row < rows; row++)
    from[row + 1] = (from[row + 1] as number) + (from[row] as number);
  return from;
};

const packed = (codes: Int32Array, most: number): Uint8Array | Uint16Array =>
  most < 256 ? Uint8Array.from(codes) : Uint16Array.from(codes);

const codedNumbers = (column: Int32Array): Coded<number> => {
  const values = [...new Set(column)].filter((value) => value >= 0).sort((a, b) => a - b);
  const places = new Map(values.map((value, i) => [value, i + 1]));
  return {
    values,
    codes: packed(
      column.map((value) => places.get(value) ?? 0),
      values.length,
    ),
  };
};

/** Reads a table of events once: a second or two for three million of them. */
export const readEventColumns = async (
  table: EventTable,
  columns: CaseColumns,
  engine: Engine,
): Promise<EventColumns> => {
  const { day, lasts, ofCases, text, whole } = eventTable(table);
  const values: string[][] = [];
  for (const column of text) values.push(await distinct(engine, table, column));
  const parameters = values.flat();
  let bound = 0;
  const expressions = [
    'e.person_key',
    ofCases ? 'coalesce(e.first_case, 1)' : '1',
    ofCases ? `coalesce(e.last_case, ${ANY})` : `${ANY}`,
    `coalesce(e.${day}, ${UNDATED})`,
    lasts === null ? '0' : `coalesce(e.${lasts}, 0)`,
    ...text.map((column, i) => {
      const list = (values[i] as string[]).map(() => `$${++bound}::varchar`);
      return list.length === 0
        ? '0'
        : `coalesce(array_position(array[${list.join(', ')}], e.${column}), 0)`;
    }),
    ...whole.map((column) => `coalesce(e.${column}, -1)`),
  ];
  const read = await engine.integers({
    text: `select ${expressions.map((e, i) => `cast(${e} as integer) as x${i}`).join(', ')}
      from ${engine.dialect.table(table)} e order by 1, 4`,
    parameters,
  });
  const [keys = new Int32Array(), first, last, starts, lengths, ...more] = read;
  const column = (of: Int32Array | undefined, i: number): number => of?.[i] as number;
  const spans = Array.from(keys, (key, i): readonly [number, number] => {
    const row = columns.firstRow[key] ?? -1;
    if (row < 0) return [0, 0];
    return row < columns.singles
      ? [row + column(first, i) - 1, Math.min(row + 1, row + column(last, i))]
      : [row + column(first, i) - 1, Math.min(endOfPerson(columns, row), row + column(last, i))];
  });
  const from = placesOf(spans, columns.rows);
  const entries = from[columns.rows] as number;
  const next = from.slice();
  /** Which event stands at each place. */
  const source = new Int32Array(entries);
  spans.forEach(([row, end], i) => {
    for (let at = row; at < end; at++) {
      source[next[at] as number] = i;
      next[at] = (next[at] as number) + 1;
    }
  });
  const start = source.map((i) => column(starts, i));
  const coded = Object.fromEntries([
    ...text.map((name, c): [string, Coded<string>] => {
      const own = values[c] as string[];
      return [
        name,
        {
          values: own,
          codes: packed(
            source.map((i) => column(more[c], i)),
            own.length,
          ),
        },
      ];
    }),
    ...whole.map((name, c): [string, Coded<number>] => [
      name,
      codedNumbers(source.map((i) => column(more[text.length + c], i))),
    ]),
  ]);
  return {
    from,
    start,
    end: source.map((i, at) => {
      const began = start[at] as number;
      return began === UNDATED ? UNDATED : began + Math.max(0, column(lengths, i));
    }),
    coded,
  };
};

/** Which events meet a condition: 1 at their places. */
export const eventsWhere = (
  { start, coded }: EventColumns,
  { among, within = [], mayBe }: Event,
): Uint8Array => {
  const met = new Uint8Array(start.length).fill(1);
  const narrow = (name: string, isAsked: (value: string | number) => boolean) => {
    const column = coded[name];
    if (column === undefined) throw new RangeError(`no column ${name} of events in memory`);
    const passes = Uint8Array.of(
      mayBe ? 1 : 0,
      ...column.values.map((value) => (isAsked(value) ? 1 : 0)),
    );
    const { codes } = column;
    for (let i = 0; i < met.length; i++)
      met[i] = (met[i] as number) & (passes[codes[i] as number] as number);
  };
  for (const [name, wanted] of among) narrow(name, (value) => wanted.includes(value));
  for (const [name, from, to] of within)
    narrow(
      name,
      (value) => Number(value) >= (from ?? -Infinity) && Number(value) <= (to ?? Infinity),
    );
  return met;
};

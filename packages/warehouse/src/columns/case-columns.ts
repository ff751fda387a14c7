import { randomBytes } from 'node:crypto';
import {
  add,
  type Bits,
  type Coded,
  type CriteriaColumns,
  FLAG_COLUMNS,
  none,
  rowsIn,
  TEXT_COLUMNS,
  WHOLE_COLUMNS,
} from '@nodp/cohorts/engine';
import type { Engine } from '../engines/engine.ts';
import { hasColumn, keysOfRows } from './person-keys.ts';

/** What criteria ask, and what tables ask besides. */
/** Columns that releases of before do not have. */
const LATER = ['institution', 'detection', 'registration'] as const;
const TEXT = [...TEXT_COLUMNS, ...LATER, 'untimed'] as const;
const COSTS = ['direct_cost', 'out_of_pocket_cost'] as const;
const LATER_WHOLE = [...COSTS, 'registered_days'] as const;
const WHOLE = [...WHOLE_COLUMNS, ...LATER_WHOLE, 'age_group', 'diagnosis_month'] as const;
const FLAGS = [...FLAG_COLUMNS, 'died', 'death_placed'] as const;
type TextColumn = (typeof TEXT)[number];
type WholeColumn = (typeof WHOLE)[number];
type Flag = (typeof FLAGS)[number];

/**
 * The cases of a release in memory: some 30 bytes a case. Persons with one case come first, by site and year,
 * so that most of a set of cases is counted as persons by counting its bits; then the cases of each of the
 * others, together and by date of diagnosis. What cohorts and tables ask of cases is answered from here
 * without the engine.
 */
export interface CaseColumns extends CriteriaColumns, Readonly<Record<TextColumn, Coded<string>>> {
  /** Rows before it are of persons with one case, the others of persons with several. */
  readonly singles: number;
  /** Key of the person whose case it is. */
  readonly person: Int32Array;
  /** The disclosure key of the person whose case it is: persons' keys add up to the key of a set. */
  readonly keys: Int32Array;
  /** Row of the first case of the person with that key; -1 where there is none. */
  readonly firstRow: Int32Array;
  readonly numbers: Readonly<Record<WholeColumn, Coded<number>>>;
  readonly flags: Readonly<Record<Flag, Bits>>;
  /** Days from diagnosis to death or last contact; -1 where not known. */
  readonly survivalDays: Int32Array;
  /** Days from the person's first diagnosis to the case's; -1 where not known. */
  readonly originDays: Int32Array;
  /** Whether a neoplasm was the cause of death: 1 or 0; -1 of who lives, and where no cause is known. */
  readonly cancerDeath: Int8Array;
}

const packed = (codes: Int32Array, values: number): Uint8Array | Uint16Array => {
  if (values > 65_535) throw new RangeError(`${values} values are too many for one column.`);
  return values < 256 ? Uint8Array.from(codes) : Uint16Array.from(codes);
};

const codedNumbers = (column: Int32Array): Coded<number> => {
  const values = [...new Set(column)].filter((value) => value >= 0).sort((a, b) => a - b);
  const places = new Map(values.map((value, i) => [value, i + 1]));
  const codes = column.map((value) => places.get(value) ?? 0);
  return { values, codes: packed(codes, values.length) };
};

const flag = (column: Int32Array): Bits => {
  const bits = none(column.length);
  for (let row = 0; row < column.length; row++) if (column[row] === 1) add(bits, row);
  return bits;
};

/** Where each person's rows begin, by key; keys are ranks, so that the table is hardly longer than they are many. */
const firstRows = (person: Int32Array): Int32Array => {
  const first = new Int32Array(person.reduce((most, key) => Math.max(most, key), -1) + 1).fill(-1);
  for (let row = person.length - 1; row >= 0; row--) first[person[row] as number] = row;
  return first;
};

/** The row after the last one of the person to whom a row belongs. */
export const endOfPerson = ({ person }: Pick<CaseColumns, 'person'>, row: number): number => {
  let end = row + 1;
  while (end < person.length && person[end] === person[row]) end++;
  return end;
};

const distinct = async (engine: Engine, column: TextColumn): Promise<string[]> => {
  const [values = []] = await engine.columns({
    text: `select distinct ${column} from ${engine.dialect.table('cases')} where ${column} is not null order by 1`,
    parameters: [],
  });
  return values as string[];
};

/**
 * Most cohorts are of a site and of some years: where those stand together, most of what is not asked for is
 * passed over many rows at a time.
 */
const ORDER = `c.only_case desc, case when c.only_case then c.site_group end,
  case when c.only_case then c.diagnosis_year end, c.person_key, c.case_number`;

/**
 * Reads the columns once, as integers; a few seconds and 100 bytes a case at most while it reads.
 * @param secret of 32 bytes, from which persons get keys where the release has none; another for every reading where left out
 */
export const readCaseColumns = async (
  engine: Engine,
  secret: Uint8Array = randomBytes(32),
): Promise<CaseColumns> => {
  const keyed = await hasColumn(engine, 'record_key');
  const absent = new Set<string>();
  for (const column of [...LATER, ...LATER_WHOLE])
    if (!(await hasColumn(engine, column))) absent.add(column);
  const values = {} as Record<TextColumn, string[]>;
  for (const column of TEXT)
    values[column] = absent.has(column) ? [] : await distinct(engine, column);
  const parameters = TEXT.flatMap((column) => values[column]);
  let bound = 0;
  // Values are the release's own: numbered in the statement rather than one by one afterwards.
  const coded = TEXT.map((column) => {
    const list = values[column].map(() => `$${++bound}::varchar`);
    return list.length === 0
      ? '0'
      : `coalesce(array_position(array[${list.join(', ')}], c.${column}), 0)`;
  });
  const expressions = [
    'c.person_key',
    ...coded,
    ...WHOLE.map((column) => (absent.has(column) ? '-1' : `coalesce(c.${column}, -1)`)),
    ...FLAGS.map((column) => `case when c.${column} then 1 else 0 end`),
    'coalesce(c.survival_days, -1)',
    'coalesce(c.origin_days, -1)',
    'case when c.cancer_death then 1 when c.cancer_death is null then -1 else 0 end',
    keyed ? 'coalesce(c.record_key, 0)' : '0',
  ];
  const columns = await engine.integers({
    text: `select ${expressions.map((e, i) => `cast(${e} as integer) as x${i}`).join(', ')}
      from ${engine.dialect.table('cases')} c order by ${ORDER}`,
    parameters,
  });
  let taken = 0;
  const next = () => columns[taken++] ?? new Int32Array();
  const person = next();
  const text = Object.fromEntries(
    TEXT.map((column): [string, Coded<string>] => {
      const codes = packed(next(), values[column].length);
      return [column, { values: values[column], codes }];
    }),
  ) as Record<TextColumn, Coded<string>>;
  const numbers = Object.fromEntries(WHOLE.map((c) => [c, codedNumbers(next())])) as Record<
    WholeColumn,
    Coded<number>
  >;
  const flags = Object.fromEntries(FLAGS.map((c) => [c, flag(next())])) as Record<Flag, Bits>;
  const singles = rowsIn(flags.only_case).length;
  const survivalDays = next();
  const originDays = next();
  const cancerDeath = Int8Array.from(next());
  return {
    ...text,
    rows: person.length,
    singles,
    person,
    keys: keysOfRows(next(), person, secret),
    firstRow: firstRows(person),
    numbers,
    flags,
    survivalDays,
    originDays,
    cancerDeath,
  };
};

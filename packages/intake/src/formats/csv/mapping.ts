import type { Kind } from '@nodp/record';
import { type CsvColumn, dayIn } from '@nodp/record/csv';
import * as v from 'valibot';
import type { KindProfile, Output } from './kinds.ts';
import { say } from './words/say.ts';
import type { TextIssue } from './words/text-issue.ts';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255));

/** Rows of which a column of the file says one of these; without any, where it says something. */
const condition = v.strictObject({
  column: name,
  is: v.pipe(v.array(text(255)), v.maxLength(500)),
});

/** What a column of the profile is read from. */
const columnRule = v.strictObject({
  /** Columns of the file, whose cells are put together in this order. */
  from: v.optional(v.pipe(v.array(name), v.maxLength(10))),
  /** What stands between them: a blank where it is not said. */
  join: v.optional(text(10)),
  /** Of a cell with an amount and its unit (`66.89 kg`) the one or the other; of any other cell its words. */
  take: v.optional(v.picklist(['amount', 'unit', 'words'])),
  /** The order in which the file writes days, or as registries do: `20100399` where the day is not known. */
  dates: v.optional(v.picklist(['dmy', 'mdy', 'registry'])),
  /** What its values are called here; nothing (`''`) where one is to be left out. */
  values: v.optional(v.record(text(500), text(500))),
  /** Put before what does not begin with it. */
  prefix: v.optional(text(20)),
  /** What stands where the file says nothing. */
  constant: v.optional(text(500)),
  /** Only of these rows; of others the file says nothing. */
  when: v.optional(condition),
});

/** Records of one kind, one of a row at most. */
const mappedKind = v.strictObject({
  /** A kind of record, or `retained`: rows that are retained as sent and not read. */
  kind: name,
  columns: v.record(name, columnRule),
  /** All of these have to hold. */
  where: v.optional(v.pipe(v.array(condition), v.maxLength(10))),
  /** Columns that records of the kind have to have, and this file has not. */
  without: v.optional(v.array(name)),
  /** Rows say it again (a patient, with each tumour): it is read where it is said first. */
  repeats: v.optional(v.boolean()),
});

/** How the rows of a file with a header of its own are read. */
export const csvMapping = v.strictObject({
  name,
  /** The header that it is for. */
  header: v.pipe(v.array(text(255)), v.minLength(1), v.maxLength(1_000)),
  kinds: v.pipe(v.array(mappedKind), v.minLength(1), v.maxLength(12)),
});

export type ColumnRule = v.InferOutput<typeof columnRule>;
export type CsvMapping = v.InferOutput<typeof csvMapping>;
type Condition = v.InferOutput<typeof condition>;
type MappedKind = v.InferOutput<typeof mappedKind>;

/** A header or a value by which files write it alike. */
export const plain = (said: string): string =>
  said
    .replace(/^\uFEFF/, '')
    .normalize('NFKC')
    .trim()
    .toLowerCase();

/** Whether a file has the header that a mapping is for, in whatever order. */
export const isHeaderOf = ({ header }: Pick<CsvMapping, 'header'>, cells: readonly string[]) => {
  const sorted = (all: readonly string[]) =>
    JSON.stringify(
      all
        .map(plain)
        .filter((cell) => cell !== '')
        .sort(),
    );
  return sorted(header) === sorted(cells);
};

const AMOUNT = /^([<>]=?\s*)?[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?/i;

/** `66.89 [in_i]` in its parts; a number alone is a code as likely as an amount, so that it stays words. */
const parted = (cell: string, take: NonNullable<ColumnRule['take']>): string => {
  const amount = AMOUNT.exec(cell)?.[0] ?? '';
  const unit = cell.slice(amount.length).trim();
  const isAmount =
    amount !== '' && unit !== '' && /^\s|^[%\p{L}[]/u.test(cell.slice(amount.length));
  if (take === 'words') return isAmount ? '' : cell;
  return isAmount ? (take === 'amount' ? amount.trim() : unit) : '';
};

const pad = (part: string): string => part.padStart(2, '0');

/** A day as the file writes it, as FHIR does; the cell itself where it is none, so that it is told. */
const dated = (cell: string, dates: NonNullable<ColumnRule['dates']>): string => {
  if (dates === 'registry') {
    const [, year, month, day] = /^(\d{4})(\d{2})?(\d{2})?$/.exec(cell.replace(/[-/ ]/g, '')) ?? [];
    if (year === undefined) return cell;
    if (year === '9999' || year === '0000') return '';
    const known = (part: string | undefined, most: number) =>
      part !== undefined && Number(part) >= 1 && Number(part) <= most;
    if (!known(month, 12)) return ['00', '99', undefined].includes(month) ? year : cell;
    if (!known(day, 31)) return ['00', '99', undefined].includes(day) ? `${year}-${month}` : cell;
    return `${year}-${month}-${day}`;
  }
  const [all, first = '', second = '', year] =
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(cell) ?? [];
  if (all === undefined) return cell;
  const [day, month] = dates === 'dmy' ? [first, second] : [second, first];
  const read = `${year}-${pad(month)}-${pad(day)}`;
  return dayIn(read) === null ? cell : read;
};

type Cells = readonly string[];
type Find = (column: string) => number;

const holds = ({ column, is }: Condition, find: Find) => {
  const at = find(column);
  const wanted = new Set(is.map(plain));
  return (cells: Cells): boolean => {
    const said = plain(cells[at] ?? '');
    return wanted.size === 0 ? said !== '' : wanted.has(said);
  };
};

const reading = (rule: ColumnRule, find: Find): ((cells: Cells) => string) => {
  const at = (rule.from ?? []).map(find);
  const values = new Map(Object.entries(rule.values ?? {}).map(([of, is]) => [plain(of), is]));
  const when = rule.when === undefined ? null : holds(rule.when, find);
  const { take, dates, prefix, constant = '', join = ' ' } = rule;
  return (cells) => {
    if (when !== null && !when(cells)) return '';
    let said = at
      .map((i) => (cells[i] ?? '').trim())
      .filter((cell) => cell !== '')
      .join(join);
    const value = values.get(plain(said));
    if (value !== undefined) said = value;
    else if (said !== '') {
      if (take !== undefined) said = parted(said, take);
      if (dates !== undefined) said = dated(said, dates);
      if (prefix !== undefined && said !== '' && !plain(said).startsWith(plain(prefix)))
        said = `${prefix}${said}`;
    }
    return said === '' ? constant : said;
  };
};

/** The columns of the file that a kind is read from. */
const columnsRead = ({ columns, where = [] }: MappedKind): string[] => [
  ...Object.values(columns).flatMap(({ from = [], when }) => [
    ...from,
    ...(when === undefined ? [] : [when.column]),
  ]),
  ...where.map(({ column }) => column),
];

/** What a kind of a mapping is made of by the file's header; what is wrong with it. */
const outputOf = (
  mapped: MappedKind,
  profiles: readonly KindProfile[],
  find: Find,
): Output | { readonly issue: TextIssue } => {
  const { kind, where = [], without = [], repeats = false } = mapped;
  const absent = columnsRead(mapped).filter((column) => find(column) === -1);
  if (absent.length > 0) return { issue: say.mappedColumns(absent) };
  const known = profiles.find((profile) => profile.kind === kind);
  if (known === undefined && kind !== 'retained')
    return { issue: say.unknownKind(kind, profiles.map((one) => one.kind).join(', ')) };
  // Of what is retained only the patient is known.
  const all = known?.columns ?? [];
  const strange = Object.keys(mapped.columns).filter((c) => !all.some((of) => of.name === c));
  if (known !== undefined && strange.length > 0) return { issue: say.noSuchColumns(kind, strange) };
  const missing = all.filter(
    (c) => c.required === true && !without.includes(c.name) && mapped.columns[c.name] === undefined,
  );
  if (missing.length > 0)
    return {
      issue: say.unmapped(
        kind,
        missing.map((column) => column.name),
      ),
    };
  const columns = all.filter((column) => mapped.columns[column.name] !== undefined);
  const readers = columns.map((column) => reading(mapped.columns[column.name] ?? {}, find));
  const conditions = where.map((one) => holds(one, find));
  return {
    kind: kind as Kind | 'retained',
    profile: known?.profile ?? null,
    columns: columns.map((column): CsvColumn => {
      const { required, ...rest } = column;
      return required === true && !without.includes(column.name) ? { ...rest, required } : rest;
    }),
    said: (cells) =>
      conditions.every((one) => one(cells)) ? readers.map((of) => of(cells)) : null,
    named: Object.fromEntries(
      columns.flatMap((c) => {
        const from = mapped.columns[c.name]?.from ?? [];
        return from.length === 0 ? [] : [[c.name, from.join(' + ')]];
      }),
    ),
    repeats,
  };
};

/** What a file is read as by a mapping; what is wrong with the mapping or the file's header. */
export const outputsOf = (
  mapping: CsvMapping,
  profiles: readonly KindProfile[],
  cells: readonly string[],
):
  | { readonly outputs: readonly Output[]; readonly ignored: readonly string[] }
  | { readonly issue: TextIssue } => {
  const at = new Map(cells.map((cell, i) => [plain(cell), i]));
  const find: Find = (column) => at.get(plain(column)) ?? -1;
  const outputs: Output[] = [];
  for (const mapped of mapping.kinds) {
    const output = outputOf(mapped, profiles, find);
    if ('issue' in output) return output;
    outputs.push(output);
  }
  const isRetained = outputs.some(({ kind }) => kind === 'retained');
  const read = new Set(mapping.kinds.flatMap(columnsRead).map(plain));
  return {
    outputs,
    ignored: isRetained ? [] : cells.filter((cell) => cell.trim() !== '' && !read.has(plain(cell))),
  };
};

/** What is wrong with a mapping itself; null where a file with its header can be read by it. */
export const mappingIssue = (
  mapping: CsvMapping,
  profiles: readonly KindProfile[],
): TextIssue | null => {
  const made = outputsOf(mapping, profiles, mapping.header);
  return 'issue' in made ? made.issue : null;
};

import type { Label } from '@nodp/terminology';
import { type CsvRecord, csvRecords, FileError } from './csv.ts';
import type { ClinicalRule } from './rule.ts';

/** A case of a file: what is given, what is expected of it, where it stands. */
export interface FileCase {
  /** `line 3` of a CSV, `case 3` or its name of a JSON file. */
  readonly where: string;
  /** The same in both languages. */
  readonly place: Label;
  readonly given: Readonly<Record<string, unknown>>;
  /** Undefined where the file holds none. */
  readonly expected: unknown;
}

export const MAX_CASES = 20_000;

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Columns that say something of the case and are no input. */
const REMARKS = new Set(['name', 'why', 'note']);

const isField = (rule: ClinicalRule, name: string): boolean =>
  Object.entries(rule.fields).some(
    ([own, field]) => own === name || (field.names ?? []).includes(name),
  );

/** Where a case stands, in both languages. */
const placed = (en: string, zh: string): Pick<FileCase, 'where' | 'place'> => ({
  where: en,
  place: { en, zh },
});

/** Parts a flat case into what is given and what is expected: `expected`, or the rule's own outputs. */
const flat = (rule: ClinicalRule, row: Row, at: Pick<FileCase, 'where' | 'place'>): FileCase => {
  const given: Record<string, unknown> = {};
  const parts: Record<string, unknown> = {};
  let whole: unknown;
  for (const [name, value] of Object.entries(row)) {
    if (isField(rule, name)) given[name] = value;
    // An empty cell expects nothing: `none` expects that there is no answer.
    else if (value === '' && (name === 'expected' || rule.outputs.includes(name))) continue;
    else if (name === 'expected') whole = value;
    else if (rule.outputs.includes(name)) parts[name] = value;
    else if (!REMARKS.has(name)) given[name] = value;
  }
  const names = Object.keys(parts);
  const only = rule.outputs.length === 1 ? rule.outputs[0] : undefined;
  const expected = names.length === 0 ? whole : only !== undefined ? parts[only] : parts;
  return { ...at, given, expected };
};

const PAIRS = [
  ['given', 'expected'],
  ['in', 'out'],
  ['input', 'expected'],
  ['patient', 'expected'],
] as const;

const jsonCase = (rule: ClinicalRule, value: unknown, index: number): FileCase => {
  const [en, zh] = [`case ${index + 1}`, `第${index + 1}例`];
  if (!isRow(value)) throw new FileError(null, `${en} is no object`, `${zh}不是对象`);
  const at =
    typeof value.name === 'string'
      ? placed(`${en} (${value.name})`, `${zh}（${value.name}）`)
      : placed(en, zh);
  for (const [given, expected] of PAIRS) {
    if (isRow(value[given]) && !isField(rule, given))
      return { ...at, given: value[given], expected: value[expected] };
  }
  return flat(rule, value, at);
};

/** Of a list whose cases say which rule they are of, those of this rule. */
const ownOf = (rule: ClinicalRule, cases: readonly unknown[]): readonly unknown[] => {
  if (isField(rule, 'rule')) return cases;
  const named = (value: unknown): string | null =>
    isRow(value) && typeof value.rule === 'string' ? value.rule.toLowerCase() : null;
  if (!cases.some((one) => named(one) !== null)) return cases;
  const own = new Set(rule.names.map((name) => name.toLowerCase()));
  const found = cases.filter((one) => own.has(named(one) ?? ''));
  if (found.length === 0)
    throw new FileError(
      null,
      `the file holds no case of ${rule.names.join(', ')}`,
      `文件中没有${rule.names.join('、')}的病例`,
    );
  return found;
};

/** The cases of a JSON file: a list, `{cases: […]}`, or a file of several rules under one of the rule's names. */
const listOf = (rule: ClinicalRule, value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return ownOf(rule, value);
  if (isRow(value)) {
    const key = Object.keys(value).find((name) =>
      rule.names.some((own) => own.toLowerCase() === name.toLowerCase()),
    );
    if (key !== undefined) return listOf(rule, value[key]);
    if (Array.isArray(value.cases)) return ownOf(rule, value.cases);
    if (Object.keys(value).some((name) => isField(rule, name))) return [value];
  }
  throw new FileError(
    null,
    `the file holds no list of cases, and nothing called ${rule.names.join(', ')}`,
    `文件中没有病例列表，也没有名为${rule.names.join('、')}的内容`,
  );
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = (error as Error).message;
    const position = /position (\d+)/.exec(message)?.[1];
    const line = position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
    throw new FileError(line, `not JSON: ${message}`, `不是JSON：${message}`);
  }
};

/** Throws `FileError` where a heading names a column twice, or one that is neither a field nor expected. */
export const checkHeading = (rule: ClinicalRule, heading: CsvRecord): void => {
  const twice = heading.cells.find((name, index) => heading.cells.indexOf(name) !== index);
  if (twice !== undefined)
    throw new FileError(heading.line, `the column ${twice} stands twice`, `“${twice}”列出现两次`);
  for (const name of heading.cells) {
    if (
      !isField(rule, name) &&
      name !== 'expected' &&
      !rule.outputs.includes(name) &&
      !REMARKS.has(name)
    )
      throw new FileError(
        heading.line,
        `field ${name}: the rule has none such; it has ${[...Object.keys(rule.fields), ...rule.outputs].join(', ')}`,
        `“${name}”列：该规则没有此字段；可用：${[...Object.keys(rule.fields), ...rule.outputs].join('、')}`,
      );
  }
};

/** The case of a row. Throws `FileError` where it has more or fewer cells than the heading. */
export const caseOfRow = (
  rule: ClinicalRule,
  heading: CsvRecord,
  { line, cells }: CsvRecord,
): FileCase => {
  if (cells.length !== heading.cells.length)
    throw new FileError(
      line,
      `${cells.length} cells under ${heading.cells.length} columns`,
      `有${cells.length}格，而标题有${heading.cells.length}列`,
    );
  return flat(
    rule,
    Object.fromEntries(heading.cells.map((name, index) => [name, cells[index]])),
    placed(`line ${line}`, `第${line}行`),
  );
};

const ofCsv = (rule: ClinicalRule, text: string): FileCase[] => {
  const [heading, ...records] = csvRecords(text);
  if (heading === undefined) throw new FileError(1, 'the file is empty', '文件为空');
  checkHeading(rule, heading);
  return records.map((record) => caseOfRow(rule, heading, record));
};

/**
 * The cases that a file holds for a rule: CSV with a heading, or JSON. Throws `FileError` where it is neither.
 * @param format by the file's name
 * @param most cases that are taken
 */
export const casesOf = (
  rule: ClinicalRule,
  text: string,
  format: 'csv' | 'json',
  most = MAX_CASES,
): FileCase[] => {
  const cases =
    format === 'csv'
      ? ofCsv(rule, text)
      : listOf(rule, parsed(text)).map((value, index) => jsonCase(rule, value, index));
  if (cases.length > most)
    throw new FileError(
      null,
      `more than ${most} cases: part the file`,
      `超过${most}例：请拆分文件`,
    );
  return cases;
};

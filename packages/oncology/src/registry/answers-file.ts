import { caseOfRow, checkHeading } from './cases.ts';
import { type CsvRecord, FileError } from './csv.ts';
import { csvRecordsOf } from './csv-stream.ts';
import type { Field } from './fields.ts';
import type { ClinicalRule, Json } from './rule.ts';
import { type TriedCase, tryCase } from './try-rule.ts';

/** Rows that one file has answered at most. */
export const MOST_ANSWERED = 50_000;
/** Rows after which others are let through. */
const BREATH = 100;

export type AnswerLanguage = 'en' | 'zh';

/** RFC 4180; a leading = + - @ would be a formula to a spreadsheet, but for a number. */
const cell = (text: string): string => {
  const safe =
    /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text)
      ? `'${text}`
      : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const lineOf = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

const written = (value: Json | undefined): string =>
  value === undefined || value === null
    ? ''
    : Array.isArray(value)
      ? value.map(written).join('; ')
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);

/** What a field takes, as the remedy of a value that it does not. */
const remedyOf = (field: Field | undefined, language: AnswerLanguage): string => {
  const [en, zh] =
    field === undefined
      ? ['Take the column out.', '请删除该列。']
      : field.kind === 'number'
        ? [
            `Write ${field.integer ? 'a whole number' : 'a number'} from ${field.min} to ${field.max}, or leave the cell empty where it is not known.`,
            `请填写${field.min}至${field.max}的${field.integer ? '整数' : '数字'}；不详则留空。`,
          ]
        : field.kind === 'flag'
          ? [
              'Write true or false, or leave the cell empty where it is not known.',
              '请填写“是”或“否”；不详则留空。',
            ]
          : field.kind === 'choice'
            ? [
                `Write one of ${Object.keys(field.values ?? {}).join(', ')}.`,
                `请填写以下之一：${Object.keys(field.values ?? {}).join('、')}。`,
              ]
            : ['Write it as the rule’s page says.', '请按规则页面的说明填写。'];
  return language === 'zh' ? zh : en;
};

const fieldOf = (rule: ClinicalRule, name: string): Field | undefined =>
  rule.fields[name] ??
  Object.values(rule.fields).find((field) => (field.names ?? []).includes(name));

/** The parts of an answer that have columns of their own. */
const partsOf = ({ outputs }: ClinicalRule): readonly string[] =>
  outputs.length === 0 ? ['answer'] : outputs;

const answerCells = (rule: ClinicalRule, value: Json): readonly string[] => {
  const parts = partsOf(rule);
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return parts.map((_, index) => (index === 0 ? written(value) : ''));
  return parts.map((part) => written((value as { readonly [name: string]: Json })[part]));
};

/** What stands after the cells of a row as it came. */
const told = (
  rule: ClinicalRule,
  { decision, error }: Pick<TriedCase, 'decision' | 'error'>,
  language: AnswerLanguage,
): readonly string[] => {
  const none = partsOf(rule).map(() => '');
  if (decision === null)
    return [
      ...[...none, '', '', ''],
      error?.field ?? '',
      (language === 'zh' ? error?.chinese : error?.message) ?? '',
      error === null ? '' : remedyOf(fieldOf(rule, error.field), language),
    ];
  return [
    ...answerCells(rule, decision.value),
    decision.explanation.map((sentence) => sentence[language]).join(' '),
    decision.missing.join('; '),
    decision.notApplicable?.[language] ?? '',
    ...['', '', ''],
  ];
};

const refusedRow = (rule: ClinicalRule, message: string, remedy: string): readonly string[] => [
  ...partsOf(rule).map(() => ''),
  ...['', '', '', '', message, remedy],
];

const headingOf = (rule: ClinicalRule, { cells }: CsvRecord): string =>
  lineOf([
    'line',
    ...cells,
    // An expected value and an answer do not share a name.
    ...partsOf(rule).map((part) => (cells.includes(part) ? `answer_${part}` : part)),
    ...['why', 'missing', 'not_applicable', 'error_column', 'error', 'remedy'],
  ]);

const answered = (
  rule: ClinicalRule,
  heading: CsvRecord,
  record: CsvRecord,
  language: AnswerLanguage,
): string => {
  const width = heading.cells.length;
  const cells = Array.from({ length: width }, (_, index) => record.cells[index] ?? '');
  const row = (rest: readonly string[]) => lineOf([String(record.line), ...cells, ...rest]);
  try {
    return row(told(rule, tryCase(rule, caseOfRow(rule, heading, record)), language));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const remedy =
      language === 'zh'
        ? '请使每行的列数与标题行相同。'
        : 'Give the row as many cells as the heading.';
    return row(refusedRow(rule, language === 'zh' ? error.chinese : error.message, remedy));
  }
};

/** A line without a row: why the file was read no further. */
const ending = (
  rule: ClinicalRule,
  heading: CsvRecord,
  line: number | null,
  message: string,
  remedy: string,
) =>
  lineOf([
    line === null ? '' : String(line),
    ...heading.cells.map(() => ''),
    ...refusedRow(rule, message, remedy),
  ]);

/**
 * A rule's answers to the persons of a CSV file, as a CSV file: each row as it came, the parts of its answer, why, what is
 * missing, or which column cannot be read and how it would be. Rows are answered as they are read, so memory stays flat.
 * @throws FileError before the first line where the heading cannot be read
 */
export async function* answersOfFile(
  rule: ClinicalRule,
  source: AsyncIterable<Uint8Array | string>,
  language: AnswerLanguage,
  most = MOST_ANSWERED,
): AsyncGenerator<string> {
  const records = csvRecordsOf(source);
  const { value: heading } = await records.next();
  if (!heading) throw new FileError(1, 'the file is empty', '文件为空');
  checkHeading(rule, heading);
  yield `\uFEFF${headingOf(rule, heading)}`;
  const remedy =
    language === 'zh'
      ? '请从此行起另存为一个文件。'
      : 'Send the rows from here on as another file.';
  try {
    let count = 0;
    for await (const record of records) {
      if (count === most) {
        yield ending(
          rule,
          heading,
          record.line,
          language === 'zh' ? `超过${most}行` : `more than ${most} rows`,
          remedy,
        );
        return;
      }
      count += 1;
      if (count % BREATH === 0) await new Promise((done) => setImmediate(done));
      yield answered(rule, heading, record, language);
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    yield ending(
      rule,
      heading,
      error.line,
      language === 'zh' ? error.chinese : error.message,
      language === 'zh' ? '请更正后重新上传。' : 'Correct it and send the file again.',
    );
  }
}

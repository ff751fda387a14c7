import type { CsvColumn } from '@nodp/record/csv';
import type { Fault } from '../records.ts';
import { issue, short } from './text-issue.ts';

/** What is wrong with a row, or with a cell of it. */
export const ofRows = {
  saidTwice: (line: number, same: boolean) =>
    issue(
      'duplicate',
      [
        same
          ? `The same record stands in line ${line} already.`
          : `Line ${line} says the same record in another way.`,
        'Keep one of them; two records need numbers of their own (record_id).',
      ],
      [
        same ? `第 ${line} 行已有相同记录。` : `第 ${line} 行已有同一记录，但内容不同。`,
        '请只保留一行；若为两条记录，请分别给出记录编号（record_id）。',
      ],
    ),
  fault: (fault: Fault) =>
    ({
      'quote-in-cell': issue(
        'structure',
        [
          'A quotation mark stands inside a cell that does not begin with one.',
          'Put the whole cell in quotation marks and double those inside.',
        ],
        ['未加引号的单元格中出现了引号。', '请将整个单元格用双引号括起，并将其中的引号写成两个。'],
      ),
      'text-after-quote': issue(
        'structure',
        [
          'Text follows the closing quotation mark of a cell.',
          'Double the quotation marks inside the cell.',
        ],
        ['单元格的结束引号之后还有文字。', '请将单元格内的引号写成两个。'],
      ),
      'quote-not-closed': issue(
        'structure',
        ['A quotation mark is opened and never closed.', 'Close it at the end of the cell.'],
        ['引号未闭合。', '请在单元格末尾补上引号。'],
      ),
      'too-long': issue(
        'too-long',
        [
          'The row is longer than a million characters.',
          'Look whether a line end or a quotation mark is missing.',
        ],
        ['该行超过一百万个字符。', '请检查是否缺少换行或引号。'],
      ),
    })[fault],
  cells: (found: number, expected: number) =>
    issue(
      'structure',
      [
        `The row has ${found} cells, the header ${expected}.`,
        'Look for a comma too many or too few; put cells that hold one in quotation marks.',
      ],
      [
        `该行有 ${found} 个单元格，表头有 ${expected} 个。`,
        '请检查多余或缺失的逗号；含逗号的单元格须加引号。',
      ],
    ),
  /** @param header what the file calls it */
  empties: ({ name, label }: CsvColumn, header = name) =>
    issue(
      'required',
      [`${header} is empty.`, `Give the ${label.en.toLowerCase()}.`],
      [`${label.zh}（${header}）为空。`, `请填写${label.zh}。`],
    ),
  notOneOf: ({ name, label, values = {} }: CsvColumn, cell: string) =>
    issue(
      'code-invalid',
      [
        `${name} has no value “${short(cell)}”.`,
        `Write one of: ${Object.keys(values).join(', ')}.`,
      ],
      [
        `${label.zh}（${name}）没有取值“${short(cell)}”。`,
        `请填写：${Object.entries(values)
          .map(([key, { zh }]) => `${key}（${zh}）`)
          .join('、')}。`,
      ],
    ),
  notADate: (cell: string) =>
    issue(
      'value',
      [
        `“${short(cell)}” is no date that can be read only one way.`,
        'Write it as 2026-03-14, or 2026-03 or 2026 where no more is known.',
      ],
      [
        `“${short(cell)}”不是可唯一识别的日期。`,
        '请写为 2026-03-14；只知年月或年份时写 2026-03 或 2026。',
      ],
    ),
  serialDate: (cell: string) =>
    issue(
      'value',
      [
        `“${short(cell)}” is a date as Excel counts days.`,
        'Format the column as a date (yyyy-mm-dd) and save it again.',
      ],
      [`“${short(cell)}”是 Excel 的日期序列号。`, '请将该列设为日期格式（yyyy-mm-dd）后重新保存。'],
    ),
  notANumber: (cell: string) =>
    issue(
      'value',
      [
        `“${short(cell)}” is no number.`,
        'Write the number alone, with < or > before it where that is what is known; its unit has a column of its own.',
      ],
      [`“${short(cell)}”不是数值。`, '请只填写数值，必要时可加 < 或 >；单位另填一列。'],
    ),
  notWhole: (cell: string) =>
    issue(
      'value',
      [`“${short(cell)}” is no whole number.`, 'Write a whole number.'],
      [`“${short(cell)}”不是整数。`, '请填写整数。'],
    ),
  shortened: (cell: string) =>
    issue(
      'value',
      [
        `“${short(cell)}” is a number that a spreadsheet shortened: its last digits are lost.`,
        'Format the column as text before the numbers are entered, fetch them anew from their source, and save the file again.',
      ],
      [
        `“${short(cell)}”是被电子表格截断的号码，末尾数字已丢失。`,
        '请先将该列设为文本格式，从原系统重新导出号码后再保存。',
      ],
    ),
  tooLong: (most: number) =>
    issue(
      'too-long',
      [`The cell is longer than ${most} characters.`, 'Shorten it.'],
      [`单元格超过 ${most} 个字符。`, '请缩短内容。'],
    ),
};

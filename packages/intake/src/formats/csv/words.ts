import type { Issue, IssueCode } from '@nodp/record';
import type { CsvColumn, Words } from '@nodp/record/csv';
import type { Fault } from './records.ts';

/** What is wrong and how it is corrected, in both languages. */
export interface TextIssue {
  readonly code: IssueCode;
  readonly reason: Words;
  readonly remedy: Words;
}

const issue = (
  code: IssueCode,
  [en, enRemedy]: readonly [string, string],
  [zh, zhRemedy]: readonly [string, string],
): TextIssue => ({ code, reason: { en, zh }, remedy: { en: enRemedy, zh: zhRemedy } });

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Everything that may be wrong with a file of rows itself; what its records say wrong, their kinds say. */
export const say = {
  unknownHeader: (kinds: string) =>
    issue(
      'structure',
      [
        'The header fits no kind of record.',
        `Begin the file with the columns of one kind (${kinds}; examples can be downloaded), or set its own columns against these in a mapping.`,
      ],
      [
        '表头与任何记录类型都不符。',
        `请以某一记录类型的列名作为首行（${kinds}；可下载示例文件），或为该文件的列建立映射。`,
      ],
    ),
  unknownKind: (kind: string, kinds: string) =>
    issue(
      'not-supported',
      [`There is no kind of record “${short(kind)}”.`, `Name one of: ${kinds}.`],
      [`没有记录类型“${short(kind)}”。`, `请指定其一：${kinds}。`],
    ),
  missingColumns: (names: readonly string[]) =>
    issue(
      'required',
      [`Columns are missing: ${names.join(', ')}.`, 'Add them to the header.'],
      [`缺少必填列：${names.join('、')}。`, '请在表头中补充。'],
    ),
  mappedColumns: (names: readonly string[]) =>
    issue(
      'required',
      [
        `The mapping reads columns that the file does not have: ${names.join(', ')}.`,
        'Choose the mapping of this file, or add the columns.',
      ],
      [
        `映射所用的列在文件中不存在：${names.join('、')}。`,
        '请选择与该文件对应的映射，或补充这些列。',
      ],
    ),
  noSuchColumns: (kind: string, names: readonly string[]) =>
    issue(
      'not-supported',
      [
        `Records of the kind ${kind} have no column ${names.join(', ')}.`,
        'Take it out of the mapping.',
      ],
      [`记录类型 ${kind} 没有列 ${names.join('、')}。`, '请从映射中删除。'],
    ),
  unmapped: (kind: string, names: readonly string[]) =>
    issue(
      'required',
      [
        `The mapping gives no ${names.join(', ')}, which every record of the kind ${kind} has.`,
        'Set a column of the file or a fixed value against it.',
      ],
      [
        `映射未给出记录类型 ${kind} 必需的列：${names.join('、')}。`,
        '请为其指定文件中的列或固定值。',
      ],
    ),
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
  oldWorkbook: () =>
    issue(
      'not-supported',
      [
        'The file is a workbook of Excel before 2007 (.xls).',
        'Save it as .xlsx, or as CSV in UTF-8.',
      ],
      ['该文件为 Excel 2007 以前的工作簿（.xls）。', '请另存为 .xlsx 或 UTF-8 编码的 CSV。'],
    ),
  brokenWorkbook: () =>
    issue(
      'structure',
      ['The file is no workbook that can be read.', 'Open it in Excel and save it as .xlsx again.'],
      ['无法读取该工作簿。', '请用 Excel 打开后重新保存为 .xlsx。'],
    ),
  busyWorkbooks: () =>
    issue(
      'transient',
      ['Other workbooks are being read.', 'Send the file again in a minute.'],
      ['正在读取其他工作簿。', '请一分钟后重新上传。'],
    ),
  longWorkbook: (megabytes: number) =>
    issue(
      'too-long',
      [
        `The workbook is larger than 50 MB, or than ${megabytes} MB when it is unpacked, or has cells far from each other.`,
        'Save the sheet as CSV in UTF-8: of that files to 1 GB are taken.',
      ],
      [
        `工作簿超过 50 MB，或解压后超过 ${megabytes} MB，或单元格分布过散。`,
        '请将该工作表另存为 UTF-8 编码的 CSV（最大 1 GB）。',
      ],
    ),
  noSheet: (asked: string, sheets: readonly string[]) =>
    issue(
      'value',
      [`The workbook has no sheet “${short(asked)}”.`, `Name one of: ${sheets.join(', ')}.`],
      [`工作簿中没有工作表“${short(asked)}”。`, `请指定其一：${sheets.join('、')}。`],
    ),
  brokenXml: (line: number) =>
    issue(
      'structure',
      [`From line ${line} on the file is no well-formed XML.`, 'Export it again.'],
      [`自第 ${line} 行起，文件不是格式正确的 XML。`, '请重新导出。'],
    ),
  longXml: (line: number) =>
    issue(
      'too-costly',
      [
        `At line ${line} a patient is longer than 8 MB, or elements lie deeper than 32.`,
        'End each patient before the next, as NAACCR XML has it, and export the file again.',
      ],
      [
        `第 ${line} 行处单个患者超过 8 MB，或元素嵌套超过 32 层。`,
        '请按 NAACCR XML 格式逐个结束患者元素后重新导出。',
      ],
    ),
  columnTwice: (name: string) =>
    issue(
      'structure',
      [`The column ${name} stands twice in the header.`, 'Keep one of them.'],
      [`表头中列 ${name} 重复。`, '请只保留一列。'],
    ),
  notDecoded: (encoding: string, line: number) =>
    issue(
      'structure',
      [
        `From line ${line} on the file is no text in ${encoding}.`,
        'Save it in one encoding, UTF-8 or GB 18030, and send it again.',
      ],
      [
        `自第 ${line} 行起，文件不是 ${encoding} 编码的文本。`,
        '请统一保存为 UTF-8 或 GB 18030 编码后重新上传。',
      ],
    ),
  empty: () =>
    issue(
      'structure',
      ['The file has no rows.', 'Send a header and at least one row.'],
      ['文件中没有数据行。', '请提供表头和至少一行数据。'],
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

/** Where it stands, as issues say it: `line 7, birth_date`. */
export const placeOf = (line: number, column?: string): string =>
  `line ${line}${column === undefined ? '' : `, ${column}`}`;

export const errorOf = (text: TextIssue, line: number, column?: string): Issue => ({
  severity: 'error',
  code: text.code,
  where: placeOf(line, column),
  message: `${text.reason.en} ${text.remedy.en}`,
  words: { reason: text.reason, remedy: text.remedy },
});

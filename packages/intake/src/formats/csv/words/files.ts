import { issue, short } from './text-issue.ts';

/** What is wrong with a file as a whole. */
export const ofFiles = {
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
};

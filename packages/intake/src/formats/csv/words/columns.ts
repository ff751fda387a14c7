import { issue, short } from './text-issue.ts';

/** What is wrong with the columns of a file, or with a mapping of them. */
export const ofColumns = {
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
  columnTwice: (name: string) =>
    issue(
      'structure',
      [`The column ${name} stands twice in the header.`, 'Keep one of them.'],
      [`表头中列 ${name} 重复。`, '请只保留一列。'],
    ),
};

import { type StageTable, tablesOf } from './table.ts';

/** Clinical, pathological, either after neoadjuvant treatment, of a recurrence, at autopsy. */
export type Classification = 'c' | 'p' | 'yc' | 'yp' | 'r' | 'a';

/** Of a chapter's tables, those that a classification may mean; several where it was not said. */
export const tablesFor = (
  chapter: string,
  edition: number,
  classification: Classification | null,
): readonly StageTable[] => {
  const all = tablesOf(chapter, edition);
  const common = all.filter(({ text }) => text.classification === undefined);
  const own = (wanted: string): readonly StageTable[] =>
    all.filter(({ text }) => text.classification === wanted);
  const orCommon = (tables: readonly StageTable[]) => (tables.length > 0 ? tables : common);
  switch (classification) {
    case 'c':
    case 'p':
    case 'yp':
      return orCommon(own(classification));
    case 'a':
      return orCommon(own('p'));
    case 'yc':
      return common;
    case 'r':
    case null:
      return common.length > 0 ? common : [...own('c'), ...own('p')];
  }
};

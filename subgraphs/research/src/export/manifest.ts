import type { Label } from '@nodp/terminology';
import { TABLES } from '@nodp/warehouse';
import type { ReleasedTable } from '../release/released-table.ts';
import { DAY_ERROR, INTERVAL_ERROR } from './jitter.ts';
import { DIGITS, LEAVING, LEAVING_WORDS, type LeavingTable } from './leaving.ts';
import { QUASI_IDENTIFIERS } from './quasi-identifiers.ts';
import type { ExportReport } from './report.ts';

export interface ExportedColumn {
  readonly name: string;
  readonly unit: string | null;
  readonly codes: string | null;
  readonly description: Label;
  /** How it leaves. */
  readonly leaves: Label;
}

const keyColumn: ExportedColumn = {
  name: 'person_key',
  unit: null,
  codes: null,
  description: {
    en: 'The person within this export, drawn at random for it; means nothing outside it.',
    zh: '本次导出内随机生成的个人编号，在导出之外没有意义。',
  },
  leaves: { en: 'drawn anew for each export', zh: '每次导出重新随机生成' },
};

/** The columns of a table as they leave. */
export const exportedColumns = (
  table: LeavingTable,
  levels: Readonly<Record<string, number>>,
): readonly ExportedColumn[] => {
  const known = new Map(
    TABLES.find(({ name }) => name === table)?.columns.map((column) => [column.name, column]),
  );
  const quasi =
    table === 'cases'
      ? quasiIdentifiersOf(levels).map(({ name, label, generalisedTo }) => ({
          name,
          unit: null,
          codes: null,
          description: label,
          leaves: generalisedTo,
        }))
      : [];
  const rest = Object.entries(LEAVING[table]).map(([name, leaving]) => {
    const column = known.get(name);
    if (column === undefined) throw new RangeError(`The table ${table} has no column ${name}.`);
    const { unit, codes, description } = column;
    return { name, unit, codes, description, leaves: LEAVING_WORDS[leaving] };
  });
  return [keyColumn, ...quasi, ...rest];
};

/** How far each quasi-identifier was generalised. */
export const quasiIdentifiersOf = (levels: Readonly<Record<string, number>>) =>
  QUASI_IDENTIFIERS.map(({ name, label, levels: all }) => {
    const level = levels[name] ?? all.length - 1;
    const generalisedTo: Label = all[level]?.label ?? { en: 'left out', zh: '不给出' };
    return { name, label, level, coarsest: all.length - 1, generalisedTo };
  });

/** To a thousandth: shares of a release of thousands tell of nobody. */
const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((1000 * part) / whole) / 1000;

/** What goes with the files of an export: how they were made, and what is in them. */
export const exportManifest = (number: number, report: ExportReport) => ({
  release: number,
  k: report.k,
  reached: report.reached,
  alikeInEveryExport: report.smallest,
  quasiIdentifiers: quasiIdentifiersOf(report.levels),
  suppressedShare: share(report.suppressed, report.persons),
  furtherCasesLeftOutShare: share(report.cut, report.persons),
  uniqueBefore: share(report.uniqueBefore, report.persons),
  uniqueAfter: share(report.uniqueAfter, report.persons - report.suppressed),
  days: { error: DAY_ERROR, intervalError: INTERVAL_ERROR, order: 'kept' },
  significantDigits: DIGITS,
  codesLeftOut: report.leftOut.map(({ table, column }) => `${table}.${column}`),
  tables: report.tables.map(({ name, ...table }: ReleasedTable) => ({ name, ...table })),
  checksum: report.checksum,
  dictionary: report.tables.map(({ name }) => ({
    table: name,
    columns: exportedColumns(name as LeavingTable, report.levels),
  })),
});

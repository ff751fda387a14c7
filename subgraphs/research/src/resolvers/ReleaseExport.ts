import { disclose } from '@nodp/disclosure';
import { DAY_ERROR, INTERVAL_ERROR } from '../export/jitter.ts';
import { DIGITS, type LeavingTable } from '../export/leaving.ts';
import { exportedColumns, quasiIdentifiersOf } from '../export/manifest.ts';
import type { ReleaseExportResolvers } from '../generated/resolvers.ts';
import type { ReleaseExportModel } from '../models.ts';

/** The sets behind the numbers of an export are known to its build alone: each number has one key, for ever. */
const setOf = ({ checksum }: ReleaseExportModel, figure: number, count: number) => ({
  count,
  key: Number.parseInt(checksum.slice(8 * figure, 8 * figure + 8), 16),
});

export const ReleaseExport: ReleaseExportResolvers = {
  quasiIdentifiers: ({ levels }) => quasiIdentifiersOf(levels),
  persons: (of, _, { resources }) =>
    disclose(setOf(of, 0, of.persons - of.suppressed), resources.releases.rule),
  suppressed: (of, _, { resources }) =>
    disclose(setOf(of, 1, of.suppressed), resources.releases.rule),
  furtherCasesLeftOut: (of, _, { resources }) =>
    disclose(setOf(of, 2, of.cut), resources.releases.rule),
  uniqueBefore: (of, _, { resources }) =>
    disclose(setOf(of, 3, of.uniqueBefore), resources.releases.rule),
  dayError: () => DAY_ERROR,
  intervalError: () => INTERVAL_ERROR,
  significantDigits: () => DIGITS,
  tables: ({ tables, levels }) =>
    tables.map(({ name }) => ({
      name,
      columns: [...exportedColumns(name as LeavingTable, levels)],
    })),
};

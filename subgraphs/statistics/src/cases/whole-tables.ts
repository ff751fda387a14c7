import type { Breakdown, Tabulation } from '@nodp/warehouse';

/** The tables whose cells rates are of. */
export type WholeTables = Pick<Tabulation, 'total' | 'bySex' | 'byProvince' | 'bySite'>;

const difference = (of: Uint32Array, part: Uint32Array): Uint32Array =>
  of.map((count, i) => count - (part[i] as number));

const lessBy = <Value extends string | number>(
  of: Breakdown<Value>,
  part: Breakdown<Value>,
): Breakdown<Value> => ({ values: of.values, counts: difference(of.counts, part.counts) });

/** Tables of cases without some of them, both of one release. */
export const less = (of: WholeTables, part: WholeTables): WholeTables => ({
  total: difference(of.total, part.total),
  bySex: difference(of.bySex, part.bySex),
  byProvince: lessBy(of.byProvince, part.byProvince),
  bySite: lessBy(of.bySite, part.bySite),
});

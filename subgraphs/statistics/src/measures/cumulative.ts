import { ageGroups18, cumulativeRate } from '@nodp/biostatistics';
import { INTERVALS } from './intervals.ts';
import type { Columns, Material } from './measure.ts';
import { CUMULATIVE_SALTS } from './salts.ts';
import { weightedColumns } from './weighted.ts';

/** Cumulative rate or risk to 74 years, per cent. */
export const cumulativeColumns = (material: Material, which: 'rate' | 'risk'): Promise<Columns> =>
  weightedColumns(
    material,
    CUMULATIVE_SALTS,
    [0, 15],
    (ages, lived, unknownAge) =>
      cumulativeRate(ages, lived, ageGroups18, {
        unknownAge,
        interval: INTERVALS[material.question.interval],
      })[which],
  );

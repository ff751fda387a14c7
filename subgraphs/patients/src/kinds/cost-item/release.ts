import { query } from '@nodp/database';
import { extract } from '@nodp/record/release';
import { and, eq, sql } from 'drizzle-orm';
import { counted } from './counted.ts';
import { costItem } from './table.ts';

/** Exact sums are of whole fen; a tenth of one is rounded. */
const fen = (column: typeof costItem.amount | typeof costItem.patientPaid) =>
  sql<number>`round(${column} * 100)::bigint`;

/** What a release reads of costs; nothing of a line itself leaves. */
export const costExtract = extract(
  'cost_item',
  {
    patient_id: costItem.patientId,
    institution_id: costItem.institutionId,
    condition_source_id: costItem.conditionSourceId,
    served_on: costItem.servedOn,
    amount: fen(costItem.amount),
    patient_paid: fen(costItem.patientPaid),
  },
  (columns) =>
    query
      .select(columns)
      .from(costItem)
      .where(
        and(eq(costItem.currency, 'CNY'), sql`${costItem.servedPrecision} <> 'year'`, counted),
      ),
);

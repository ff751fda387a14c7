import { type SQL, sql } from 'drizzle-orm';
import { costItem } from './table.ts';

/** What orders the answers to one claim. */
const standing = (alias: string): SQL =>
  sql.raw(
    `(coalesce(${alias}.billed_on, date '0001-01-01'), split_part(${alias}.source_id, '#', 1))`,
  );

/**
 * Whether a row under the name `cost_item` is in sums of cost: its bill stands, and no (later) answer to the same claim took its
 * place. A claim and what insurance answers to it say the same costs twice.
 */
export const counted: SQL<boolean> = sql<boolean>`(cost_item.status = 'active' and not exists (
  select 1 from ${costItem} answer where answer.patient_id = cost_item.patient_id
    and answer.institution_id = cost_item.institution_id and answer.status = 'active'
    and answer.claim_source_id = case when cost_item.source_type = 'Claim'
      then split_part(cost_item.source_id, '#', 1) else cost_item.claim_source_id end
    and (cost_item.source_type = 'Claim' or ${standing('answer')} > ${standing('cost_item')})))`;

import { sqlStatement } from '@nodp/database';
import { type Shown, shownOf } from '@nodp/database/tables';
import { codeOrNullOf, dateOf, plainCode, recordIds, rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type {
  CostItemResolvers,
  CostYearResolvers,
  PatientResolvers,
} from '../../generated/resolvers.ts';
import { encounterRows } from '../encounter/rows.ts';
import { counted } from './counted.ts';
import { costItem } from './table.ts';

export type CostItemModel = Shown<typeof costItem> & { readonly counted: boolean };

export interface CostYearModel {
  readonly patientId: string;
  readonly year: number | null;
  readonly currency: string;
  readonly items: number;
  readonly amount: string;
  readonly insurancePaid: string | null;
  readonly patientPaid: string | null;
}

/** Lines that are read of a patient at most: hospitals send every tablet of a stay. */
const MOST = 500;

const latest = rowsByPatient(
  sqlStatement<CostItemModel>(sql`
    select ${shownOf(costItem, 'cost_item')}, ${counted} as counted
    from (select distinct unnest(${sql.placeholder('ids')}::uuid[]) as patient_id) asked cross join lateral (
      select * from ${costItem} c where c.patient_id = asked.patient_id
      order by c.served_on desc nulls last, c.id limit ${sql.raw(String(MOST))}) cost_item
    order by cost_item.served_on desc nulls last, cost_item.id`),
);

const years = rowsByPatient(
  sqlStatement<CostYearModel>(sql`
    select patient_id, extract(year from served_on)::int as year, currency, count(*)::int as items,
      sum(amount)::text as amount, sum(insurance_paid)::text as insurance_paid, sum(patient_paid)::text as patient_paid
    from ${costItem} cost_item where patient_id = any(${sql.placeholder('ids')}) and ${counted}
    group by 1, 2, 3 order by 2 desc nulls first, 3`),
);

const idOf = recordIds('cst');

const CostItem: CostItemResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  category: codeOrNullOf('category'),
  what: plainCode,
  date: dateOf('served'),
  encounter: async ({ patientId, institutionId, encounterSourceId }, _, context) =>
    encounterSourceId === null
      ? null
      : ((await context.once(encounterRows).load(patientId)).find(
          (one) => one.institutionId === institutionId && one.sourceId === encounterSourceId,
        ) ?? null),
};

const CostYear: CostYearResolvers = {};

const Patient: PatientResolvers = {
  costItems: async ({ patientId }, { first }, context) =>
    (await context.once(latest).load(patientId)).slice(0, first ?? 100),
  costYears: ({ patientId }, _, context) => context.once(years).load(patientId),
};

export const resolvers = { Patient, CostItem, CostYear };

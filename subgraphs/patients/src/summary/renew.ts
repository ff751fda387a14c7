import type { Session, Statement } from '@nodp/database';
import type { Seen } from '@nodp/intake';
import { type ReportsRow, summaryOf } from './summary-of.ts';

const reportsOf: Statement<ReportsRow> = {
  text: 'select patient_id, born_on, born_precision, tumours, stages from patients.reports_of($1::uuid[])',
  bind: ({ ids }) => [ids],
};
const put: Statement<never> = {
  text: 'select patients.put_summaries($1::text::jsonb)',
  bind: ({ json }) => [json],
};

/**
 * Renews what is stored of patients a submission was about: when they were last heard of, and, of those whose birth,
 * tumours or stages changed, what the rules say of them. One statement reads, one writes.
 */
export const renewSummaries = async (
  session: Session,
  seen: readonly Seen[],
  changed: ReadonlySet<string>,
): Promise<void> => {
  const rows = changed.size === 0 ? [] : await session.run(reportsOf, { ids: [...changed] });
  const summaries = new Map(rows.map((row) => [row.patientId, summaryOf(row)]));
  const renewed = seen.map((one) => ({ ...one, summary: summaries.get(one.patientId) ?? null }));
  await session.run(put, { json: JSON.stringify(renewed) });
};

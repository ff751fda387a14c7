import type { Session, Statement } from '@nodp/database';
import { alertsOf } from './alerts-of.ts';
import { SURVEYED_CODES } from './surveyed-codes.ts';
import type { SurveyedRow } from './surveyed-rows.ts';

const rowsOf: Statement<SurveyedRow> = {
  text: 'select * from patients.surveillance_of($1::uuid[], $2::text[])',
  bind: ({ ids, codes }) => [ids, codes],
};
const put: Statement<never> = {
  text: 'select patients.put_alerts($1::text::jsonb)',
  bind: ({ json }) => [json],
};
/**
 * Renews the alerts of patients of whom a submission held markers, treatments or anything else that surveillance rests on,
 * within its transaction: what the hospital posts is on the page when its answer is.
 */
export const renewAlerts = async (
  session: Session,
  surveyed: ReadonlySet<string>,
  rules: ReadonlySet<string>,
): Promise<void> => {
  if (surveyed.size === 0) return;
  const rows = await session.run(rowsOf, { ids: [...surveyed], codes: SURVEYED_CODES });
  const now = new Date();
  const found = rows.map((row) => alertsOf(row, rules, now));
  await session.run(put, { json: JSON.stringify(found) });
};

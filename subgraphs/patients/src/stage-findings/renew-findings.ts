import type { Session, Statement } from '@nodp/database';
import { STAGE_MEASURES } from '../kinds/tumour/measured.ts';
import { type CheckedRow, findingsOf } from './findings-of.ts';

const rowsOf: Statement<CheckedRow> = {
  text: 'select * from patients.stages_to_check_of($1::uuid[], $2::text[])',
  bind: ({ ids, codes }) => [ids, codes],
};
const put: Statement<never> = {
  text: 'select patients.put_stage_findings($1::text::jsonb)',
  bind: ({ json }) => [json],
};

/** Looks anew for what contradicts the stages of patients of whom records came, within the submission's transaction. */
export const renewFindings = async (
  session: Session,
  patientIds: ReadonlySet<string>,
): Promise<void> => {
  if (patientIds.size === 0) return;
  const rows = await session.run(rowsOf, { ids: [...patientIds], codes: STAGE_MEASURES });
  await session.run(put, { json: JSON.stringify(rows.map(findingsOf)) });
};

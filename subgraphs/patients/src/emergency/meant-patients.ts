import { sqlStatement } from '@nodp/database';
import type { MeantPatients } from '@nodp/graph';
import { sql } from 'drizzle-orm';

const meant = sqlStatement<{ patientId: string }>(sql`
  select patient_id from patients.patients_meant(${sql.placeholder('ids')}::uuid[])`);

/** Claims and accesses in an emergency are decided on by ids of their own. */
export const meantPatients: MeantPatients = {
  kinds: ['IdentityClaim', 'BreakGlass'],
  find: async (session, ids) =>
    (await session.run(meant, { ids: [...ids] })).map(({ patientId }) => patientId),
};
